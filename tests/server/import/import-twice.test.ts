import { beforeEach, describe, expect, test } from 'vitest';
import { activitiesBetween } from '../../../src/domain/activity.ts';
import { type Board, boardOf } from '../../../src/domain/board.ts';
import { apply } from '../../../src/domain/changes.ts';
import type { Command } from '../../../src/domain/commands.ts';
import { decide } from '../../../src/domain/decide.ts';
import type { Actor } from '../../../src/domain/envelope.ts';
import { type ImportKind, importKinds } from '../../../src/domain/import-preview.ts';
import { usualSettings } from '../../../src/domain/location.ts';
import { group, rows } from '../../../src/domain/table.ts';
import { instantOf, instantText } from '../../../src/domain/time.ts';
import type { ImportFileSet } from '../../../src/server/import/files.ts';

import { type ImportHouse, runImport } from '../../../src/server/import/run.ts';
import { calendar, event, TODAY, ZONE } from './calendar.ts';
import { sampleBytes, sampleNames } from './sample.ts';

const NOW = instantOf(TODAY, '12:00', ZONE);
const OPERATOR: Actor = { staffId: 'operator', proof: 'session', visitId: 'visit' };

class House implements ImportHouse {
  readonly zone = ZONE;
  readonly now = () => NOW;
  readonly hashCard = (uid: string) => `hash of ${uid}`;
  private commands = 0;
  private current: Board = boardOf({ location: [{ id: 'house', name: 'Het huis', timeZone: ZONE, ...usualSettings }] });

  board(): Board {
    return this.current;
  }

  async submit(command: Command): Promise<string | null> {
    this.commands += 1;
    const id = `01900000-0000-7000-8000-${String(this.commands).padStart(12, '0')}`;
    const envelope = { id, command, tappedAt: instantText(NOW), actor: OPERATOR };
    const verdict = decide(this.current, envelope, { now: NOW, tappedAt: NOW, role: 'operator' });
    if (!verdict.ok) return verdict.error.type;
    this.current = apply(this.current, verdict.value);
    return null;
  }
}

let house: House;
beforeEach(() => {
  house = new House();
});

const sampleFiles: ImportFileSet = Object.fromEntries(
  importKinds.map((kind) => [kind, { name: sampleNames[kind], bytes: sampleBytes(sampleNames[kind]) }]),
);
const importAll = (files: ImportFileSet = sampleFiles, goodLines = false) => runImport(house, files, { goodLines });
const importText = (kind: ImportKind, text: string, goodLines = false) =>
  importAll({ [kind]: { name: `${kind}.txt`, bytes: Buffer.from(text) } }, goodLines);

describe('the sample building', () => {
  test('is imported whole, and says so', async () => {
    const { ok, text } = await importAll();
    expect(ok).toBe(true);
    expect(text).toContain('bewoners.csv: 148 bewoners gelezen.\n  Ingelezen: 148 nieuw, 0 gewijzigd, 0 ongewijzigd.');
    expect(text).toContain('weekprogramma.ics: 20 afspraken gelezen.\n  Ingelezen: 20 nieuw,');
    expect(text).toContain('medewerkers.csv: 6 medewerkers gelezen.\n  Ingelezen: 6 nieuw,');
    expect([...rows(house.board().resident)]).toHaveLength(148);
    const today = activitiesBetween(house.board(), TODAY, TODAY).map(({ title }) => title);
    expect(today).toEqual(['Spelletjesmiddag']);
  });

  test('a second time changes nothing at all', async () => {
    await importAll();
    const before = house.board();
    const { text } = await importAll();
    expect(house.board()).toEqual(before);
    for (const count of [148, 20, 4, 6, 5])
      expect(text).toContain(`Ingelezen: 0 nieuw, 0 gewijzigd, ${count} ongewijzigd.`);
    expect(text).not.toContain('Niet in dit bestand');
  });
});

describe('a later file', () => {
  const head = 'huisnummer;verdieping;aanhef;voornaam;tussenvoegsel;achternaam;pas;telefoon';
  const lines = ['12;1;mevrouw;Ans;te;Riele;AAAA;', '14;1;meneer;Cor;;Bos;;010 000 00 14', '9;0;mevrouw;Nel;;Mol;;'];

  test('updates who is known by card, also under another name and door', async () => {
    await importText('residents', [head, ...lines].join('\n'));
    const { text } = await importText(
      'residents',
      [head, '21;2;mevrouw;Anna;te;Riele;aaaa;', ...lines.slice(1)].join('\n'),
    );
    expect(text).toContain('Ingelezen: 0 nieuw, 1 gewijzigd, 2 ongewijzigd.');
    expect([...rows(house.board().resident)].map(({ firstName }) => firstName).sort()).toEqual(['Anna', 'Cor', 'Nel']);
  });

  test('names who is missing by door alone, and keeps them', async () => {
    await importText('residents', [head, ...lines].join('\n'));
    const { text } = await importText('residents', [head, lines[0]].join('\n'));
    expect(text).toContain('Niet in dit bestand en toch blijven staan: huisnummer 9, huisnummer 14.');
    expect(text).not.toMatch(/Cor|Bos|Nel|Mol/);
    expect([...rows(house.board().resident)]).toHaveLength(3);
  });

  test('without a column keeps what that column said', async () => {
    await importText('residents', [head, ...lines].join('\n'));
    await importText('residents', 'huisnummer;etage;aanhef;voornaam;achternaam\n14;1;meneer;Cor;Bos');
    expect([...rows(house.board().residentPrivate)].find(({ lastName }) => lastName === 'Bos')?.phone).toBe(
      '010 000 00 14',
    );
  });

  test('names series, scooters and menus that are missing, and only counts the team', async () => {
    await importAll();
    const files: ImportFileSet = {
      programme: { name: 'p.ics', bytes: Buffer.from(calendar(event('UID:koffie@zilvermeeuw.example'))) },
      scooters: { name: 's.csv', bytes: Buffer.from('naam;type\nMerel;licht\nMeeuw;licht\nReiger;zwaar') },
      staff: { name: 'm.csv', bytes: Buffer.from('naam;rol\nSamira Haddou;manager') },
      menu: {
        name: 'k.csv',
        bytes: Buffer.from('dag;maaltijd;menu\nma;lunch;Soep\ndi;lunch;Soep\nwo;lunch;Soep\nvr;lunch;Vis'),
      },
    };
    const { text } = await importAll(files);
    expect(text).toMatch(/blijven staan: Beweegklas, Bewonersraad, Bingo/);
    expect(text).toContain('blijven staan: Kievit.');
    expect(text).toContain('blijven staan: 5 medewerkers.');
    expect(text).toContain('blijven staan: donderdag warm.');
    expect(text).not.toContain('Louwers');
  });
});

