/** The kiosk without a network, and newer builds of it that come and go without anybody. */
import { type BrowserContext, chromium, expect, type Page, test } from '@playwright/test';
import { builtFiles } from '../../deploy/offline-build.ts';
import { chromiumLaunch } from '../support/chromium.ts';
import { newDataFolder, removeDataFolder } from '../support/running-server.ts';
import { type HouseOfBuilds, keptBy, openHouseOfBuilds, shownBuild } from './builds.ts';
import { button, screen, signUp, wake } from './screens.ts';

test.use({ serviceWorkers: 'allow' });
// Several houses, browsers and builds in one story.
test.setTimeout(120_000);

let house: HouseOfBuilds;
test.beforeEach(async () => {
  house = await openHouseOfBuilds();
});
test.afterEach(async ({ context }) => {
  await context.close();
  await house.stop();
});

/** Some seconds after the first screens everything is kept. */
async function openAndKeep(page: Page): Promise<void> {
  await page.clock.install({ time: house.now() });
  await page.goto(house.url);
  await expect(screen(page, 'rest')).toBeVisible();
  await page.locator('html[data-started]').waitFor({ state: 'attached' });
  await page.clock.fastForward(11_000);
  await expect.poll(async () => (await keptBy(page)).pointer?.good).toBe(await shownBuild(page));
}

const HOUR_AND_MORE = 66 * 60_000;
const isWaiting = (page: Page) =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting != null);

/** Time goes by without anybody at the screen, until the newer build was found and waits. */
async function findNewer(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    registration?.addEventListener('updatefound', () => Object.assign(window, { found: true }));
  });
  const isFound = () => page.evaluate(() => 'found' in window);
  await page.clock.fastForward(HOUR_AND_MORE);
  await expect
    .poll(
      async () => {
        // Where the house was not back yet, it is asked again soon.
        if (!(await isFound())) await page.clock.fastForward(5 * 60_000);
        return isFound();
      },
      { timeout: 30_000 },
    )
    .toBe(true);
  await expect.poll(() => isWaiting(page)).toBe(true);
}

test('a browser that starts without a server opens all of it, in every language, and keeps nothing of the API', async () => {
  const profile = newDataFolder();
  const browse = (): Promise<BrowserContext> =>
    chromium.launchPersistentContext(profile, {
      ...chromiumLaunch(),
      viewport: { width: 1280, height: 800 },
      hasTouch: true,
      locale: 'nl-NL',
      timezoneId: 'Europe/Amsterdam',
      serviceWorkers: 'allow',
    });
  const one = await house.make('one');
  await house.serve(one);
  const before = await browse();
  const page = await before.newPage();
  await openAndKeep(page);
  const { addresses, builds } = await keptBy(page);
  expect(builds).toEqual([one.name]);
  expect(addresses.filter((address) => !address.startsWith('/.')).sort()).toEqual(
    (await builtFiles(one.folder)).map(({ url }) => url).sort(),
  );
  await wake(page);
  expect((await keptBy(page)).addresses).toEqual(addresses);
  await before.close();
  await house.fail();

  const after = await browse();
  const reopened = await after.newPage();
  await reopened.clock.install({ time: house.now() });
  await reopened.goto(house.url);
  await expect(screen(reopened, 'rest')).toBeVisible();
  const hand = await wake(reopened);
  await signUp(hand, { title: 'Wandelclub', floor: 4, door: '63', who: 'Lenie' });
  await expect(screen(reopened, 'done')).toContainText('bewaard');
  await hand.tap(button(reopened, 'Klaar'));
  await hand.tap(button(reopened, 'Taal'));
  await hand.tap(button(reopened, /العربية/));
  await expect(reopened.locator('html')).toHaveAttribute('lang', /^ar/);
  // The whole Arabic file, of which the rest screen has one word.
  const loaded = () =>
    reopened.evaluate(() =>
      [...document.fonts]
        .filter(({ status }) => status === 'loaded')
        .map(({ weight, unicodeRange }) => `${weight} ${unicodeRange}`),
    );
  await expect.poll(loaded).toContainEqual(expect.stringMatching(/^200 800 .*U\+600-6FF/i));
  await reopened.goto(`${house.url}/beheer`);
  await expect(reopened.getByRole('button').first()).toBeVisible();
  await after.close();
  removeDataFolder(profile);
});

test('UX 59: a newer build takes over when nobody is there, one that does not start is taken back, and the next one replaces both', async ({
  page,
}) => {
  const [one, two, broken, four] = [
    await house.make('one'),
    await house.make('two'),
    await house.make('broken', { starts: false }),
    await house.make('four'),
  ];
  await house.serve(one);
  await openAndKeep(page);

  // Somebody comes just before the newer build is here, and stays.
  await house.serve(two);
  await findNewer(page);
  const hand = await wake(page);
  await page.evaluate(() => void Object.assign(window, { marked: true }));
  await page.clock.fastForward(110_000);
  await hand.tap(button(page, 'Week'));
  await page.clock.fastForward(110_000);
  await expect(screen(page, 'week')).toBeVisible();
  expect(await page.evaluate(() => 'marked' in window)).toBe(true);
  expect(await shownBuild(page)).toBe(one.name);
  expect(await isWaiting(page)).toBe(true);

  // They walked away: the screen rests, and then comes back as the newer one.
  await page.clock.fastForward(121_000);
  await page.clock.fastForward(16_000);
  await expect.poll(() => shownBuild(page)).toBe(two.name);
  await expect.poll(async () => (await keptBy(page)).pointer).toMatchObject({ good: two.name, before: one.name });
  expect(await page.evaluate(() => 'marked' in window)).toBe(false);

  await house.serve(broken);
  await page.clock.fastForward(11_000);
  await findNewer(page);
  await page.clock.fastForward(16_000);
  await expect.poll(() => shownBuild(page)).toBe(broken.name);
  await expect(page.locator('#app')).toBeEmpty();
  await page.clock.fastForward(20_000);
  await page.clock.fastForward(1_000);
  await expect.poll(() => shownBuild(page)).toBe(two.name);
  await expect(screen(page, 'rest')).toBeVisible();
  expect((await keptBy(page)).pointer).toMatchObject({ good: two.name, bad: broken.name });

  // The server still has the broken one; nobody is bothered with it again.
  await page.locator('html[data-started]').waitFor({ state: 'attached' });
  await page.evaluate(() => void Object.assign(window, { marked: true }));
  await page.clock.fastForward(11_000);
  await page.clock.fastForward(HOUR_AND_MORE);
  await page.clock.fastForward(16_000);
  expect(await page.evaluate(() => 'marked' in window)).toBe(true);

  await house.serve(four);
  await findNewer(page);
  await page.clock.fastForward(16_000);
  await expect.poll(() => shownBuild(page)).toBe(four.name);
  await expect
    .poll(async () => (await keptBy(page)).pointer)
    .toMatchObject({ good: four.name, bad: null, before: two.name });
  expect([...(await keptBy(page)).builds].sort()).toEqual([two.name, four.name].sort());
});
