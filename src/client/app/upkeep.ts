/** What time does by itself: the minute, midnight, and the end of a visit that somebody walked away from (DESIGN §7). */
import { type Instant, MINUTE, type PlainDate } from '../../domain/time.ts';
import type { Timers } from '../platform/timers.ts';
import type { Clock } from '../state/clock.ts';
import type { Screen, Screens } from '../state/screens.ts';
import type { Visit } from '../state/visit.ts';

export interface UpkeepDeps {
  readonly timers: Timers;
  readonly systemNow: () => Instant;
  readonly clock: Clock;
  readonly visit: Visit;
  readonly screens: Screens;
  /** The local date; null while the house is not known. */
  readonly today: () => PlainDate | null;
  /** The days a screen may know have moved on; whether the new ones came. */
  readonly renew: () => Promise<boolean>;
  readonly forgetIfLost: () => void;
  /** Time jumped: the tablet slept, or its clock was put right. */
  readonly whenJumped: () => void;
  /** The visit ended by itself. */
  readonly whenGone: () => void;
}

export interface Upkeep {
  readonly start: () => void;
  /** Time may have jumped: the tablet slept, or its clock was set. */
  readonly catchUp: () => void;
}

const SECOND = 1_000;
/** More than a busy tablet is late. */
const JUMP = 2_000;
/** The screens that show a name, a door or somebody's plans. */
const personal: readonly Screen['type'][] = [
  'who',
  'code',
  'done',
  'myThings',
  'refused',
  'moment',
  'trip',
  'tripReturn',
  'tripBroken',
  'tripDone',
  'visit',
];

export function createUpkeep(deps: UpkeepDeps): Upkeep {
  const { clock, screens, timers, visit } = deps;
  let renewedOn: PlainDate | null = null;
  let renewing = false;

  const passTime = () => {
    const shows = visit.identity.value !== null || personal.includes(screens.current.value.type);
    if (visit.passTime(deps.systemNow(), shows)) deps.whenGone();
  };

  const renew = async () => {
    const date = deps.today();
    const done = await deps.renew();
    renewing = false;
    if (done) renewedOn = date;
  };

  /** The first date seen came with the board; each later one needs the board of that day. */
  const rollOver = () => {
    const date = deps.today();
    renewedOn ??= date;
    if (date === renewedOn || renewing) return;
    renewing = true;
    // All tablets of a town have the same midnight.
    timers.after(timers.random() * MINUTE, () => void renew());
  };

  const look = () => {
    clock.tick();
    passTime();
    rollOver();
    deps.forgetIfLost();
  };
  const everyMinute = () => {
    look();
    timers.after(MINUTE - (clock.now() % MINUTE), everyMinute);
  };
  let nextSecond: Instant = deps.systemNow();
  const everySecond = () => {
    const now = deps.systemNow();
    // Timers sleep with the tablet, and not every tablet says that it woke.
    const jumped = Math.abs(now - nextSecond) > JUMP;
    nextSecond = now + SECOND;
    if (jumped) {
      look();
      deps.whenJumped();
    } else passTime();
    timers.after(SECOND, everySecond);
  };

  return {
    start() {
      nextSecond = deps.systemNow();
      everyMinute();
      everySecond();
    },
    catchUp: look,
  };
}
