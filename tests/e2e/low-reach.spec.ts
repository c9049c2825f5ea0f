/**
 * A whole visit at a glass higher than 300 mm: whatever can be tapped lies in the lower half of one that hangs upright,
 * and below the top quarter of one that lies; and all of it fits, in both sizes, from left to right and back.
 */
import { type Browser, expect, type Page } from '@playwright/test';
import { languages } from '../../src/client/i18n/languages.ts';
import { alarm, post } from './announcements.ts';
import { type BrowserHouse, test } from './house.ts';
import { defectsOf } from './kiosk-asserts.ts';
import { arrive, createWalker, shown, type Walker } from './layout-hand.ts';
import { stages, titles, WIL_AND_HENK } from './layout-stages.ts';
import { RIDER } from './scooters.ts';
import { EVERY_VOICE } from './voices.ts';

interface Glass {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly inches: number;
  /** Above this nothing is tapped, as a part of the height. */
  readonly line: number;
}

const UPRIGHT: Glass = { name: 'upright, lower half', width: 1080, height: 1920, inches: 15.6, line: 0.5 };
const LYING: Glass = { name: 'lying, below the top quarter', width: 1920, height: 1080, inches: 27, line: 0.25 };

interface Look {
  readonly glass: Glass;
  readonly language: (typeof languages)[number]['tag'];
  readonly sizes: readonly ('normal' | 'groter')[];
}

/** With `HUISKAMER_TEST_MATRIX=full` all of these in every language; else each glass, size and direction. */
function looks(): readonly Look[] {
  if (process.env.HUISKAMER_TEST_MATRIX !== 'full') {
    return [
      { glass: UPRIGHT, language: 'nl', sizes: ['normal', 'groter'] },
      { glass: UPRIGHT, language: 'ar', sizes: ['groter'] },
      { glass: LYING, language: 'nl', sizes: ['normal'] },
    ];
  }
  return languages.flatMap(({ tag: language }) =>
    [UPRIGHT, LYING].map((glass): Look => ({ glass, language, sizes: ['normal', 'groter'] })),
  );
}

test.use({ startsAt: stages.friday.startsAt, trace: 'off', screenshot: 'off' });

for (const { glass, language, sizes } of looks()) {
  test(`UX 55: ${glass.name}: every target of a visit, in ${language}, ${sizes.join(' and ')}`, async ({
    browser,
    house,
  }) => {
    test.setTimeout(150_000);
    await stages.friday.prepare(house);
    await post(house);
    const page = await openGlass(browser, house, glass);
    const found: string[] = [];
    await visit({
      house,
      walk: createWalker(page),
      language,
      sizes,
      async look(name) {
        const size = (await page.locator('html').getAttribute('data-size')) ?? '';
        const defects = [...(await tooHigh(page, glass.line)), ...(await unfit(page, glass, size))];
        found.push(...defects.map((defect) => `${name} ${size}: ${defect}`));
      },
    });
    expect(found).toEqual([]);
  });
}

async function openGlass(browser: Browser, house: BrowserHouse, { width, height, inches }: Glass): Promise<Page> {
  const { page } = await house.openKiosk(browser, { width, height, voices: { langs: EVERY_VOICE, late: false } });
  await page.goto(`${page.url()}?diagonal=${inches}`);
  await page.locator('.above').waitFor({ state: 'attached' });
  return page;
}

interface Visit extends Pick<Look, 'language' | 'sizes'> {
  readonly house: BrowserHouse;
  readonly walk: Walker;
  readonly look: (name: string) => Promise<void>;
}

async function visit({ house, language, look, sizes, walk }: Visit): Promise<void> {
  const { hand, page } = walk;
  /** Where letters can be made larger the screen is looked at in both sizes, and stays the one it is. */
  const at = async (screen: string) => {
    await arrive(page, screen);
    await look(screen);
    if (sizes.length < 2 || !(await walk.hasTools())) return;
    await walk.letters('groter');
    await arrive(page, screen);
    await look(screen);
    await walk.letters('normal');
  };
  const home = async () => {
    await walk.tap('.bar .hand');
    await arrive(page, 'help');
    await walk.place(0);
    await arrive(page, 'today');
  };

  await at('rest');
  await walk.wake();
  if (language !== 'nl') await walk.speak(language);
  if (!sizes.includes('normal')) await walk.letters('groter');
  await walk.place(0);
  await at('today');

  await hand.tap(shown(page).locator('.header .tool').last());
  await at('language');
  await walk.place(4);
  await at('help');
  await walk.tap('.box.ours');
  await at('team');
  await walk.place(2);
  await at('messages');
  await walk.tap('.slip');
  await at('message');
  await walk.place(0);
  await arrive(page, 'today');

  await walk.tomorrow();
  await at('day');
  await walk.place(0);
  await arrive(page, 'today');
  while (await walk.later());
  await walk.tap('.header .tool');
  await at('week');
  await walk.place(0);

  await walk.open(titles.meal);
  await at('activity');
  await walk.tap('.do');
  await at('who floor');
  await walk.floor(WIL_AND_HENK.floor);
  await at('who door');
  await walk.door(WIL_AND_HENK.door);
  await at('who person');
  await walk.person(2);
  await at('done');
  await walk.tap('.both .stop');
  await at('left');
  await walk.tap('.both .yes');
  await arrive(page, 'today');

  await walk.place(1);
  await at('scooter');
  await walk.tap('button.day-choice:not(.full)');
  await at('scooter-time');
  await walk.tap('button.time-choice.free');
  await at('scooter-length');
  await walk.tap('.answer');
  await walk.floor(RIDER.floor);
  await walk.door(RIDER.door);
  await at('code');
  await home();
  await walk.place(3);
  await at('my-things');
  await hand.wait(91_000);
  await at('still-there');
  await alarm(house);
  await at('alarm');
}

/** What can be tapped above the line. The glass at rest is one target that reaches everywhere. Runs in the page. */
const tooHigh = (page: Page, line: number): Promise<readonly string[]> =>
  page.evaluate((part) => {
    const targets = [...document.querySelectorAll<HTMLElement>('button, a[href], [role=button], [tabindex="0"]')];
    return targets
      .filter((target) => target.checkVisibility())
      .map((target) => ({ target, box: target.getBoundingClientRect() }))
      .filter(({ target, box }) =>
        target.matches('.wake-all') ? box.bottom < innerHeight * 0.9 : box.top < innerHeight * part - 0.5,
      )
      .map(({ target, box }) => `too high, at ${Math.round(box.top)} px: ${(target.textContent ?? '').slice(0, 30)}`);
  }, line);

/** Whatever else is asked of every screen, on this glass. */
async function unfit(page: Page, glass: Glass, size: string): Promise<readonly string[]> {
  const lang = (await page.locator('html').getAttribute('lang')) ?? '';
  return defectsOf(page, {
    mm: Math.hypot(glass.width, glass.height) / (glass.inches * 25.4),
    profile: 'p1',
    groter: size === 'groter',
    lang,
    dir: languages.find(({ tag }) => tag === lang)?.dir ?? 'ltr',
    manyTiles: true,
  });
}
