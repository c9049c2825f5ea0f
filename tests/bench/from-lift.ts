/** Times what somebody sees of a tap. Refuses to say whether that is fast enough. */
import type { Page } from '@playwright/test';

export interface Sight {
  readonly selector: string;
  readonly count: number;
}

/** From the finger's lift to the first frame in which so many of them are there, in milliseconds. */
export async function fromLift(page: Page, sight: Sight, act: () => Promise<void>): Promise<number> {
  await page.evaluate(({ count, selector }) => {
    const watch = window as unknown as { lifted: number; shown: number };
    watch.shown = 0;
    const lifted = (event: PointerEvent) => {
      watch.lifted = event.timeStamp;
    };
    addEventListener('pointerup', lifted, { capture: true, once: true });
    const look = () => {
      if (document.querySelectorAll(selector).length >= count) watch.shown = performance.now();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, sight);
  await act();
  await page.waitForFunction(() => (window as unknown as { shown: number }).shown > 0);
  return page.evaluate(() => {
    const watch = window as unknown as { lifted: number; shown: number };
    return watch.shown - watch.lifted;
  });
}
