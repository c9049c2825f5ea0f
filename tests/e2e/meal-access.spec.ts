/** Every staff screen of the tablet at its three sizes: nobody is kept out of it, and every target fits a finger. */
import type { Page } from '@playwright/test';
import { axeViolations, DESK_AXE } from './axe.ts';
import { expect, test } from './house.ts';
import {
  codeFor,
  enter,
  fillMeal,
  list,
  mealId,
  neighbours,
  openDoor,
  row,
  THURSDAY,
  total,
  VOLUNTEER,
  volunteerAt,
} from './meal-house.ts';
import { button, wake } from './screens.ts';
import { stopTime } from './taps.ts';

// At the table: every screen there is can be opened then.
test.use({ startsAt: `${THURSDAY}T17:32:00+02:00` });

const sizes = [
  { width: 1280, height: 800 },
  { width: 800, height: 1280 },
  { width: 1920, height: 1080 },
] as const;

/** Ways in which the screen keeps somebody out, as sentences. */
async function barriers(page: Page): Promise<readonly string[]> {
  // The sheet of paper is small on the glass on purpose: it shows what will be printed.
  const violations = await axeViolations(page, DESK_AXE, ['.k-sheet']);
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
    ...(await page.evaluate(smallThings)),
  ];
}

/** Letters under 26 px, controls under 96 px, words that leave their control, and a page that scrolls sideways. */
function smallThings(): string[] {
  const bad: string[] = [];
  const wide = document.documentElement.scrollWidth - innerWidth;
  if (wide > 0) bad.push(`scrolls sideways by ${wide} px`);
  const root = document.querySelector('dialog[open]') ?? document.body;
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (!element.checkVisibility() || element.closest('.k-sheet') !== null) continue;
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim() !== '');
    const letters = Number.parseFloat(getComputedStyle(element).fontSize);
    if (own && letters < 26) bad.push(`letters of ${letters} px: ${element.textContent?.slice(0, 40)}`);
    if (!element.matches('button, input')) continue;
    const { height, width } = element.getBoundingClientRect();
    if (height < 95.5 || width < 95.5) bad.push(`target of ${width}×${height}: ${element.textContent?.slice(0, 40)}`);
    if (element.scrollWidth > element.clientWidth + 1) bad.push(`cut off: ${element.textContent?.slice(0, 40)}`);
  }
  return bad;
}

test('the second landing of the finger that opened the staff side chooses no name', async ({ browser, house }) => {
  const { page } = await house.openKiosk(browser);
  const residents = await wake(page);
  await residents.tap(button(page, 'Hulp'));
  await stopTime(page);
  await button(page, 'Voor medewerkers').tap();
  const name = button(page, new RegExp(VOLUNTEER));
  await name.tap();
  await expect(page.getByRole('heading', { name: 'Voor medewerkers' })).toBeVisible();
  await page.clock.runFor(500);
  await name.tap();
  await expect(page.getByRole('heading', { name: `Dag ${VOLUNTEER.split(' ')[0]}` })).toBeVisible();
});

for (const size of sizes) {
  test(`at ${size.width}×${size.height} no screen keeps anybody out`, async ({ browser, house }) => {
    test.setTimeout(180_000);
    const meal = await mealId(house, 'Samen eten', THURSDAY);
    const people = await neighbours(house);
    await fillMeal(house, meal, { people: people.slice(0, 12), dishes: ['vlees', 'halal', 'vegetarisch'] });
    await house.asStaff({
      type: 'setDiet',
      residentId: people[1]!.id,
      kinds: ['diabetes'],
      allergens: ['milk'],
      note: 'alleen koud',
    });
    const digits = await codeFor(house, VOLUNTEER);
    const kiosk = await house.openKiosk(browser, size);
    const { page } = kiosk;
    const look = async (name: string) => expect(await barriers(page), name).toEqual([]);
    const hand = volunteerAt(page);
    await openDoor(page);
    await look('names');
    await hand.tap(button(page, new RegExp(VOLUNTEER)));
    await hand.tap(button(page, '1'));
    await look('code');
    await hand.tap(button(page, 'Terug'));
    await enter(hand, VOLUNTEER, digits);
    await expect(list(page)).toBeVisible();
    await look('list');
    await hand.tap(total(page, 'eten mee'));
    await look('guests and tables');
    await hand.tap(total(page, 'met dieet'));
    await look('diets');
    await hand.tap(button(page, 'Toon iedereen'));
    await hand.tap(row(page, people[0]!.name).locator('.is-dish').first());
    await look('one plate');
    await hand.tap(button(page, /^Vaste plaats/));
    await look('every time');
    await hand.tap(button(page, 'Stop'));
    await hand.tap(row(page, people[0]!.name).locator('.is-dish').first());
    await hand.tap(button(page, 'Dieet'));
    await look('diet');
    await hand.tap(button(page, 'Stop'));
    await hand.tap(row(page, people[0]!.name).locator('.is-dish').first());
    await hand.tap(button(page, 'Ander bedrag'));
    await look('amount');
    await hand.tap(button(page, 'Stop'));
    await hand.tap(row(page, people[0]!.name).locator('.is-dish').first());
    await hand.tap(button(page, 'Iemand anders komt'));
    await look('somebody else');
    await hand.tap(button(page, 'Terug'));
    await hand.tap(button(page, 'Iemand erbij'));
    await hand.tap(button(page, '3e verdieping'));
    await hand.tap(page.locator('.m-person:not(.is-in)').first());
    await look('somebody more');
    await hand.tap(page.locator('.m-dishes .m-button').first());
    await look('asked');
    await hand.tap(button(page, 'Toch erbij'));
    await hand.tap(button(page, 'Gast of buur'));
    await look('guest or neighbour');
    await hand.tap(button(page, 'Terug'));
    await hand.tap(button(page, 'Keukenblad'));
    await look('sheet');
    await page.evaluate(() => {
      window.print = () => undefined;
    });
    await hand.tap(button(page, /^Print blad/));
    await hand.tap(row(page, people[2]!.name).locator('.is-dish').first());
    await hand.tap(button(page, 'Zegt af'));
    await page.clock.fastForward(4_000);
    await look('changed');
    await hand.tap(button(page, 'Van papier'));
    await hand.tap(button(page, 'Kan ik niet lezen'));
    await look('paper');
    await hand.tap(button(page, 'Terug'));
    await hand.tap(button(page, 'Iedereen is er'));
    await look('at the table');
    await hand.tap(button(page, 'Maaltijd klaar'));
    await look('finished');
    await hand.tap(button(page, 'Terug naar de lijst'));
    kiosk.cable.pull();
    await page.clock.fastForward(30_000);
    await expect(page.getByText('Even geen internet.')).toBeVisible();
    await look('without network');
  });
}
