/**
 * Every screen in every state fits, can be hit, can be read and has no axe violation, on every panel, in every size and
 * language. `HUISKAMER_TEST_MATRIX=full` looks at every screen in all of these together; otherwise at every screen on
 * every panel in every size, each in another language, and all of these meet on one screen or another.
 * Every state has a house of its own. Whoever has come to a state looks at it there in all that can be chosen.
 */
import { test as base, errors, expect, type Page } from '@playwright/test';
import type { Key, Words } from '../../src/client/i18n/keys.ts';
import { languages as spoken } from '../../src/client/i18n/languages.ts';
import { words as ar } from '../../src/client/i18n/locales/ar/words.ts';
import { words as en } from '../../src/client/i18n/locales/en/words.ts';
import { words as nl } from '../../src/client/i18n/locales/nl/words.ts';
import { words as pap } from '../../src/client/i18n/locales/pap/words.ts';
import { words as ptPT } from '../../src/client/i18n/locales/pt-PT/words.ts';
import { words as tr } from '../../src/client/i18n/locales/tr/words.ts';
import { axeViolations, KIOSK_AXE } from './axe.ts';
import { defectsOf, type FixedPlaces, fixedPlaces, samePlace } from './kiosk-asserts.ts';
import { createStageHouses, type StageHouses } from './layout-houses.ts';
import { type Look, languages, looksOf, millimetre, profiles, sizes } from './layout-matrix.ts';
import { pseudoWords } from './layout-speech.ts';
import { type LayoutState, layoutStates } from './layout-states.ts';
import { type Homes, openVisits } from './layout-visit.ts';
import { wayHomeDefects } from './way-home.ts';

const test = base.extend<object, { readonly homes: Homes; readonly houses: StageHouses }>({
  homes: [async ({ browser: _ }, use) => use(new Map()), { scope: 'worker' }],
  houses: [
    async ({ browser: _ }, use) => {
      const houses = createStageHouses();
      await use(houses);
      houses.remove();
    },
    { scope: 'worker' },
  ],
});
// A test looks at many screens: a picture or a film of the last one says little and costs a third of the time.
test.use({ trace: 'off', screenshot: 'off' });

/** What is looked at on every screen, by the numbers of docs/accessibility.md. */
const UX = 'UX 1, 2, 3, 4, 5, 11, 12, 13, 14, 15, 16, 36, 37, 38, 39, 42, 54';
const SILENCE = 60_000;
/** What the browser says of a question it will not answer any more. */
const LOST_ANSWER = 'promise was garbage collected';
const everything = process.env.HUISKAMER_TEST_MATRIX === 'full';
const vocabulary: Readonly<Record<Look['language'], Words>> = {
  nl,
  tr,
  ar,
  pap,
  'pt-PT': ptPT,
  en,
  pseudo: pseudoWords,
};

for (const state of layoutStates) {
  const looks = looksOf(state, everything);
  test(`${state.name}: fits, can be hit and read`, { annotation: { type: 'requirements', description: UX } }, async ({
    browser,
    homes,
    houses,
  }) => {
    test.setTimeout(20_000 + looks.length * 15_000 + SILENCE);
    const visits = openVisits(browser, { state, looks, houses, homes });
    const found = new Map<string, string[]>();
    const note = (look: Look, defects: readonly string[]) => {
      for (const defect of defects) found.set(defect, [...(found.get(defect) ?? []), said(look)]);
    };

    const lookAt = (look: Look) =>
      visits.visit(look, async ({ page, home }) => {
        last = page;
        note(look, await defectsOf(page, expectedOf(state, look)));
        note(look, await axeDefects(page));
        if (home !== null) note(look, movedDefects(state, look, home, await fixedPlaces(page)));
        note(look, await orientationDefects(page, state));
      });
    let last: Page | null = null;
    let silences = 0;
    for (const look of looks) {
      let read = await unlessSilent(lookAt(look));
      if (read === null && silences === 0) {
        // Rarely a page of this browser never answers a question of the test, while the kiosk on it goes on. Once.
        silences += 1;
        await visits.stop();
        read = await unlessSilent(lookAt(look));
      }
      if (read === null) throw new Error('the browser did not answer, twice');
      note(look, unsaidDefects(state, look, read));
    }
    for (const look of looks.slice(-1)) if (last !== null) note(look, await wayHomeDefects(last, state));
    await visits.stop();
    expect([...found].map(([defect, where]) => `${defect} — ${where.join(', ')}`)).toEqual([]);
  });
}

