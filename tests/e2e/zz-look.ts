import { chromium } from '@playwright/test';
import { chromiumLaunch } from '../support/chromium.ts';
import { openBrowserHouse } from './house.ts';
import {
  codeFor,
  enter,
  fillMeal,
  mealId,
  neighbours,
  openDoor,
  THURSDAY,
  VOLUNTEER,
  volunteerAt,
} from './meal-house.ts';
import { button } from './screens.ts';

const house = await openBrowserHouse(`${THURSDAY}T15:12:00+02:00`);
const browser = await chromium.launch(chromiumLaunch());
const out = '/tmp/hk/tablet/';
try {
  const meal = await mealId(house, 'Samen eten', THURSDAY);
  const people = (await neighbours(house)).slice(0, 38);
  await fillMeal(house, meal, { people, dishes: ['vlees', 'vlees', 'halal', 'vegetarisch'] });
  await house.asStaff({ type: 'setDiet', residentId: people[2]!.id, kinds: ['lowSalt'], allergens: [], note: '' });
  await house.asStaff({
    type: 'setDiet',
    residentId: people[4]!.id,
    kinds: ['diabetes'],
    allergens: ['milk'],
    note: 'alleen koud',
  });
  const digits = await codeFor(house, VOLUNTEER);
  for (const [width, height] of [
    [1280, 800],
    [800, 1280],
    [1920, 1080],
  ] as const) {
    const { page } = await house.openKiosk(browser, { width, height });
    page.on('console', (m) => {
      if (m.type() === 'error') console.log('console', m.text());
    });
    page.on('pageerror', (e) => console.log('pageerror', e.stack));
    let n = 0;
    const shot = async (name: string) => {
      await page.waitForTimeout(250);
      await page.screenshot({ path: `${out}${width}-${String(n++).padStart(2, '0')}-${name}.png` });
    };
    try {
      const { wake } = await import('./screens.ts');
      const kioskHand = await wake(page);
      await kioskHand.tap(button(page, 'Hulp'));
      await shot('hulp');
      await kioskHand.tap(button(page, 'Voor medewerkers'));
      await page.getByRole('heading', { name: 'Voor medewerkers' }).waitFor();
      await shot('names');
      const hand = volunteerAt(page);
      await hand.tap(button(page, new RegExp(VOLUNTEER)));
      for (const d of digits.slice(0, 3)) await hand.tap(button(page, d));
      await shot('code');
      for (const d of digits.slice(3)) await hand.tap(button(page, d));
      await page.locator('.m-rows').waitFor();
      await shot('list');
      const again = async (what: string) => {
        await hand.tap(button(page, what));
      };
      await page.locator('.m-total.is-all').tap();
      await shot('parts');
      await page.locator('.m-total.is-all').tap();
      await page.locator('.m-total.is-diet').tap();
      await shot('diet-filter');
      await again('Toon iedereen');
      await page.locator('.m-tick.is-dish').nth(4).tap();
      await shot('sheet-of-plate');
      await again('Dieet');
      await shot('diet');
      await again('Stop');
      await page.locator('.m-tick.is-dish').nth(4).tap();
      await again('Ander bedrag');
      await shot('amount');
      await again('Stop');
      await page.locator('.m-tick.is-dish').nth(5).tap();
      await page.getByRole('dialog').getByRole('button', { name: 'halal' }).tap();
      await shot('told');
      await again('Iemand erbij');
      await shot('add');
      await hand.tap(button(page, '3e verdieping'));
      await shot('add-floor');
      await hand.tap(page.locator('.m-person:not(.is-in)').first());
      await shot('add-name');
      await hand.tap(page.locator('.m-dishes .m-button').first());
      await shot('add-ask');
      await again('Toch erbij');
      await shot('add-done');
      await hand.tap(button(page, 'Gast of buur'));
      await shot('add-guest');
      await again('Terug');
      await again('Keukenblad');
      await shot('sheet');
      await page.evaluate(() => {
        window.print = () => {
          (window as unknown as { printed: number }).printed = 1;
        };
      });
      await hand.tap(button(page, /^Print blad/));
      await shot('printed');
      await page.locator('.m-tick.is-dish').nth(2).tap();
      await page.getByRole('dialog').getByRole('button', { name: 'Zegt af' }).tap();
      await page.waitForTimeout(300);
      await page.clock.fastForward(4000);
      await shot('delta');
      await again('Van papier');
      await shot('paper');
      await hand.tap(button(page, 'Begane grond')).catch(() => undefined);
      await hand.tap(button(page, '3e verdieping'));
      await shot('paper-floor');
      await hand.tap(page.locator('.m-person.is-in').first()).catch(() => undefined);
      await shot('paper-already');
      await again('Kan ik niet lezen');
      await shot('paper-cant');
      await again('Terug');
      await again('Iedereen is er');
      await shot('table');
      await page.locator('.m-row .m-tick').nth(2).tap();
      await shot('table-absent');
      await again('Maaltijd klaar');
      await shot('finished');
      await again('Joke: klaar');
      await shot('back');
    } catch (e) {
      console.log(width, String(e).slice(0, 600));
      await shot('failed');
    }
    await page.context().close();
  }
} finally {
  await browser.close();
  await house.stop();
}
