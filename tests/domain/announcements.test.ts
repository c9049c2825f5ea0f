// The board of the house: what may hang there, what a tablet shows of it when, and who has seen an alarm.
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { Announcement } from '../../src/domain/announcement.ts';
import {
  alarmIn,
  alarmOn,
  allAnnouncements,
  announcementsOn,
  firstSentence,
  languagesOf,
  saidIn,
  showingsOf,
} from '../../src/domain/announcement-views.ts';
import { type Command, type CommandOf, commandSchema } from '../../src/domain/commands.ts';
import { redactBoard, redactChanges } from '../../src/domain/scopes.ts';
import { row, rows } from '../../src/domain/table.ts';
import { instantText } from '../../src/domain/time.ts';
import { createWorld, MORNING, refusalOf, resident, staff, type World } from '../support/builders.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const soup: CommandOf<'postAnnouncement'> = {
  type: 'postAnnouncement',
  level: 'information',
  title: 'Soep in de hal',
  text: 'Kom proeven. Het is gratis.',
  picture: null,
  acts: [],
  from: instantText(MORNING),
  until: instantText(MORNING + 8 * HOUR),
  deviceIds: [],
  translations: [],
};
const water: CommandOf<'postAnnouncement'> = {
  ...soup,
  level: 'alarm',
  title: 'Er is geen water',
  text: '',
  acts: [{ pictogram: 'home', words: 'Flessen staan klaar' }],
  until: instantText(MORNING + HOUR),
};
const post = (world: World, fields: Partial<CommandOf<'postAnnouncement'>> = {}, from = soup) =>
  world.send(staff, { ...from, ...fields });
function posted(world: World, fields: Partial<CommandOf<'postAnnouncement'>> = {}, from = soup): Announcement {
  const verdict = post(world, fields, from);
  const put = verdict.ok ? verdict.value.find((change) => change.type === 'announcementPut') : undefined;
  if (put?.type !== 'announcementPut') throw new Error(refusalOf(verdict));
  return put.row;
}
const looking = (world: World, deviceId: string | null = 'hal') => ({ now: world.now, deviceId });
const titles = (world: World, deviceId: string | null = 'hal') =>
  announcementsOn(world.board, looking(world, deviceId)).map(({ title }) => title);

