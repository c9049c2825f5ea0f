/** Every screen of a resident looks as somebody saw and found good: on every panel, in large letters, from right to left. */
import type { Browser } from '@playwright/test';
import { type BrowserHouse, type Kiosk, openBrowserHouse } from './house.ts';
import { arrive, createWalker, shown } from './layout-hand.ts';
import { createStageHouses, type StageHouses } from './layout-houses.ts';
import { titles } from './layout-stages.ts';
import { createCamera, standStill, test } from './visual-camera.ts';
import { kioskWalks, lookPanels, lookPictures, looks, type Panel, panels, type WalkName } from './visual-pictures.ts';
import { type Stroll, walks } from './visual-walks.ts';
import { SLOW_VOICES } from './voices.ts';

/** The team has gone home, and the light is still on; then the hours in which the screens are dark. */
const AFTER_HOURS = { evening: '2026-10-16T19:10:00+02:00', night: '2026-10-16T23:10:00+02:00' } as const;

const openHouse = (name: WalkName, houses: StageHouses): Promise<BrowserHouse> =>
  name === 'evening' || name === 'night' ? openBrowserHouse(AFTER_HOURS[name]) : houses.open(name);

/** At rest, in the middle of a minute. */
function openKiosk(browser: Browser, house: BrowserHouse, panel: Panel): Promise<Kiosk> {
  standStill(house);
  return house.openKiosk(browser, { ...panel, voices: SLOW_VOICES });
}

async function stroll<Name extends WalkName>(
  name: Name,
  { house, kiosk, panel }: { readonly house: BrowserHouse; readonly kiosk: Kiosk; readonly panel: Panel },
): Promise<void> {
  const { context, page } = kiosk;
  const names: readonly (typeof kioskWalks)[Name][number][] = kioskWalks[name];
  const { finish, take } = createCamera({ page, house, folder: `kiosk-${panel.name}`, names });
  const there: Stroll<Name> = { house, context, walk: createWalker(page), take };
  await walks[name](there);
  finish();
}

for (const name of Object.keys(kioskWalks) as WalkName[]) {
  test(`${name}: every screen looks as it was found good`, async ({ browser }) => {
    test.setTimeout(300_000);
    const houses = createStageHouses();
    for (const panel of panels) {
      const house = await openHouse(name, houses);
      await stroll(name, { house, kiosk: await openKiosk(browser, house, panel), panel });
      await house.stop();
    }
    houses.remove();
  });
}

test('in large letters and from right to left a day, an activity and the scooters look as they were found good', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const houses = createStageHouses();
  for (const panel of lookPanels) {
    const house = await houses.open('scooters');
    for (const look of looks) {
      const { page } = await openKiosk(browser, house, panel);
      const { finish, take } = createCamera({ page, house, folder: `kiosk-${panel.name}`, names: lookPictures, look });
      const walk = createWalker(page);
      await walk.wake();
      await (look === 'groter' ? walk.letters('groter') : walk.speak('ar'));
      await arrive(page, 'today');
      await take('today');
      await walk.open(titles.meal);
      await take('activity');
      await walk.place(1);
      await arrive(page, 'scooter');
      await shown(page).locator('.day-choice').first().waitFor();
      await take('scooter');
      finish();
    }
    await house.stop();
  }
  houses.remove();
});
