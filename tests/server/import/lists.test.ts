import { describe, expect, test } from 'vitest';
import { readMenu } from '../../../src/server/import/menu.ts';
import { readScooters } from '../../../src/server/import/scooters.ts';
import { readStaff } from '../../../src/server/import/staff.ts';
import { sample } from './sample.ts';

const source = (text: string) => ({ file: 'lijst.csv', text });
const told = ({ errors }: ReturnType<typeof readMenu | typeof readScooters | typeof readStaff>) =>
  errors.map(({ line, sentence }) => `${line}: ${sentence}`);

describe('the sample building', () => {
  test('has four scooters', () => {
    const { lines, errors, remarks } = readScooters(sample('scootmobielen.csv'));
    expect([lines.length, errors, remarks]).toEqual([4, [], []]);
    expect(lines[0]?.value).toEqual({
      name: 'Merel',
      colour: 'rood',
      type: 'licht',
      maxSpeed: 10,
      place: 'Stalling begane grond, vak 1',
      remark: 'Smalle draaicirkel, ook voor in de lift',
    });
  });

  test('has a team of six, one of them the fixed contact', () => {
    const { lines, errors, remarks } = readStaff(sample('medewerkers.csv'));
    expect([lines.length, errors, remarks]).toEqual([6, [], []]);
    expect(lines.filter(({ value }) => value.contact).map(({ line }) => line)).toEqual([6]);
    expect(lines[5]?.value.presence).toEqual([{ weekdays: [2, 5], from: '10:00', until: '12:00' }]);
  });

  test('has a menu for five days', () => {
    const { lines, errors, remarks } = readMenu(sample('menu.csv'));
    expect([lines.length, errors, remarks]).toEqual([5, [], []]);
    expect(lines[3]?.value).toEqual({
      on: 4,
      meal: 'warm',
      menu: 'Stamppot boerenkool',
      choices: ['vlees', 'vegetarisch', 'halal'],
      allergens: ['melk', 'mosterd', 'selderij'],
      price: 550,
    });
  });
});

describe('scooters', () => {
  test('need no more than a name and a type', () => {
    expect(readScooters(source('Soort,Naam\nLicht,Mus')).lines[0]?.value).toEqual({
      name: 'Mus',
      colour: '',
      type: 'licht',
      maxSpeed: null,
      place: '',
      remark: '',
    });
  });

  test.each([
    [
      'an unreadable speed',
      'naam;type;km/u\nMus;licht;hard',
      ['2: De snelheid ‘hard’ is niet te lezen. Schrijf een getal van 1 tot 60.'],
    ],
    ['one name twice', 'naam;type\nMus;licht\nmus ;zwaar', ['3: Deze regel is dezelfde als regel 2.']],
    ['no name', 'naam;type\n;licht', ['2: Het vak ‘naam’ is leeg.']],
  ])('%s is an error', (_name, text, expected) => {
    expect(told(readScooters(source(text)))).toEqual(expected);
  });
});

describe('the team', () => {
  test.each([
    ['Vrijwilliger', 'volunteer'],
    ['manager', 'manager'],
    ['Coördinator', 'manager'],
    ['ADMIN', 'admin'],
  ])('role %j is %j', (text, role) => {
    expect(readStaff(source(`naam;rol\nAn;${text}`)).lines[0]?.value.role).toBe(role);
  });

  test('the fixed contact may have a column of its own', () => {
    const lines = readStaff(source('naam;rol;aanspreekpunt\nAn;manager;ja\nBo;manager;nee')).lines;
    expect(lines.map(({ value }) => value.contact)).toEqual([true, false]);
  });

  test('days without hours are told', () => {
    const { lines, remarks } = readStaff(source('naam;rol;aanwezig\nAn;manager;wo-vr'));
    expect(lines[0]?.value.presence).toEqual([{ weekdays: [3, 4, 5], from: '09:00', until: '17:00' }]);
    expect(remarks.map(({ sentence }) => sentence)).toEqual([
      'Bij ‘wo-vr’ staan geen tijden: gelezen als 09:00 tot 17:00.',
    ]);
  });

  test('errors say no name', () => {
    const found = told(readStaff(source('naam;rol;telefoon;aanwezig\nHildegard;baas;geheim;soms\n;manager;;')));
    expect(found).toHaveLength(4);
    expect(found.join()).not.toContain('Hildegard');
  });
});

describe('the menu', () => {
  test('takes a date or a day', () => {
    const lines = readMenu(source('dag;maaltijd;menu\nma;lunch;Soep\n4-4-2027;Diner;Vis')).lines;
    expect(lines.map(({ value }) => [value.on, value.meal])).toEqual([
      [1, 'lunch'],
      ['2027-04-04', 'diner'],
    ]);
  });

  test.each([
    ['an unreadable day', 'dag;maaltijd;menu\nooit;lunch;Soep', [expect.stringContaining('2: De dag ‘ooit’')]],
    [
      'an unreadable price',
      'dag;maaltijd;menu;prijs\nma;lunch;Soep;veel',
      [expect.stringContaining('2: De prijs ‘veel’')],
    ],
    [
      'one meal twice',
      'dag;maaltijd;menu\nma;lunch;Soep\nmaandag;Lunch;Vis',
      ['3: Deze regel is dezelfde als regel 2.'],
    ],
  ])('%s is an error', (_name, text, expected) => {
    expect(told(readMenu(source(text)))).toEqual(expected);
  });
});
