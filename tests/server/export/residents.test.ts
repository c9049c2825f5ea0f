// Who lives here as a file: what a Dutch spreadsheet opens as it is, and what the import reads back without a change.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boardOf } from '../../../src/domain/board.ts';
import { usualSettings } from '../../../src/domain/location.ts';
import { fieldsOf } from '../../../src/domain/people.ts';
import { fullNameKey } from '../../../src/domain/same-person.ts';
import { rows } from '../../../src/domain/table.ts';
import { csvText } from '../../../src/server/export/csv.ts';
import { residentsCsv } from '../../../src/server/export/residents.ts';
import { readResidents } from '../../../src/server/import/residents.ts';
import { createWorld, houseRows, staff, ZONE } from '../../support/builders.ts';
import { sample } from '../import/sample.ts';

const read = (text: string) =>
  readResidents({ file: 'bewoners.csv', text: text.replace('\uFEFF', '') }, { hashCard: (uid) => uid });
const header = (text: string) => text.split(/\r?\n/)[0];

test('a file begins with its mark, ends lines as a spreadsheet does, and lets nothing be computed', () => {
  expect(
    csvText(
      ['naam', 'bedrag', 'ja'],
      [
        ['=1+1', 5.5, true],
        ['a;"b"\nc', -3, null],
        ['@x', 0, false],
        ['+31 6', 1, null],
        ['\t=1+1', 1, null],
        ['\r-2', 1, null],
        ['＝1+1', 1, null],
        ["'s-Gravenhage", 1, null],
      ],
    ),
  ).toBe(
    [
      '\uFEFFnaam;bedrag;ja',
      "'=1+1;5,5;ja",
      '"a;""b""\nc";-3;',
      "'@x;0;nee",
      "'+31 6;1;",
      '"\'\t=1+1";1;',
      '"\'\r-2";1;',
      "'＝1+1;1;",
      "'s-Gravenhage;1;",
      '',
    ].join('\r\n'),
  );
});

describe('the residents', () => {
  test('stand under the headers of the sample building without its cards, and without who has left', () => {
    const text = residentsCsv(boardOf(houseRows()));
    expect(header(text)).toBe(
      `\uFEFF${header(sample('bewoners.csv').text.replace('\uFEFF', ''))?.replace(';pas', '')}`,
    );
    expect(text).toContain('101;1;mevrouw;Anna;;Van Anna;nl;;;ja;0612345678\r\n');
    expect(text).not.toContain('Lies');
    expect(text).not.toContain('hash');
  });

  test('of the sample building come back as they went', () => {
    const world = createWorld(boardOf({ location: [{ id: 'flat', name: 'Flat', timeZone: ZONE, ...usualSettings }] }));
    const lines = read(sample('bewoners.csv').text).lines.map(({ value }) => value);
    world.send(staff, { type: 'importResidents', lines });
    const again = read(residentsCsv(world.board));
    expect([again.errors, again.remarks, again.lines.length]).toEqual([[], [], 148]);
    expect(world.send(staff, { type: 'importResidents', lines: again.lines.map(({ value }) => value) })).toEqual({
      ok: true,
      value: [],
    });
  });

  test('whatever they are called, come back without a change', () => {
    const odd = fc.oneof(
      fc.constantFrom("'t Hart", '=cmd', '-Jan', '+Piet', '@Els', 'a;b', 'zei "ja"', 'Ünal', 'مريم', "''", 'x\ty'),
      fc.string({ minLength: 1, maxLength: 20 }),
    );
    const phone = fc.constantFrom(null, '+31 6 12345678', '(010) 000-01 02', '-010000', '06 12345678');
    const person = fc.record({
      number: fc.integer({ min: 1, max: 60 }).map(String),
      salutation: fc.constantFrom('mevrouw', 'meneer', null),
      firstName: odd,
      infix: fc.constantFrom('', 'van der', "'t", '-'),
      lastName: odd,
      language: fc.constantFrom('nl', 'pt-PT', 'ar', 'pap'),
      showName: fc.boolean(),
      phone,
    } as const);
    // One name with one phone behind two doors is asked about, whoever wrote the file.
    const people = fc.uniqueArray(person, {
      maxLength: 12,
      selector: (fields) => (fields.phone === null ? fields : fullNameKey(fields)),
    });
    fc.assert(
      fc.property(people, (people) => {
        const world = createWorld(
          boardOf({ location: [{ id: 'flat', name: 'Flat', timeZone: ZONE, ...usualSettings }] }),
        );
        for (const fields of people) {
          const floor = Number(fields.number) % 5;
          world.send(staff, { type: 'putResident', id: null, fields, was: {}, floor: floor - 1 });
        }
        const [first] = rows(world.board.resident);
        if (first !== undefined)
          world.send(staff, {
            type: 'setClearance',
            residentId: first.id,
            clearance: { validUntil: '2027-04-04', types: ['Licht', 'zwaar'] },
          });
        const again = read(residentsCsv(world.board));
        const living = [...rows(world.board.resident)].map(({ id }) => fieldsOf(world.board, id));
        expect(again.errors).toEqual([]);
        expect(again.lines).toHaveLength(living.length);
        const lines = again.lines.map(({ value }) => value);
        expect(world.send(staff, { type: 'importResidents', lines })).toEqual({ ok: true, value: [] });
      }),
      { numRuns: 200 },
    );
  });
});
