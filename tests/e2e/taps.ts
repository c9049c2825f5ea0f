/**
 * A hand at a kiosk: taps as a finger does, one after the other, and counts. Refuses to wait in real time for what the
 * page's clock can skip.
 */
import type { CDPSession, Locator, Page } from '@playwright/test';

/** Longer than the guards against bounces (700 ms) and ghost taps (400 ms). */
const BETWEEN_TAPS = 800;

export interface Hand {
  readonly page: Page;
  /** How often this hand has tapped. */
  readonly taps: number;
  tap(target: Locator): Promise<void>;
  /** Tells the page that so much time has gone by. */
  wait(milliseconds: number): Promise<void>;
}

export function createHand(page: Page): Hand {
  let taps = 0;
  return {
    page,
    get taps() {
      return taps;
    },
    async tap(target) {
      await target.waitFor();
      await page.clock.fastForward(BETWEEN_TAPS);
      const at = await target.evaluate(bareMiddle);
      // Nothing on the kiosk moves by itself: only what is covered has to be waited for.
      if (at === null) await target.tap();
      else await page.touchscreen.tap(at.x, at.y);
      taps += 1;
    },
    wait: (milliseconds) => page.clock.fastForward(milliseconds),
  };
}

/** The middle of an element if a finger there touches it, else null. Runs in the page. */
function bareMiddle(element: Element): Point | null {
  const { left, top, width, height } = element.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  return element.contains(document.elementFromPoint(x, y)) ? { x, y } : null;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The middle of what is on the screen. */
export async function middleOf(target: Locator): Promise<Point> {
  const box = await target.boundingBox();
  if (box === null) throw new Error('it is not on the screen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** A finger by the protocol of the browser itself, so that its own recogniser of gestures has its say. */
export interface Finger {
  down(at: Point): Promise<void>;
  move(to: Point): Promise<void>;
  up(): Promise<void>;
  /** Down, through points on a straight line to where it drifted, and up. */
  shakyTap(at: Point, drift: Point): Promise<void>;
  /** Several fingers, each by its number: all that are down, or at `touchEnd` those that lift (none is all of them). */
  glass(
    type: 'touchStart' | 'touchMove' | 'touchEnd',
    points: readonly (Point & { readonly id: number })[],
  ): Promise<void>;
}

const STEPS = 5;

export async function createFinger(page: Page): Promise<Finger> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const glass: Finger['glass'] = async (type, touchPoints) => {
    await session.send('Input.dispatchTouchEvent', { type, touchPoints: touchPoints.map((point) => ({ ...point })) });
  };
  const down: Finger['down'] = (at) => glass('touchStart', [{ ...at, id: 0 }]);
  const move: Finger['move'] = (to) => glass('touchMove', [{ ...to, id: 0 }]);
  const up: Finger['up'] = () => glass('touchEnd', []);
  return {
    glass,
    down,
    move,
    up,
    async shakyTap(at, drift) {
      const way = Array.from({ length: STEPS }, (_, i) => (i + 1) / STEPS);
      // Sent at once: they are heard in this order, and a round trip for each would make a thousand taps slow.
      await Promise.all([
        down(at),
        ...way.map((part) => move({ x: at.x + drift.x * part, y: at.y + drift.y * part })),
        up(),
      ]);
    },
  };
}

/** Stops the page's clock: from here on time goes by only as a test says. */
export async function stopTime(page: Page): Promise<void> {
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1_000);
}

/** Keys with so many milliseconds of the page's clock between them, whatever this machine does. */
export async function typeKeys(page: Page, keys: readonly string[], delay: number): Promise<void> {
  await stopTime(page);
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.clock.runFor(delay);
  }
  await page.clock.resume();
}

/** A card at the reader, which types like a keyboard, with Enter at the end. */
export const holdCard = (page: Page, card: string): Promise<void> => typeKeys(page, [...card, 'Enter'], 8);
