/**
 * Visits, one after the other in one tab, and what they leave behind in the browser. Refuses to judge that: who asks does.
 */
import type { Page } from '@playwright/test';
import { button, chooseDoor, floorTile, joinButton, screen, wake } from './screens.ts';

export interface Left {
  /** Bytes in use after a garbage collection. */
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly documents: number;
}

/** One person's turn: look at today, at an activity, at help, sometimes sign up and take it back; then walk away. */
export async function visit(page: Page, nth: number): Promise<void> {
  const hand = await wake(page);
  await hand.tap(button(page, 'Scootmobiel'));
  await hand.tap(button(page, 'Hulp'));
  await hand.tap(button(page, 'Vandaag'));
  await hand.tap(joinButton(page, 'Wandelclub'));
  if (nth % 10 === 0) {
    await chooseDoor(hand, 0, '1');
    await hand.tap(button(page, 'Toch niet'));
  } else {
    await hand.tap(floorTile(page, 1));
  }
  // Nobody says goodbye: first the question, then rest.
  await hand.wait(91_000);
  await hand.wait(61_000);
  await screen(page, 'rest').waitFor();
}

export async function leftBehind(page: Page): Promise<Left> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  // To count objects the browser first collects all there is to collect, which a plain collection does not.
  const { result } = await session.send('Runtime.evaluate', { expression: 'EventTarget.prototype' });
  for (let round = 0; round < 2; round += 1) {
    await session.send('HeapProfiler.collectGarbage');
    const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId: String(result.objectId) });
    await session.send('Runtime.releaseObject', { objectId: String(objects.objectId) });
  }
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  const of = (name: string) => metrics.find((each) => each.name === name)?.value ?? Number.NaN;
  return {
    heap: of('JSHeapUsedSize'),
    nodes: of('Nodes'),
    listeners: of('JSEventListeners'),
    documents: of('Documents'),
  };
}
