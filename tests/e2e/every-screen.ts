/** A walk along every screen a resident can come to. Refuses to judge what it passes. */
import type { Page } from '@playwright/test';
import { expect } from './house.ts';
import { button, chooseDoor, joinButton, rowOf, screen, wake } from './screens.ts';

/** Every screen a resident can come to, each left on the glass for a look. */
export async function everyScreen(page: Page, look: (name: string) => Promise<void>): Promise<void> {
  await expect(screen(page, 'rest')).toBeVisible();
  await look('rest');
  const hand = await wake(page);
  await look('today');
  for (const [name, tab] of [
    ['scooter', 'Scootmobiel'],
    ['help', 'Hulp'],
    ['language', 'Taal'],
  ] as const) {
    await hand.tap(button(page, tab));
    await expect(screen(page, name)).toBeVisible();
    await look(name);
  }
  await hand.tap(button(page, 'Vandaag'));
  await hand.tap(button(page, 'Week'));
  await expect(screen(page, 'week')).toBeVisible();
  await look('week');
  await hand.tap(page.locator('.leaf.tomorrow'));
  await expect(screen(page, 'day')).toBeVisible();
  await look('day');
  await hand.tap(button(page, 'Vandaag'));
  await hand.tap(rowOf(page, 'Wandelclub').getByRole('button').first());
  await expect(screen(page, 'activity')).toBeVisible();
  await look('activity');
  await hand.tap(joinButton(page, 'Wandelclub'));
  await expect(screen(page, 'who')).toBeVisible();
  await look('floors');
  await chooseDoor(hand, 4, '63');
  await look('people');
  await hand.tap(button(page, 'Lenie'));
  await expect(screen(page, 'done')).toBeVisible();
  await look('done');
  await hand.tap(button(page, 'Toch niet'));
  await expect(screen(page, 'left')).toBeVisible();
  await look('left');
  await hand.tap(button(page, 'Klaar'));
  await hand.tap(button(page, 'Mijn dingen'));
  await chooseDoor(hand, 0, '1');
  await expect(screen(page, 'my-things')).toBeVisible();
  await look('my-things');
  await hand.wait(91_000);
  await expect(screen(page, 'still-there')).toBeVisible();
  await look('still-there');
}
