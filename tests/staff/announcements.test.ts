// What somebody of the team writes before it hangs, when an alarm ends, and the fixed alarms.
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { alarmPhrases, fixedActs, fixedIn } from '../../src/client/app/alarm-phrases.ts';
import { alarmOf, changeOf, endOfAlarm, longer } from '../../src/client/app/alarm-times.ts';
import {
  type AlarmSaid,
  missingOf,
  otherLanguages,
  saidBy,
  saidOf,
  sentOf,
  withAct,
  withMore,
  without,
  withTitle,
  withTranslation,
} from '../../src/client/app/alarm-words.ts';
import {
  commandOf,
  type Draft,
  draftFrom,
  draftsOf,
  dropDraft,
  keepDraft,
  missingIn,
  newDraft,
} from '../../src/client/app/announcement-drafts.ts';
import { createStaffSpeech } from '../../src/client/i18n/staff-i18n.ts';
import { createKeptDrafts } from '../../src/client/platform/kept-drafts.ts';
import { timesWords } from '../../src/client/staff/announcements/announcement-words.ts';
import { housePictograms } from '../../src/client/ui/pictograms/house-pictograms.ts';
import { isPictogramName } from '../../src/client/ui/pictograms/Pictogram.tsx';
import { announcementSchema, TITLE_LENGTH } from '../../src/domain/announcement.ts';
import { commandSchema } from '../../src/domain/commands.ts';
import { rows } from '../../src/domain/table.ts';
import { instantText } from '../../src/domain/time.ts';
import { createWorld, house, MORNING, refusalOf, staff } from '../support/builders.ts';

function memory(): Pick<globalThis.Storage, 'getItem' | 'setItem'> {
  const kept = new Map<string, string>();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
}
const soup: Draft = {
  ...newDraft('mila', MORNING),
  title: 'Soep',
  text: 'Kom proeven.',
  untilDate: '2026-10-16',
  untilTime: '22:00',
};

describe('a draft', () => {
  test('UX 27: is there again after a closed browser, whenever that is, for who wrote it and nobody else', () => {
    const store = memory();
    keepDraft(
      createKeptDrafts(() => store),
      soup,
    );
    const again = createKeptDrafts(() => store);
    expect(draftsOf(again, 'mila')).toEqual([soup]);
    expect(draftsOf(again, 'joke')).toEqual([]);
    dropDraft(again, soup.key);
    expect(
      draftsOf(
        createKeptDrafts(() => store),
        'mila',
      ),
    ).toEqual([]);
  });

  test('that cannot be read takes no other with it, and a browser that keeps nothing works as long as the page', () => {
    const store = memory();
    store.setItem('huiskamer.drafts', JSON.stringify([{ key: 1 }, soup]));
    expect(
      draftsOf(
        createKeptDrafts(() => store),
        'mila',
      ),
    ).toEqual([soup]);
    const closed = createKeptDrafts(() => {
      throw new Error('a private window');
    });
    keepDraft(closed, soup);
    expect(draftsOf(closed, 'mila')).toEqual([soup]);
  });

  test('says what is missing', () => {
    expect(missingIn(newDraft('mila', MORNING))).toBe('title');
    expect(missingIn({ ...soup, untilTime: '' })).toBe('until');
    expect(missingIn(soup)).toBeNull();
  });

  test('becomes a command by the clock on the wall', () => {
    const command = commandOf(
      house(),
      { ...soup, translations: [{ language: 'tr', title: ' ', text: 'x', acts: [] }] },
      MORNING,
    );
    expect(v.is(commandSchema, command)).toBe(true);
    expect(command).toMatchObject({ from: instantText(MORNING), until: '2026-10-16T20:00:00Z', translations: [] });
  });

  test('of an edit carries what was changed and what was seen, and nothing else', () => {
    const world = createWorld();
    world.send(staff, commandOf(world.board, soup, MORNING));
    const [hung] = [...rows(world.board.announcement)];
    const draft = { ...draftFrom(world.board, hung!, { staffId: 'mila', now: MORNING, again: false }), text: 'Nu.' };
    const command = commandOf(world.board, draft, MORNING);
    expect(command).toEqual({
      type: 'changeAnnouncement',
      announcementId: hung!.id,
      fields: { text: 'Nu.' },
      was: { text: 'Kom proeven.' },
    });
    expect(draftFrom(world.board, hung!, { staffId: 'mila', now: MORNING, again: true })).toMatchObject({
      announcementId: null,
      title: 'Soep',
      untilDate: '',
    });
  });
});

const others: readonly string[] = otherLanguages.map(({ tag }) => tag);

