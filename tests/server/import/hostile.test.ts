// Files that want to hang or crash the import. The runner's own limit is the only clock here.
import { expect, test } from 'vitest';
import { readImport } from '../../../src/server/import/files.ts';
import { calendar, event, read, readText, sentences, TODAY, ZONE } from './calendar.ts';

const reading = { today: TODAY, zone: ZONE, hashCard: (uid: string) => uid, goodLines: false };
const all = (count: number, from = 0) => Array.from({ length: count }, (_, index) => index + from).join();

test.each([
  ['every second without end', 'FREQ=SECONDLY'],
  ['every minute without end', 'FREQ=MINUTELY'],
  ['every second of every day', `FREQ=DAILY;BYHOUR=${all(24)};BYMINUTE=${all(60)};BYSECOND=${all(60)}`],
])('%s is an error', (_name, rule) => {
  const { lines, errors } = read('DTSTART:19700101T100000', `RRULE:${rule}`);
  expect([lines.length, errors.length]).toEqual([0, 1]);
});

test.each([
  ['a date that never comes', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'],
  ['a day that never comes', 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30'],
  ['a position that never comes', 'FREQ=MONTHLY;BYMONTHDAY=31;BYDAY=5MO;BYSETPOS=9'],
  ['an interval of nothing', 'FREQ=DAILY;INTERVAL=0'],
  ['a billion times', 'FREQ=DAILY;COUNT=999999999'],
  ['once in a billion days', 'FREQ=DAILY;INTERVAL=999999999'],
  ['until the year 9999', 'FREQ=DAILY;UNTIL=99991231T235959Z'],
  ['every day of the year by number', `FREQ=YEARLY;BYYEARDAY=${all(366, 1)}`],
  ['every week by number', `FREQ=YEARLY;BYWEEKNO=${all(53, 1)};BYDAY=MO`],
])('%s ends, in a series or an error', (_name, rule) => {
  const soon = read('DTSTART:20261103T100000', `RRULE:${rule}`);
  expect(soon.lines.length + soon.errors.length).toBe(1);
  const longAgo = read('DTSTART:19700103T100000', `RRULE:${rule}`);
  expect(longAgo.count).toBe(1);
});

test('a zone with a rule for every second is never run', () => {
  const zone =
    'BEGIN:VTIMEZONE\r\nTZID:Boos\r\nBEGIN:STANDARD\r\nDTSTART:00010101T000000\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+9999\r\nRRULE:FREQ=SECONDLY\r\nEND:STANDARD\r\nEND:VTIMEZONE';
  const { errors } = readText(calendar(zone, event('DTSTART;TZID=Boos:20261201T100000')));
  expect(sentences(errors)).toEqual([expect.stringContaining('De tijdzone bij DTSTART is niet bekend')]);
});

test('a line of ten million letters is an error of its event', () => {
  const { lines, errors } = readText(calendar(event('UID:a', `DESCRIPTION:${'x'.repeat(10_000_000)}`), event('UID:b')));
  expect(lines.map(({ value }) => value.series.id)).toEqual(['b']);
  expect(sentences(errors)).toEqual(['3: Deze afspraak is niet te lezen: hij is veel te lang.']);
});

test('a hundred thousand events are refused as a file', () => {
  const { lines, errors } = readText(calendar('BEGIN:VEVENT\r\nEND:VEVENT\r\n'.repeat(100_000)));
  expect([lines.length, sentences(errors)]).toEqual([0, ['null: Er staan meer dan 5000 afspraken in dit bestand.']]);
});

test('more series than any house has are refused as a file', () => {
  const many = Array.from({ length: 501 }, (_, index) => event(`UID:${index}`, 'RRULE:FREQ=DAILY'));
  const { lines, errors } = readText(calendar(...many));
  expect([lines.length, sentences(errors)]).toEqual([0, ['null: Er staan meer dan 500 reeksen in dit bestand.']]);
});

test('a hundred thousand begins without an end are errors', () => {
  const { lines, errors } = readText(calendar('BEGIN:VEVENT\r\n'.repeat(100_000)));
  expect([lines.length, errors.length]).toEqual([0, 1]);
});

test('a description made of half tags stays a description', () => {
  const { lines, errors } = read(`DESCRIPTION:${'<script <a '.repeat(10_000)}`);
  expect([lines.length, errors]).toEqual([1, []]);
});

test('six thousand residents are refused as a file', () => {
  const bytes = Buffer.from(`huisnummer;verdieping;voornaam;achternaam\n${'1;0;Jo;Bos\n'.repeat(6000)}`);
  const [file] = readImport({ residents: { name: 'r.csv', bytes } }, reading);
  expect([file?.command, sentences(file?.read.errors ?? [])]).toEqual([
    null,
    ['null: Er staan meer dan 5000 regels in dit bestand.'],
  ]);
});

test.each(['residents', 'programme', 'scooters', 'staff', 'menu'] as const)(
  'noise as %s is an error, never a crash',
  (kind) => {
    const noise = [
      Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256)),
      Buffer.from('"'.repeat(9999)),
      Buffer.from(';'.repeat(9999)),
      Buffer.from('BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;=:;\nEND:VEVENT\nEND:VCALENDAR'),
      Buffer.from([0xff, 0xfe, 0x00]),
    ];
    for (const bytes of noise) {
      const [file] = readImport({ [kind]: { name: 'ruis', bytes } }, reading);
      expect(file?.command).toBeNull();
      expect(file?.read.errors.length).toBeGreaterThan(0);
    }
  },
);
