/** A picture that is missing, and a screen that is a little different from its picture, are failures. */
import type { Page } from '@playwright/test';
import { expect } from './house.ts';
import { createWalker } from './layout-hand.ts';
import { stages } from './layout-stages.ts';
import { standStill, test } from './visual-camera.ts';
import { SLOW_VOICES } from './voices.ts';

test.use({ startsAt: stages.friday.startsAt });

const TODAY = ['kiosk-1280x800', 'today.png'];

/** As the walk of that day sees it first. */
test('a colour, a tile and a missing picture do not go unseen', async ({ browser, house }) => {
  await stages.friday.prepare(house);
  standStill(house);
  const { page } = await house.openKiosk(browser, { voices: SLOW_VOICES });
  await createWalker(page).wake();
  await expect(page).toHaveScreenshot(TODAY);
  for (const change of [
    '.tab.hand { translate: 4px; }',
    '.header .tool:last-child { translate: 0 4px; }',
    '.row .time { translate: 4px; }',
    ':root { --groen: #2f7d5b; }',
    ':root { --linnen: #fff; }',
  ]) {
    const takeBack = await changed(page, change);
    await expect(page, change).not.toHaveScreenshot(TODAY);
    await takeBack();
  }
  await expect(page).toHaveScreenshot(TODAY);
  await expect(expect(page).toHaveScreenshot('nobody-took-this.png')).rejects.toThrow("doesn't exist");
});

/** Draws something else, until it is taken back; the page itself forbids a style in its text. */
async function changed(page: Page, rule: string): Promise<() => Promise<void>> {
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
  }, rule);
  return () =>
    page.evaluate(() => {
      document.adoptedStyleSheets = [];
    });
}
