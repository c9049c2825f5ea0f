// What an import would do, line by line, and what somebody must decide first: nothing is done by half.

import { beforeEach, describe, expect, test } from 'vitest';
import { type Board, boardOf } from '../../../src/domain/board.ts';
import { apply } from '../../../src/domain/changes.ts';
import type { Command } from '../../../src/domain/commands.ts';
import { decide } from '../../../src/domain/decide.ts';
import type { Actor } from '../../../src/domain/envelope.ts';
import { importKinds } from '../../../src/domain/import-preview.ts';
import { usualSettings } from '../../../src/domain/location.ts';
import type { Role } from '../../../src/domain/permissions.ts';
import { rows } from '../../../src/domain/table.ts';
import { instantOf, instantText } from '../../../src/domain/time.ts';
import type { ImportFileSet } from '../../../src/server/import/files.ts';
import { type FileAnswers, type Preview, previewImport } from '../../../src/server/import/preview.ts';
import { TODAY, ZONE } from './calendar.ts';
import { sampleBytes, sampleNames } from './sample.ts';

const NOW = instantOf(TODAY, '12:00', ZONE);
const MILA: Actor = { staffId: 'mila', proof: 'session', visitId: 'visit' };
const manager = {
  id: 'mila',
  name: 'Mila',
  role: 'manager',
  function: '',
  contact: false,
  calls: false,
  phone: null,
  presence: [],
} as const;

/** What somebody decided about one line. */
interface Decision {
  readonly skip?: true;
  readonly cells?: Readonly<Record<string, string>>;
  readonly answers?: FileAnswers['residents'] extends ReadonlyMap<number, infer Given> | undefined ? Given : never;
}

let board: Board;
let role: Role;
let commands: number;
beforeEach(() => {
  board = boardOf({
    location: [{ id: 'house', name: 'Het huis', timeZone: ZONE, ...usualSettings }],
    staffMember: [manager],
  });
  role = 'manager';
  commands = 0;
});

const judge = (on: Board, command: Command) => {
  commands += 1;
  const id = `01900000-0000-7000-8000-${String(commands).padStart(12, '0')}`;
  const envelope = { id, command, tappedAt: instantText(NOW), actor: MILA };
  return decide(on, envelope, { now: NOW, tappedAt: NOW, role });
};
const house = () => ({ board, zone: ZONE, now: NOW, hashCard: (uid: string) => `hash of ${uid}`, judge });
const preview = (files: ImportFileSet, answers: FileAnswers = {}) => previewImport(house(), files, answers);
const does = (command: Command) => {
  const verdict = judge(board, command);
  if (!verdict.ok) throw new Error(verdict.error.type);
  board = apply(board, verdict.value);
};
const doesAll = ({ commands: all }: Preview) => all.forEach(does);

const HEAD = 'huisnummer;verdieping;aanhef;voornaam;achternaam;pas;telefoon;naam_tonen';
/** The lines of a file stand from line 2. */
const residents = (lines: readonly string[], decisions: Readonly<Record<number, Decision>> = {}, head = HEAD) => {
  const decided = Object.entries(decisions).map(([line, decision]) => [Number(line), decision] as const);
  const amended = new Map(
    decided.map(([line, { skip, cells }]) => [line, { skip: skip === true, cells: cells ?? {} }]),
  );
  const answers = new Map(decided.map(([line, each]) => [line, each.answers ?? []]));
  return preview(
    { residents: { name: 'b.csv', bytes: Buffer.from([head, ...lines].join('\n')), amended } },
    { residents: answers },
  );
};
/** Every line as `line what name: differences`. */
const told = ({ files }: Preview): readonly string[] =>
  (files[0]?.lines ?? []).map(({ line, what, name, door, differences, asked }) =>
    [
      `${line} ${what} ${name} (${door})`,
      ...(what === 'changed' ? differences : []).map(({ field, was, is }) => `${field} ${was}→${is}`),
      ...(asked === null ? [] : [`${asked.type} ${asked.who?.name} (${asked.who?.door}): ${asked.choices.join('/')}`]),
    ].join(', '),
  );
