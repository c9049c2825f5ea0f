/** A volunteer gives a resident a standing place, lets it rest for a while, and ends it, from the list of one meal. */
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
  VOLUNTEER,
  volunteerAt,
} from './meal-house.ts';
import { button } from './screens.ts';

test.use({ startsAt: `${THURSDAY}T15:12:00+02:00` });

test('every Thursday: set, paused and taken back, and stopped after a question', async ({ browser, house }) => {
  const meal = await mealId(house, 'Samen eten', THURSDAY);
  const [someone] = await neighbours(house);
  await fillMeal(house, meal, { people: [someone!], dishes: ['vlees'] });
  const { page } = await house.openKiosk(browser);
  const digits = await codeFor(house, VOLUNTEER);
  await openDoor(page);
  const hand = volunteerAt(page);
  await enter(hand, VOLUNTEER, digits);
  await expect(list(page)).toBeVisible();
  const dialog = page.getByRole('dialog');
  const open = async () => {
    await hand.tap(row(page, someone!.name).locator('.is-dish').first());
    await hand.tap(button(page, 'Vaste plaats: elke donderdag'));
  };
  const standing = async () => {
    const { standing: rows = [] } = await house.rowsForStaff();
    return rows.find(({ residentId }) => residentId === someone!.id);
  };

  await open();
  await hand.tap(button(page, 'Zet elke donderdag op de lijst'));
  await expect(page.getByText(`${someone!.name} eet elke donderdag mee.`)).toBeVisible();
  await expect.poll(standing).toMatchObject({ dish: 'vlees', until: null, pauses: [] });

  await open();
  await hand.tap(dialog.getByRole('button', { name: '2 weken' }));
  await expect(page.getByText(`${someone!.name} heeft pauze en eet weer mee op`)).toBeVisible();
  await expect.poll(async () => (await standing())?.pauses.length).toBe(1);
  await hand.tap(button(page, 'Toch niet'));
  await expect(page.getByText(`${someone!.name} eet weer elke donderdag mee.`)).toBeVisible();

  await open();
  await hand.tap(button(page, 'Stoppen'));
  await expect(dialog.getByText(`Stopt ${someone!.name} hiermee?`)).toBeVisible();
  await hand.tap(button(page, 'Ja, stoppen'));
  await expect(page.getByText(`${someone!.name} eet niet meer elke donderdag mee.`)).toBeVisible();
  await expect.poll(async () => (await standing())?.until).not.toBeNull();
});