describe('a file with an error', () => {
  const text = 'huisnummer;verdieping;voornaam;achternaam\n1;0;Jo;Bos\n2;hoog;An;Bos';

  test('brings nothing, and other files still do', async () => {
    const { ok, text: told } = await importAll({
      residents: { name: 'r.csv', bytes: Buffer.from(text) },
      scooters: { name: 's.csv', bytes: Buffer.from('naam;type\nMus;licht') },
    });
    expect(ok).toBe(false);
    expect([[...rows(house.board().resident)].length, [...rows(house.board().scooter)].length]).toEqual([0, 1]);
    expect(told).toContain('r.csv: 2 bewoners gelezen.\n  1 fout; uit dit bestand is niets ingelezen.');
    expect(told).toContain('    regel 3: De verdieping ‘hoog’ is niet te lezen.');
  });

  test('brings its good lines when they are asked for', async () => {
    const { ok, text: told } = await importText('residents', text, true);
    expect(ok).toBe(true);
    expect([...rows(house.board().resident)].map(({ firstName }) => firstName)).toEqual(['Jo']);
    expect(told).toContain('1 fout; de andere regels zijn ingelezen:');
  });

  test.each([
    ['a spreadsheet', Buffer.from('PK\x03\x04rest'), 'werkmap van een spreadsheet'],
    ['NUL bytes', Buffer.from('a;b\0'), 'geen tekstbestand'],
    ['nothing', Buffer.from(' \n'), 'leeg'],
  ])('%s is one sentence', async (_name, bytes, sentence) => {
    const { ok, text: told } = await importAll({ residents: { name: 'r.csv', bytes } });
    expect([ok, told.includes(sentence)]).toEqual([false, true]);
  });
});

describe('a sign-up', () => {
  const rule = 'RRULE:FREQ=WEEKLY';
  const activityId = 'een/2026-12-01';
  const signUps = () => [...group(house.board().signUp, activityId).values()];
  const notices = () => [...rows(house.board().notice)].map(({ type }) => type);

  beforeEach(async () => {
    await importText('residents', 'huisnummer;verdieping;voornaam;achternaam\n1;0;Jo;Bos');
    await importText('programme', calendar(event('DTSTART:20261201T100000', rule, 'LOCATION:Zaal')));
    const [resident] = [...rows(house.board().resident)];
    await house.submit({ type: 'signUp', activityId, residentIds: [resident!.id], guests: 0 });
    expect(signUps()).toHaveLength(1);
  });

  test('stays, untold, when the file says the same', async () => {
    await importText('programme', calendar(event('DTSTART:20261201T100000', rule, 'LOCATION:Zaal')));
    expect([signUps().map(({ status }) => status), notices()]).toEqual([['going'], []]);
  });

  test.each([
    ['another time', ['DTSTART:20261201T110000', rule, 'LOCATION:Zaal'], 'changed'],
    ['another room', ['DTSTART:20261201T100000', rule, 'LOCATION:Tuin'], 'changed'],
    ['that date taken out', ['DTSTART:20261201T100000', rule, 'LOCATION:Zaal', 'EXDATE:20261201T100000'], 'cancelled'],
    ['the series called off', ['DTSTART:20261201T100000', rule, 'LOCATION:Zaal', 'STATUS:CANCELLED'], 'cancelled'],
  ])('stays with %s, and is told', async (_name, lines, notice) => {
    await importText('programme', calendar(event(...lines)));
    expect([signUps().map(({ status }) => status), notices()]).toEqual([['going'], [notice]]);
  });

  test('stays when that one date moves, and is told', async () => {
    const moved = event('RECURRENCE-ID:20261201T100000', 'DTSTART:20261202T100000', 'LOCATION:Zaal');
    await importText('programme', calendar(event('DTSTART:20261201T100000', rule, 'LOCATION:Zaal'), moved));
    expect([signUps().map(({ status }) => status), notices()]).toEqual([['going'], ['changed']]);
  });

  test('stays when the file no longer has the series', async () => {
    await importText('programme', calendar(event('UID:iets anders')));
    expect(signUps().map(({ status }) => status)).toEqual(['going']);
  });
});