describe('what may hang there', () => {
  test('a message says who hung it up and when', () => {
    const world = createWorld();
    expect(posted(world)).toMatchObject({ by: 'mila', at: instantText(MORNING), endedAt: null });
  });

  test('nothing that ends before it begins, or is over', () => {
    const world = createWorld();
    const at = (minutes: number) => instantText(MORNING + minutes * MINUTE);
    expect(refusalOf(post(world, { from: at(60), until: at(30) }))).toBe('announcementEndsFirst');
    expect(refusalOf(post(world, { from: at(30), until: at(30) }))).toBe('announcementEndsFirst');
    expect(refusalOf(post(world, { from: at(-60), until: at(0) }))).toBe('announcementOver');
    expect(refusalOf(post(world, { until: at(366 * 24 * 60 + 1) }))).toBe('announcementTooLong');
    expect([...rows(world.board.announcement)]).toEqual([]);
  });

  test('no alarm without an end, or of more than a day', () => {
    const { until: _until, ...endless } = water;
    expect(v.is(commandSchema, endless)).toBe(false);
    expect(v.is(commandSchema, { ...water, until: null })).toBe(false);
    const world = createWorld();
    expect(refusalOf(post(world, { until: instantText(MORNING + 24 * HOUR + MINUTE) }, water))).toBe(
      'announcementTooLong',
    );
    expect(refusalOf(post(world, { until: instantText(MORNING + 24 * HOUR) }, water))).toBe('accepted');
  });

  test('no alarm with more under its title than is read in a hurry, in any language', () => {
    const world = createWorld();
    const [fits, tooMuch] = ['x'.repeat(120), 'x'.repeat(121)];
    expect(refusalOf(post(world, { text: tooMuch }, water))).toBe('alarmWordy');
    const translations = [{ language: 'tr', title: 'Su yok', text: tooMuch, acts: [] }];
    expect(refusalOf(post(world, { text: fits, translations }, water))).toBe('alarmWordy');
    expect(refusalOf(post(world, { text: fits }, water))).toBe('accepted');
    expect(refusalOf(post(world, { text: tooMuch }))).toBe('accepted');
  });

  test('no title without letters, and no card of an alarm without words', () => {
    const world = createWorld();
    expect(refusalOf(post(world, { title: ' \n ' }))).toBe('announcementEmpty');
    expect(refusalOf(post(world, { acts: [{ pictogram: 'home', words: ' ' }] }, water))).toBe('announcementEmpty');
  });

  test.each([
    ['a title of 41 characters', { title: 'x'.repeat(41) }],
    ['a text of 281', { text: 'x'.repeat(281) }],
    ['10,000 characters', { text: 'x'.repeat(10_000) }],
    ['four cards', { acts: Array.from({ length: 4 }, () => ({ pictogram: 'home', words: 'Kom' })) }],
    ['a picture by address', { picture: { photo: '', url: 'https://elsewhere.example/a.png' } }],
    ['a drawing that is markup', { picture: { pictogram: '<svg onload=x>' } }],
    ['a language that is none', { translations: [{ language: 'x"y', title: 'a', text: '' }] }],
  ])('%s is no command', (_name, fields) => {
    expect(v.is(commandSchema, { ...soup, ...fields })).toBe(false);
  });

  test('markup is text, marks that turn a line around are left out, and one title is one line', () => {
    const title = '<b>a</b>\u202e\u2066 \n b';
    const parsed = v.parse(commandSchema, { ...soup, title, text: 'een\n\n  <script>x</script>\u202e\n' });
    const world = createWorld();
    world.send(staff, parsed as Command);
    const [only] = [...rows(world.board.announcement)];
    expect([only?.title, only?.text]).toEqual(['<b>a</b> b', 'een\n<script>x</script>']);
  });

  test('only managers may, and no tablet says by itself what it showed', () => {
    const world = createWorld();
    expect(refusalOf(world.send(staff, soup, { role: 'volunteer' }))).toBe('notAllowed');
    expect(refusalOf(world.send(resident('anna'), soup))).toBe('notAllowed');
    const { id } = posted(world, {}, water);
    const showing = { type: 'noteShowing', announcementId: id, deviceId: 'hal', revision: 0 } as const;
    expect(refusalOf(world.send(staff, showing))).toBe('notAllowed');
  });
});

describe('a tablet shows', () => {
  test('important ones first, then the newest, and none that comes later or is over', () => {
    const world = createWorld();
    posted(world, { title: 'oud' });
    world.now += MINUTE;
    posted(world, { title: 'nieuw' });
    posted(world, { title: 'belangrijk', level: 'important' });
    posted(world, { title: 'straks', from: instantText(world.now + HOUR) });
    const kort = posted(world, { title: 'kort', until: instantText(world.now + 5 * MINUTE) });
    expect(titles(world)).toEqual(['belangrijk', 'kort', 'nieuw', 'oud']);
    world.now += 5 * MINUTE;
    expect(titles(world)).toEqual(['belangrijk', 'nieuw', 'oud']);
    expect(allAnnouncements(world.board, world.now).at(-1)?.id).toBe(kort.id);
  });

  test('what is meant for it: an ordinary one to nobody who does not know who they are, an alarm rather twice than never', () => {
    const world = createWorld();
    posted(world, { title: 'hal', deviceIds: ['hal'] });
    const { id } = posted(world, { deviceIds: ['hal'] }, water);
    expect([titles(world), titles(world, 'keuken'), titles(world, null)]).toEqual([['hal'], [], []]);
    const alarm = (deviceId: string | null) => alarmOn(world.board, looking(world, deviceId))?.id ?? null;
    expect([alarm('hal'), alarm('keuken'), alarm(null)]).toEqual([id, null, id]);
  });

  test('an alarm from the minute it is given, and to the minute of its end', () => {
    const world = createWorld();
    const given = instantText(MORNING + 7_000);
    world.now = MORNING + 7_000;
    posted(world, { from: given, until: instantText(MORNING + HOUR + 7_000) }, water);
    const on = (now: number) => alarmOn(world.board, { now, deviceId: 'hal' }) !== null;
    // A screen knows the time to the minute.
    expect([on(MORNING), on(MORNING + HOUR - MINUTE), on(MORNING + HOUR)]).toEqual([true, true, false]);
    expect(titles(world)).toEqual([]);
  });

  test('nothing that was taken away, and again what was hung up again', () => {
    const world = createWorld();
    const { id } = posted(world);
    world.send(staff, { type: 'endAnnouncement', announcementId: id });
    expect(titles(world)).toEqual([]);
    const endedAt = instantText(world.now);
    const again = {
      type: 'changeAnnouncement',
      announcementId: id,
      fields: { endedAt: null },
      was: { endedAt },
    } as const;
    expect(refusalOf(world.send(staff, again))).toBe('accepted');
    expect(titles(world)).toEqual(['Soep in de hal']);
  });

  test('the words of a language somebody wrote, and Dutch otherwise', () => {
    const world = createWorld();
    const both = posted(world, { translations: [{ language: 'tr', title: 'Çorba', text: 'Gelin.', acts: [] }] });
    expect(saidIn(both, 'tr')).toMatchObject({ title: 'Çorba', language: 'tr' });
    expect(saidIn(both, 'ar')).toMatchObject({ title: 'Soep in de hal', language: 'nl' });
  });

  test('the first sentence of a text where it fits on one line', () => {
    expect(firstSentence('Kom proeven. Het is gratis.')).toBe('Kom proeven');
    expect(firstSentence('Komt u ook? Ja.')).toBe('Komt u ook?');
    expect(firstSentence('I.v.m. werk is de lift stil. Neem de trap.')).toBe('I.v.m. werk is de lift stil');
    expect(firstSentence('x'.repeat(51))).toBeNull();
    expect(firstSentence('')).toBeNull();
  });
});