const namesOn = () =>
  [...rows(board.residentPrivate)].map(({ id, firstName, lastName }) => {
    const home = [...rows(board.resident)].find((each) => each.id === id)?.homeId;
    return `${firstName} ${lastName} ${[...rows(board.home)].find((each) => each.id === home)?.number}`;
  });

const RIET = '1;0;mevrouw;Riet;Molenaar;AAAA;010 000 01 01;ja';
const BEP = '28;2;mevrouw;Bep;Bakker;BBBB;;nee';

describe('the sample building in an empty flat', () => {
  const sample: ImportFileSet = Object.fromEntries(
    importKinds.map((kind) => [kind, { name: sampleNames[kind], bytes: sampleBytes(sampleNames[kind]) }]),
  );

  test('is all new for an admin, and a second time all the same', () => {
    role = 'admin';
    const first = preview(sample);
    expect(first.undecided).toBe(0);
    expect(first.files.map(({ kind, lines }) => [kind, lines.length, new Set(lines.map(({ what }) => what))])).toEqual([
      ['residents', 148, new Set(['added'])],
      ['programme', 20, new Set(['added'])],
      ['scooters', 4, new Set(['added'])],
      ['staff', 6, new Set(['added'])],
      ['menu', 5, new Set(['added'])],
    ]);
    doesAll(first);
    const again = preview(sample);
    expect(new Set(again.files.flatMap(({ lines }) => lines.map(({ what }) => what)))).toEqual(new Set(['same']));
    for (const command of again.commands) expect(judge(board, command)).toEqual({ ok: true, value: [] });
  });

  test('asks a manager about colleagues who are more than volunteer, each by name', () => {
    const asked = preview(sample)
      .files.find(({ kind }) => kind === 'staff')
      ?.lines.filter(({ what }) => what === 'refused');
    expect(asked?.map(({ name, asked: question }) => [name, question?.type, question?.choices])).toContainEqual([
      'Samira Haddou',
      'notYours',
      ['asVolunteer'],
    ]);
  });

  test('shows no card, in no line', () => {
    const shown = JSON.stringify(preview(sample).files);
    for (const card of ['2BB29976', '142C8364', 'hash of']) expect(shown).not.toContain(card);
  });
});

describe('a line that cannot be read', () => {
  test('waits with its cells but without its card, is mended or skipped, and nothing is done before', () => {
    const lines = [RIET, '12e;hoog;mevrouw;Ans;Bos;CCCC;;', BEP];
    const first = residents(lines);
    expect(told(first)).toEqual(['2 added Riet Molenaar (1)', '3 refused Ans Bos (12e)', '4 added Bep Bakker (28)']);
    expect(first.undecided).toBe(1);
    expect(first.files[0]?.lines[1]).toMatchObject({
      sentences: ['De verdieping ‘hoog’ is niet te lezen. Schrijf bijvoorbeeld 0, BG of 3.'],
      cells: { number: '12e', floor: 'hoog', firstName: 'Ans' },
    });
    expect(JSON.stringify(first.files)).not.toContain('CCCC');
    const mended = residents(lines, { 3: { cells: { floor: '1' } } });
    expect(mended.undecided).toBe(0);
    expect(told(mended)[1]).toBe('3 added Ans Bos (12e)');
    const skipped = residents(lines, { 3: { skip: true } });
    expect(skipped.undecided).toBe(0);
    expect(told(skipped)[1]).toBe('3 skipped Ans Bos (12e)');
    doesAll(skipped);
    expect(namesOn()).toEqual(['Riet Molenaar 1', 'Bep Bakker 28']);
  });

  test('of the same person twice is settled by taking one of them out', () => {
    const twice = [RIET, RIET];
    expect(residents(twice).undecided).toBe(1);
    expect(told(residents(twice, { 2: { skip: true } }))).toEqual([
      '2 skipped Riet Molenaar (1)',
      '3 added Riet Molenaar (1)',
    ]);
    const underTwoDoors = residents([RIET, '9;0;mevrouw;Riet;Molenaar;;010 000 01 01;']);
    expect(underTwoDoors.files[0]?.lines[1]?.sentences).toEqual([
      'Deze bewoner staat ook op regel 2, met dezelfde telefoon achter een andere deur. Kies welke deur klopt.',
    ]);
  });

  test('of a file without the columns that must be there is a problem of the file', () => {
    const { files, undecided } = residents([RIET], {}, 'huisnummer;etage;a;b;c;d;e;f');
    expect(files[0]?.problems).toEqual(['De kolom ‘voornaam’ ontbreekt.', 'De kolom ‘achternaam’ ontbreekt.']);
    expect([files[0]?.lines, undecided]).toEqual([[], 1]);
  });
});