test('every panel, size and language meet on one screen or another, and no two states have the same name', () => {
  const met = new Set(layoutStates.flatMap((state) => looksOf(state, everything)).map(said));
  expect(met.size).toBe(profiles.length * sizes.length * languages.length);
  expect(new Set(layoutStates.map(({ name }) => name)).size).toBe(layoutStates.length);
});

const said = ({ profile, size, language }: Look) => `${profile.name} ${size} ${language}`;

/** What it comes to, or null when the browser did not answer a question, or not for far longer than a visit takes. */
async function unlessSilent(visit: Promise<string>): Promise<string | null> {
  const { promise: silence, resolve } = Promise.withResolvers<null>();
  const timer = setTimeout(() => resolve(null), SILENCE);
  try {
    return await Promise.race([visit, silence]);
  } catch (error) {
    const isSilence = error instanceof errors.TimeoutError || String(error).includes(LOST_ANSWER);
    if (isSilence) return null;
    throw error;
  } finally {
    clearTimeout(timer);
    visit.catch(() => undefined);
  }
}

function expectedOf(state: LayoutState, { profile, size, tag: lang }: Look) {
  const dir = spoken.find(({ tag }) => tag === lang)?.dir ?? 'ltr';
  return {
    mm: millimetre(profile),
    profile: profile.name,
    groter: size === 'groter',
    lang,
    dir,
    manyTiles: state.manyTiles === true,
  };
}

async function axeDefects(page: Page): Promise<readonly string[]> {
  return (await axeViolations(page, KIOSK_AXE)).flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `axe ${id}: ${target.join(' ')} ${(failureSummary ?? '').split('\n')[1]?.trim() ?? ''}`,
    ),
  );
}

/** Vandaag and Hulp stay where they are; on a question Terug stands there, on a result Klaar (UX requirement 37). */
function movedDefects(state: LayoutState, { language }: Look, home: FixedPlaces, now: FixedPlaces): readonly string[] {
  if (state.bar === 'none') return [];
  const bad: string[] = [];
  if (!samePlace(home.help, now.help)) bad.push(`moved: Hulp is at ${now.help}, on Vandaag at ${home.help}`);
  const corner = (box: readonly number[] | null) =>
    box === null ? null : [box[language === 'ar' ? 2 : 0] ?? 0, box[1] ?? 0];
  const whole = state.bar === 'places' || state.bar === 'back';
  if (whole && !samePlace(home.first, now.first))
    bad.push(`moved: the first place is at ${now.first}, on Vandaag at ${home.first}`);
  if (state.bar === 'own' && !samePlace(corner(home.first), corner(now.first))) {
    bad.push(`moved: Klaar starts at ${corner(now.first)}, Vandaag at ${corner(home.first)}`);
  }
  return bad;
}

/** Which day and what time it is, where somebody decides about a day (UX requirement 43). */
async function orientationDefects(page: Page, { screen }: LayoutState): Promise<readonly string[]> {
  if (!['rest', 'today', 'week', 'activity'].includes(screen)) return [];
  const bad: string[] = [];
  const head = (
    await page
      .locator(screen === 'rest' ? '.moment' : '.place')
      .first()
      .innerText()
  ).replace(/\s+/g, ' ');
  if (!/\d{1,2}:\d\d/.test(head)) bad.push(`time: no clock in "${head}"`);
  const withDate = screen === 'rest' || screen === 'today';
  if (withDate && !/(^|[^\d:])(1[4-9]|2\d)([^\d:]|$)/.test(head.replace(/\d{1,2}:\d\d/g, '')))
    bad.push(`time: no date in "${head}"`);
  return bad;
}

function unsaidDefects({ says = [] }: LayoutState, { language }: Look, read: string): readonly string[] {
  const plain = (text: string) => text.replace(/[\u00ad\u2066-\u2069]/g, '').replace(/\s+/g, ' ');
  return says
    .map((key) => wordsFor(language, key))
    .filter((words) => !plain(read).includes(plain(words)))
    .map((words) => `not said: "${words}"`);
}

function wordsFor(language: Look['language'], key: Key): string {
  const [subject = '', name = ''] = key.split(':');
  const words = vocabulary[language][subject]?.[name];
  if (words === undefined) throw new Error(`${key} has no plain words in ${language}`);
  return words;
}