describe('an edit', () => {
  const change = (world: World, id: string, fields: object, was: object) =>
    world.send(staff, { type: 'changeAnnouncement', announcementId: id, fields, was });

  test('of one field keeps what another changed in another', () => {
    const world = createWorld();
    const { id } = posted(world);
    expect(refusalOf(change(world, id, { title: 'Taart' }, { title: soup.title }))).toBe('accepted');
    expect(refusalOf(change(world, id, { text: 'Om vier uur.' }, { text: soup.text }))).toBe('accepted');
    expect(row(world.board.announcement, id, id)).toMatchObject({ title: 'Taart', text: 'Om vier uur.' });
  });

  test('of a field that somebody else changed meanwhile is refused, with its name', () => {
    const world = createWorld();
    const { id } = posted(world);
    change(world, id, { title: 'Taart' }, { title: soup.title });
    const late = change(world, id, { title: 'Koek', text: 'Nu.' }, { title: soup.title, text: soup.text });
    expect(late).toMatchObject({ ok: false, error: { type: 'changedMeanwhile', fields: ['title'] } });
    expect(row(world.board.announcement, id, id)?.text).toBe(soup.text);
    // Both wanted the same.
    expect(refusalOf(change(world, id, { title: 'Taart' }, { title: soup.title }))).toBe('accepted');
  });

  test('makes no alarm of a message, keeps an alarm one, and lasts as the rules say', () => {
    const world = createWorld();
    const alarm = posted(world, {}, water);
    expect(
      v.is(commandSchema, { type: 'changeAnnouncement', announcementId: 'a', fields: { level: 'alarm' }, was: {} }),
    ).toBe(false);
    change(world, alarm.id, { level: 'information' }, { level: 'alarm' });
    expect(row(world.board.announcement, alarm.id, alarm.id)?.level).toBe('alarm');
    const until = instantText(MORNING + 48 * HOUR);
    expect(refusalOf(change(world, alarm.id, { until }, { until: alarm.until }))).toBe('announcementTooLong');
  });

  test('of one that is not there is a no', () => {
    const world = createWorld();
    expect(refusalOf(change(world, 'nobodys', {}, {}))).toBe('announcementUnknown');
    expect(refusalOf(world.send(staff, { type: 'endAnnouncement', announcementId: 'nobodys' }))).toBe(
      'announcementUnknown',
    );
  });
});

