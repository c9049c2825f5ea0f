/**
 * When each tablet was last answered: what it sends later cannot have been tapped before that (DESIGN §4). Written down
 * once a minute for a tablet of the house, so that it counts in every process and after a restart; in between this one
 * alone knows. Refuses to write at every request.
 */
import type { MiddlewareHandler } from 'hono';
import { type Instant, MINUTE } from '../../domain/time.ts';
import type { House } from '../house.ts';
import type { HouseEnv, KnownSender } from './sender.ts';

/** When the network is back the board may be asked for before the taps that waited are sent. */
const OVERTAKEN: Instant = 2 * MINUTE;
/** More closely than this it need not be known. */
const APART: Instant = 1_000;
/** How exactly other processes know it. */
const WRITTEN_EVERY: Instant = MINUTE;

export interface Answered {
  /** Commands of this place were answered: nothing was waiting behind them. */
  delivered(place: string, cameIn: Instant): void;
  /** Anything else was. It tells of taps that come when it is two minutes old. */
  asked(place: string, cameIn: Instant): void;
  /** Null is not known. */
  last(place: string, at: Instant): Instant | null;
}

interface Times {
  readonly settled: Instant | null;
  readonly recent: readonly Instant[];
}

const NEVER: Times = { settled: null, recent: [] };

export function createAnswered(): Answered {
  const known = new Map<string, Times>();
  const later = (a: Instant | null, b: Instant): Instant => Math.max(a ?? b, b);
  const timesOf = (place: string, at: Instant): Times => {
    const { settled, recent } = known.get(place) ?? NEVER;
    const old = recent.filter((each) => each <= at - OVERTAKEN);
    return { settled: old.reduce(later, settled), recent: recent.slice(old.length) };
  };
  return {
    delivered: (place, cameIn) => {
      const { settled, recent } = known.get(place) ?? NEVER;
      known.set(place, { settled: later(settled, cameIn), recent });
    },
    asked: (place, cameIn) => {
      const { settled, recent } = timesOf(place, cameIn);
      const latest = recent.at(-1);
      const isNews = latest === undefined || cameIn >= latest + APART;
      known.set(place, { settled, recent: isNews ? [...recent, cameIn] : recent });
    },
    last: (place, at) => timesOf(place, at).settled,
  };
}

/** By tablet, or by session where it is a browser of their own. */
export const placeOf = ({ deviceId, staff }: KnownSender): string | null => deviceId ?? staff?.sessionId ?? null;

export interface NoteDeps {
  readonly house: Pick<House, 'authority' | 'store'>;
  readonly now: () => Instant;
}

/** Stands around every route; which tablet it was, its guard or the route itself says. */
export function noteAnswered(answered: Answered, { house, now }: NoteDeps): MiddlewareHandler<HouseEnv> {
  const { authority, store } = house;
  const written = new Map<string, Instant>();
  const write = (id: string, at: Instant | null) => {
    if (at === null || at < (written.get(id) ?? Number.NEGATIVE_INFINITY) + WRITTEN_EVERY) return;
    written.set(id, at);
    // Nobody waits for it: where it fails, the next minute brings a later one.
    store.deviceAnswered({ locationId: authority.locationId, id }, at).catch(() => written.delete(id));
  };
  return async (c, next) => {
    const cameIn = now();
    await next();
    const sender: KnownSender | undefined = c.get('sender');
    const place = sender === undefined || c.res.status >= 500 ? null : placeOf(sender);
    if (place === null) return;
    answered.asked(place, cameIn);
    if (sender?.deviceId != null) write(sender.deviceId, answered.last(place, now()));
  };
}
