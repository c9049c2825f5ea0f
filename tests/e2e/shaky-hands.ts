/**
 * Hands that shake, by the protocol of the browser itself: its own recogniser of gestures has its say before ours has.
 * All of one tap is sent at once, in order. Refuses to know what a tap is for.
 */
import { type Chance, oneOf } from './chance.ts';
import type { Finger, Point } from './taps.ts';

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** Each means one tap, but for the last, which means none: whoever slides away has thought better of it. */
export const MANNERS = ['drifting', 'bouncing', 'with a palm', 'trembling', 'sliding away'] as const;
export type Manner = (typeof MANNERS)[number];

/** Pixels: how far a finger wanders, and how far beside a control it may lift. */
const WANDERS = 60;
const BESIDE = 20;
/** Beyond what forgives. */
const AWAY = 60;

export const meansTap = (manner: Manner): boolean => manner !== 'sliding away';

/** One tap somewhere on the control, in a manner of chance. Gives the manner once the page has heard all of it. */
export async function shake(finger: Finger, box: Box, chance: Chance): Promise<Manner> {
  const chosen = oneOf(MANNERS, chance);
  // There is no glass beside a control as large as the screen.
  const manner = chosen === 'sliding away' && box.height > 600 ? 'drifting' : chosen;
  const inside = (size: number) => size * (0.15 + 0.7 * chance());
  const at = { x: box.x + inside(box.width), y: box.y + inside(box.height) };
  await hands[manner]({ finger, box, at, chance });
  return manner;
}

interface Press {
  readonly finger: Finger;
  readonly box: Box;
  readonly at: Point;
  readonly chance: Chance;
}

const hands: Readonly<Record<Manner, (press: Press) => Promise<unknown>>> = {
  drifting: ({ at, box, chance, finger }) => finger.shakyTap(at, driftOf(at, box, chance)),
  bouncing: ({ at, finger }) => Promise.all([finger.shakyTap(at, { x: 0, y: 0 }), finger.shakyTap(at, { x: 3, y: 2 })]),
  'with a palm': ({ at, finger }) => {
    const [touch, palm] = [
      { ...at, id: 0 },
      { x: at.x > 640 ? 40 : 1_240, y: 780, id: 1 },
    ];
    return Promise.all([
      finger.glass('touchStart', [touch]),
      finger.glass('touchStart', [touch, palm]),
      finger.glass('touchEnd', [touch]),
      finger.glass('touchEnd', []),
    ]);
  },
  trembling: ({ at, box, chance, finger }) => {
    const drift = driftOf(at, box, chance);
    const middle = { x: at.x + drift.x / 2, y: at.y + drift.y / 2 };
    return Promise.all([finger.down(at), ...[middle, at, middle, at].map(finger.move), finger.up()]);
  },
  'sliding away': ({ at, box, finger }) => {
    // To the side with more room.
    const isUpwards = box.y > 400;
    const y = isUpwards ? box.y - AWAY : box.y + box.height + AWAY;
    return finger.shakyTap(at, { x: 0, y: y - at.y });
  },
};

/** Wanders, and lifts on the control or no further than a finger's edge beside it. */
function driftOf(at: Point, box: Box, chance: Chance): Point {
  const reach = (from: number, low: number, size: number) =>
    Math.max(low - BESIDE - from, Math.min(low + size + BESIDE - from, (chance() - 0.5) * 2 * WANDERS));
  return { x: reach(at.x, box.x, box.width), y: reach(at.y, box.y, box.height) };
}