describe('a later list', () => {
  beforeEach(() => doesAll(residents([RIET, BEP])));

  test('says what changes into what, and who is the same', () => {
    const later = residents(['1;0;mevrouw;Riet;Molenaar;DDDD;;nee', BEP, '12;1;;Cees;Blok;;;']);
    expect(told(later)).toEqual([
      '2 changed Riet Molenaar (1), showName true→false, phone 010 000 01 01→null, card null→null',
      '3 same Bep Bakker (28)',
      '4 added Cees Blok (12)',
    ]);
    expect(residents([BEP]).files[0]?.missing).toBe(1);
  });

  test('with somebody else’s card asks: without the card, or not at all', () => {
    const lines = ['33;3;mevrouw;Tonny;Verhoeven;BBBB;;'];
    expect(told(residents(lines))).toEqual(['2 refused Tonny Verhoeven (33), cardTaken Bep Bakker (28): withoutCard']);
    const decided = residents(lines, { 2: { answers: ['withoutCard'] } });
    expect(told(decided)).toEqual(['2 added Tonny Verhoeven (33)']);
    doesAll(decided);
    expect([...rows(board.card)].find(({ id }) => id === 'hash of BBBB')?.residentId).toBe(
      [...rows(board.residentPrivate)].find(({ firstName }) => firstName === 'Bep')?.id,
    );
  });

  test('with somebody behind another door asks whether they moved, and moves them with their card', () => {
    const lines = ['41;4;mevrouw;Bep;Bakker;;;'];
    expect(told(residents(lines))).toEqual(['2 refused Bep Bakker (41), elsewhere Bep Bakker (28): moved/other']);
    doesAll(residents(lines, { 2: { answers: ['moved'] } }));
    expect(namesOn()).toEqual(['Riet Molenaar 1', 'Bep Bakker 41']);
    expect(told(residents(lines))).toEqual(['2 same Bep Bakker (41)']);
  });

  test('or whether it is a namesake, who is somebody new, once', () => {
    const lines = [BEP, '41;4;mevrouw;Bep;Bakker;;;', '43;4;mevrouw;Bep;Bakker;;;'];
    expect(told(residents(lines)).filter((line) => line.includes('refused'))).toEqual([]);
    expect(residents(lines).files[0]?.remarks.map(({ line }) => line)).toEqual([3, 4]);
    const alone = [lines[1]!];
    const other = { 2: { answers: ['other'] as const } };
    doesAll(residents(alone, other));
    expect(namesOn().sort()).toEqual(['Bep Bakker 28', 'Bep Bakker 41', 'Riet Molenaar 1']);
    expect(told(residents(alone, other))).toEqual(['2 same Bep Bakker (41)']);
  });

  test('brings back who left only where somebody says so', () => {
    const bep = [...rows(board.residentPrivate)].find(({ firstName }) => firstName === 'Bep')!.id;
    does({ type: 'leaveHouse', residentId: bep, reason: 'moved' });
    expect(told(residents([BEP]))).toEqual(['2 refused Bep Bakker (28), left Bep Bakker (28): back']);
    const back = residents([BEP], { 2: { answers: ['back'] } });
    expect(back.undecided).toBe(0);
    doesAll(back);
    expect([...rows(board.resident)].find(({ id }) => id === bep)?.left).toBeNull();
  });
});