describe('proof and privacy', () => {
  const note = (world: World, announcementId: string, deviceId: string, revision = 0) =>
    world.send(staff, { type: 'noteShowing', announcementId, deviceId, revision }, { role: 'operator' });

  test('that a tablet showed an alarm is known once, by its first time', () => {
    const world = createWorld();
    const { id } = posted(world, {}, water);
    world.now += 1_000;
    note(world, id, 'hal');
    world.now += MINUTE;
    expect(note(world, id, 'hal')).toEqual({ ok: true, value: [] });
    expect(showingsOf(world.board, id)).toEqual([
      { id: `${id}/hal`, announcementId: id, deviceId: 'hal', at: instantText(MORNING + 1_000), revision: 0 },
    ]);
    expect(refusalOf(note(world, posted(world).id, 'hal'))).toBe('announcementUnknown');
  });

  test('other words are known from when a tablet shows those; words that are not there nobody has shown', () => {
    const world = createWorld();
    const { id, title } = posted(world, {}, water);
    note(world, id, 'hal');
    world.now += MINUTE;
    const at = instantText(world.now);
    expect(refusalOf(note(world, id, 'hal', 1))).toBe('announcementUnknown');
    const words = { type: 'changeAnnouncement', announcementId: id, fields: { title: 'Er is water' }, was: { title } };
    expect(refusalOf(world.send(staff, words as Command))).toBe('accepted');
    expect(row(world.board.announcement, id, id)).toMatchObject({ revision: 1, changedAt: at });
    // Of the same words nothing is said anew, and of other tablets neither.
    const where = {
      type: 'changeAnnouncement',
      announcementId: id,
      fields: { deviceIds: ['hal'] },
      was: { deviceIds: [] },
    };
    expect(refusalOf(world.send(staff, where as Command))).toBe('accepted');
    expect(row(world.board.announcement, id, id)?.revision).toBe(1);
    expect(note(world, id, 'hal', 0)).toEqual({ ok: true, value: [] });
    note(world, id, 'hal', 1);
    expect(showingsOf(world.board, id)).toMatchObject([{ deviceId: 'hal', at, revision: 1 }]);
  });

  test('what to do is said in a language as far as somebody wrote it, for as many cards as there are', () => {
    const world = createWorld();
    const acts = [
      { pictogram: 'stairs', words: 'Neem de trap' },
      { pictogram: 'phone', words: 'Bel ons' },
    ];
    const translations = [
      { language: 'tr', title: 'Su yok', text: '', acts: [' Merdiveni \n kullanın', '', 'over'] },
      { language: 'en', title: '', text: '', acts: ['Take the stairs'] },
      { language: 'ar', title: ' ', text: 'x', acts: [' '] },
    ];
    const alarm = posted(world, { acts, translations }, water);
    expect(alarm.translations.map(({ language, acts: said }) => [language, said])).toEqual([
      ['tr', ['Merdiveni kullanın', '']],
      ['en', ['Take the stairs']],
    ]);
    expect(alarmIn(alarm, 'tr').acts).toEqual([
      { pictogram: 'stairs', words: 'Merdiveni kullanın', language: 'tr' },
      { pictogram: 'phone', words: 'Bel ons', language: 'nl' },
    ]);
    expect(saidIn(alarm, 'en')).toMatchObject({ title: 'Er is geen water', language: 'nl' });
    expect(languagesOf(alarm)).toEqual(['nl', 'tr', 'en']);
  });

  test('a shared screen gets no proof and nothing that is over; what comes later it gets', () => {
    const world = createWorld();
    const gone = posted(world, { title: 'weg' });
    world.send(staff, { type: 'endAnnouncement', announcementId: gone.id });
    posted(world, { title: 'straks', from: instantText(MORNING + HOUR) });
    const { id } = posted(world, {}, water);
    note(world, id, 'hal');
    const lists = redactBoard(world.board, 'kiosk', world.now);
    expect(lists.showing).toBeUndefined();
    expect(lists.announcement?.map(({ title }) => title).sort()).toEqual(['Er is geen water', 'straks']);
    const ended = world.journal.flatMap(({ changes }) => changes).filter(({ type }) => type === 'announcementPut');
    expect(redactChanges(ended, 'kiosk', world.board, world.now)).toEqual(ended);
  });

  test('what came down long ago goes, with its proof', () => {
    const world = createWorld();
    const { id } = posted(world, {}, water);
    note(world, id, 'hal');
    world.now += 92 * 24 * HOUR;
    posted(world, { from: instantText(world.now), until: instantText(world.now + HOUR) });
    expect([row(world.board.announcement, id, id), showingsOf(world.board, id).length]).toEqual([undefined, 0]);
  });
});
