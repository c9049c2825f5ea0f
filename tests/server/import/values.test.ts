import { expect, test } from 'vitest';
import { isPhone } from '../../../src/domain/resident.ts';
import { cardNumber } from '../../../src/server/import/card-number.ts';
import { parseLanguage } from '../../../src/server/import/language.ts';
import { parsePresence } from '../../../src/server/import/presence.ts';
import {
  parseDate,
  parseFloor,
  parseList,
  parsePrice,
  parseWeekday,
  parseYesNo,
} from '../../../src/server/import/values.ts';

test.each([
  ['0', 0],
  ['BG', 0],
  ['bg.', 0],
  ['begane grond', 0],
  ['Parterre', 0],
  ['3', 3],
  ['3e', 3],
  ['3de verdieping', 3],
  ['1ste', 1],
  ['verdieping 12', 12],
  ['derde', 3],
  ['Derde verdieping', 3],
  ['-1', -1],
  ['kelder', -1],
  ['', null],
  ['3x', null],
  ['hoog', null],
  ['1000', null],
])('floor %j is %j', (text, floor) => {
  expect(parseFloor(text)).toBe(floor);
});

test.each([
  ['2027-04-04', '2027-04-04'],
  ['4-4-2027', '2027-04-04'],
  ['04/04/2027', '2027-04-04'],
  ['4.4.2027', '2027-04-04'],
  ['4 april 2027', '2027-04-04'],
  ['14 maart 2027', '2027-03-14'],
  ['14-mrt-2027', '2027-03-14'],
  ['2027-04-04 00:00:00', '2027-04-04'],
  ['29-2-2028', '2028-02-29'],
  ['29-2-2027', null],
  ['31-4-2027', null],
  ['4-4-27', null],
  ['4 foo 2027', null],
  ['', null],
])('date %j is %j', (text, date) => {
  expect(parseDate(text)).toBe(date);
});

test.each([
  ['ja', true],
  ['J', true],
  ['x', true],
  ['TRUE', true],
  ['1', true],
  ['nee', false],
  ['N', false],
  ['0', false],
  ['misschien', null],
])('%j is %j', (text, answer) => {
  expect(parseYesNo(text)).toBe(answer);
});

test.each([
  ['3,00', 300],
  ['3.50', 350],
  ['3,5', 350],
  ['€ 3,-', 300],
  ['€3', 300],
  ['12 euro', 1200],
  ['gratis', 0],
  ['0', 0],
  ['-3', null],
  ['drie', null],
  ['3,000', null],
])('price %j is %j cents', (text, cents) => {
  expect(parsePrice(text)).toBe(cents);
});

test.each([
  ['maandag', 1],
  ['ma', 1],
  ['Zo.', 7],
  ['woensdagen', 3],
  ['don', 4],
  ['m', null],
  ['feestdag', null],
])('%j is weekday %j', (text, day) => {
  expect(parseWeekday(text)).toBe(day);
});

test.each([
  ['Nederlands', 'nl'],
  ['nl', 'nl'],
  ['NL', 'nl'],
  ['Turks', 'tr'],
  ['Arabisch', 'ar'],
  ['Papiaments', 'pap'],
  ['pap', 'pap'],
  ['Portugees', 'pt-PT'],
  ['pt', 'pt-PT'],
  ['pt_BR', 'pt-BR'],
  ['Engels', 'en'],
  ['Sranan Tongo', 'srn'],
  ['Oekraïens', 'uk'],
  ['qzq', null],
  ['constructor', null],
  ['klingonees', null],
])('language %j is %j', (text, tag) => {
  expect(parseLanguage(text)).toBe(tag);
});

const hours = (weekdays: number[], from = '09:00', until = '17:00') => ({ weekdays, from, until });
test.each([
  ['ma-do 09:00-17:00', [hours([1, 2, 3, 4])]],
  ['di en vr 10:00-12:00', [hours([2, 5], '10:00', '12:00')]],
  ['ma, wo en vr 9-12', [hours([1, 3, 5], '09:00', '12:00')]],
  ['ma 9-12, wo 13-17', [hours([1], '09:00', '12:00'), hours([3], '13:00', '17:00')]],
  ['maandag t/m donderdag van 9.00 tot 17.00 uur', [hours([1, 2, 3, 4])]],
  ['zo-ma 10:00-11:00', [hours([1, 7], '10:00', '11:00')]],
  ['werkdagen 8u30-12u', [hours([1, 2, 3, 4, 5], '08:30', '12:00')]],
  ['', []],
])('presence %j is understood', (text, presence) => {
  expect(parsePresence(text)).toEqual({ presence, assumedHours: false });
});

test('days without hours stand for office hours, and it says so', () => {
  expect(parsePresence('wo-vr')).toEqual({ presence: [hours([3, 4, 5])], assumedHours: true });
});

test.each(['x', 'ma 25-26', 'ma 17-9', 'soms', 'ma -', 'ma-wo-vr 9-12', 'ma '.repeat(1000)])(
  'presence %j is refused',
  (text) => {
    expect(parsePresence(text)).toBeNull();
  },
);

test.each([
  [' 2bb2:9976 ', '2BB29976'],
  ['04-A1-B2-C3', '04A1B2C3'],
  ['123', null],
  ['a'.repeat(33), null],
  ['12€45', null],
])('card %j is %j', (text, number) => {
  expect(cardNumber(text)).toBe(number);
});

test('a list is cut at commas, slashes and plusses, each thing once', () => {
  expect(parseList('vlees, vis/halal + vis,')).toEqual(['vlees', 'vis', 'halal']);
});

test.each([
  ['010 000 01 02', true],
  ['+31 (0)6-12345678', true],
  ['bel mijn dochter', false],
  ['06', false],
])('phone %j: %j', (text, is) => {
  expect(isPhone(text)).toBe(is);
});
