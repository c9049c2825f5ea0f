/** What a tablet tells of itself now and then, for who looks after it. Refuses to hold anything about persons. */
import * as v from 'valibot';
import type { Frozen } from './frozen.ts';

const whole = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
/** Seconds. A battery that was empty starts in 1970. */
const MOST_OFFSET = 100 * 365 * 86_400;
const MOST_WAITING = 100_000;

const build = v.pipe(v.string(), v.regex(/^[\w-]{1,40}$/));

export const heartbeatSchema = v.object({
  /** Of the screens. */
  build,
  /** A newer one that did not start on this tablet, so that this one runs again; null is none. */
  badBuild: v.optional(v.nullable(build), null),
  /** `durable` survives a power cut, `memory` works with the network alone. */
  storage: v.picklist(['durable', 'memory']),
  /** The browser promised not to clear it for want of room; null where it does not say. */
  persisted: v.nullable(v.boolean()),
  /** Null where the browser does not tell. */
  battery: v.nullable(v.object({ percent: whole(0, 100), charging: v.boolean() })),
  /** Commands the server has not answered, and those it could not understand. */
  waiting: whole(0, MOST_WAITING),
  parked: whole(0, MOST_WAITING),
  /** What is added to the tablet's own clock, in seconds. */
  clockOffset: whole(-MOST_OFFSET, MOST_OFFSET),
  /** Without it there is no service worker, and nothing works offline. */
  secure: v.boolean(),
  /** A service worker stands between this page and the network. */
  worker: v.boolean(),
  /** Every file of the screens is kept on this tablet; null where it has not looked yet. */
  complete: v.optional(v.nullable(v.boolean()), null),
  screen: v.object({ width: whole(1, 20_000), height: whole(1, 20_000) }),
});
export type Heartbeat = Frozen<v.InferOutput<typeof heartbeatSchema>>;
