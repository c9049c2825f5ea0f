/**
 * The main journeys in a second engine: a browser without `Temporal`, without a voice and of another make. Runs as a step
 * of its own where it is installed.
 */
import { By, until, type WebDriver, type WebElement } from 'selenium-webdriver';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BrowserHouse, openBrowserHouse } from '../e2e/house.ts';
import { layoutDefects } from '../e2e/look-at-layout.ts';
import { targetDefects } from '../e2e/look-at-targets.ts';
import { idOf, partiesOf } from '../e2e/programme.ts';
import { openWebkit, type WebkitBrowser } from './webkit-browser.ts';

const PATIENCE = 15_000;
/** Longer than the guards against bounces and ghost taps: this browser has its own clock. */
const BETWEEN_TAPS = 800;

let webkit: WebkitBrowser;
let house: BrowserHouse;
beforeAll(async () => {
  house = await openBrowserHouse();
  webkit = await openWebkit({ width: 1280, height: 800 });
  await webkit.driver.get(house.url);
  await shows(webkit.driver, 'rest');
});
afterAll(async () => {
  await webkit.stop();
  await house.stop();
});

describe('in a browser of another make', () => {
  test('the first screen is there without a Temporal of its own', async () => {
    const native = await webkit.driver.executeScript(
      `const frame = document.createElement('iframe');
       document.body.append(frame);
       const has = 'Temporal' in frame.contentWindow;
       frame.remove();
       return has;`,
    );
    expect(native).toBe(false);
    expect(await textOf(webkit.driver)).toMatch(/Woensdag\s?ochtend/i);
  });

  test('somebody signs up with three taps and takes it back with two', async () => {
    const { driver } = webkit;
    const lunch = await idOf(house, 'Lunch', '2026-10-14');
    await tap(driver, '.wake-all');
    await shows(driver, 'today');
    await tap(driver, '[aria-label="Ik doe mee: Lunch"]');
    await tapNamed(driver, '0');
    await tapNamed(driver, '1');
    await shows(driver, 'done');
    expect(await textOf(driver)).toContain('Gelukt, Riet');
    await expect.poll(async () => (await partiesOf(house, lunch)).length, { timeout: PATIENCE }).toBe(1);
    await tapNamed(driver, 'Klaar');
    await shows(driver, 'today');

    await tapNamed(driver, 'Mijn dingen');
    await tapNamed(driver, '0');
    await tapNamed(driver, '1');
    await shows(driver, 'my-things');
    await tap(driver, '[aria-label="Toch niet: Lunch"]');
    await expect.poll(async () => (await partiesOf(house, lunch)).length, { timeout: PATIENCE }).toBe(0);
    await tapNamed(driver, 'Klaar');
    await shows(driver, 'today');
  });

  test('every place of the bar and both sizes fit', async () => {
    const { driver } = webkit;
    const bad: string[] = [];
    for (const size of ['Groter', 'Kleiner']) {
      await tapNamed(driver, size);
      for (const place of ['Scootmobiel', 'Berichten', 'Hulp', 'Vandaag']) {
        await tapNamed(driver, place);
        const found = (await driver.executeScript(
          `return [...(${layoutDefects})(), ...(${targetDefects})({ mm: 5.88, manyTiles: false })]`,
        )) as readonly string[];
        bad.push(...found.map((each) => `${size} ${place}: ${each}`));
      }
    }
    expect(bad).toEqual([]);
  });

  test('Arabic reads from right to left, and a reload brings Dutch back', async () => {
    const { driver } = webkit;
    await tapNamed(driver, 'Taal');
    await tapNamed(driver, 'العربية');
    await driver.wait(until.elementLocated(By.css('html[dir="rtl"]')), PATIENCE);
    await shows(driver, 'today');
    expect(await textOf(driver)).toContain('اليوم');
    await driver.navigate().refresh();
    await shows(driver, 'rest');
    await driver.wait(until.elementLocated(By.css('html[lang="nl"]')), PATIENCE);
  });

  test('the team comes in at its own address', async () => {
    const { driver } = webkit;
    await driver.get(`${house.url}/beheer`);
    await driver.wait(until.elementLocated(By.css('input')), PATIENCE);
    expect(await driver.findElements(By.css('h1'))).toHaveLength(1);
    await driver.get(house.url);
    await shows(driver, 'rest');
  });
});

const textOf = async (driver: WebDriver): Promise<string> =>
  (await driver.findElement(By.css('body')).getText()).replace(/\s+/g, ' ');

async function shows(driver: WebDriver, screen: string): Promise<void> {
  await driver.wait(async () => {
    const shown = await driver.findElements(By.css(`[data-screen="${screen}"], [data-screen^="${screen} "]`));
    return shown.length > 0;
  }, PATIENCE);
}

async function tap(driver: WebDriver, selector: string): Promise<void> {
  const found = await driver.wait(until.elementLocated(By.css(selector)), PATIENCE);
  await press(driver, found);
}

/** A button whose words are these, or begin with them. */
async function tapNamed(driver: WebDriver, name: string): Promise<void> {
  const found = await driver.wait(async () => {
    for (const each of await driver.findElements(By.css('button'))) {
      const said = (await each.getText().catch(() => '')).replace(/\s+/g, ' ').trim();
      if (said === name || said.startsWith(`${name} `)) return each;
    }
    return null;
  }, PATIENCE);
  if (found === null) throw new Error(`no button says "${name}"`);
  await press(driver, found);
}

async function press(driver: WebDriver, element: WebElement): Promise<void> {
  await driver.sleep(BETWEEN_TAPS);
  await driver.actions({ async: true }).move({ origin: element }).press().release().perform();
}