describe('an alarm', () => {
  test('ends in an hour, at midnight, or at the next time on the wall, and nowhere while nobody said', () => {
    const at = (end: Parameters<typeof endOfAlarm>[1]) => {
      const found = endOfAlarm(house(), end, MORNING);
      return found === null ? null : instantText(found);
    };
    expect(at({ type: 'hour' })).toBe(instantText(MORNING + 3_600_000));
    expect(at({ type: 'midnight' })).toBe('2026-10-14T22:00:00Z');
    expect(at({ type: 'time', time: '17:00' })).toBe('2026-10-14T15:00:00Z');
    expect(at({ type: 'time', time: '07:00' })).toBe('2026-10-15T05:00:00Z');
    expect(at({ type: 'time', time: '' })).toBeNull();
  });

  test('an hour longer carries the end that was seen', () => {
    const row = { id: 'a', until: instantText(MORNING) } as Parameters<typeof longer>[0];
    expect(longer(row)).toMatchObject({
      fields: { until: instantText(MORNING + 3_600_000) },
      was: { until: row.until },
    });
  });

  test.each(alarmPhrases.map((phrase) => [phrase.name, phrase] as const))(
    '%s is said in every language of the house, with what to do, and with drawings there are',
    (_name, phrase) => {
      const said = saidBy(phrase);
      const command = alarmOf({ said, until: MORNING + 3_600_000, deviceIds: [] }, MORNING);
      expect(v.is(commandSchema, command)).toBe(true);
      expect(command.translations.map(({ language }) => language)).toEqual(others);
      expect(said.translations.map((each) => missingOf(said, each))).toEqual(others.map(() => 0));
      expect(phrase.acts.length).toBeGreaterThan(1);
    },
  );

  test('every fixed thing to do has a drawing there is and a sentence of its own in every language', () => {
    for (const { pictogram, words } of fixedActs) {
      expect(isPictogramName(pictogram) || Object.hasOwn(housePictograms, pictogram)).toBe(true);
      const said = others.map((language) => fixedIn(language, words));
      expect(said.every((each) => each !== null && each !== words && each.length <= TITLE_LENGTH)).toBe(true);
      expect(new Set(said).size).toBe(others.length);
    }
    expect(v.is(v.pick(announcementSchema, ['acts']), { acts: fixedActs.slice(0, 3) })).toBe(true);
  });

  test('in other words keeps what somebody wrote by hand in another language, and lets fixed sentences go', () => {
    const lift = saidBy(alarmPhrases.find(({ name }) => name === 'lift') ?? null);
    const byHand = withTranslation(lift, 'tr', { title: 'Elle' });
    const titles = (said: AlarmSaid) =>
      Object.fromEntries(said.translations.map((each) => [each.language, each.title]));
    expect(titles(withTitle(byHand, 'De lift gaat niet'))).toMatchObject({ tr: 'Elle', en: '', ar: '' });
    expect(titles(withTitle(withTitle(lift, 'De lift'), 'De lift is stuk'))).toEqual(titles(lift));
    const acts = (said: AlarmSaid) => said.translations.find(({ language }) => language === 'en')?.acts;
    const called = withAct(lift, 0, { pictogram: 'phone', words: 'Bel ons' });
    expect(acts(called)).toEqual(['Call us', 'You cannot? Call us']);
    expect(acts(without(called, 0))).toEqual(['You cannot? Call us']);
    expect(acts(withMore(called, { pictogram: 'home', words: 'Iets anders' }))).toEqual([...(acts(called) ?? []), '']);
    // What nobody wrote is said in Dutch; who wrote nothing at all is left out.
    const only = withTranslation(saidBy(null), 'pap', { acts: ['Yama nos'] });
    expect(sentOf(withTitle(only, 'Iets')).translations.map(({ language }) => language)).toEqual(['pap']);
  });

  test('that is on is changed by what is other, each with what was seen, and by nothing where nothing is', () => {
    const world = createWorld();
    const wanted = { said: saidBy(alarmPhrases[0] ?? null), until: MORNING + 3_600_000, deviceIds: [] };
    world.send(staff, alarmOf(wanted, MORNING));
    const [on] = [...rows(world.board.announcement)];
    const said = saidOf(on!);
    expect(changeOf(on!, { ...wanted, said })).toBeNull();
    const change = changeOf(on!, { ...wanted, said: { ...said, title: 'Er is water' }, until: MORNING + 7_200_000 });
    expect(change).toEqual({
      type: 'changeAnnouncement',
      announcementId: on!.id,
      fields: { title: 'Er is water', until: instantText(MORNING + 7_200_000) },
      was: { title: 'Er is geen water', until: on!.until },
    });
    expect(refusalOf(world.send(staff, change!))).toBe('accepted');
  });
});

describe('how long one hangs', () => {
  const speech = createStaffSpeech({ lang: 'nl', dir: 'ltr' });
  const words = (from: string, until: string) =>
    timesWords(speech, createWorld().board, {
      announcement: { from: `2026-10-${from}:00+02:00`, until: `2026-10-${until}:00+02:00` },
      today: '2026-10-15',
    });

  test.each([
    ['15T15:12', '15T23:12', 'vandaag van 15:12 tot 23:12'],
    ['16T09:00', '16T12:00', 'vrijdag 16 oktober van 9:00 tot 12:00'],
    ['15T09:00', '17T22:00', 'van vandaag, 9:00 tot zaterdag 17 oktober, 22:00'],
  ])('is said with the day once where it is one day', (from, until, said) => {
    expect(words(from, until)).toBe(said);
  });
});
