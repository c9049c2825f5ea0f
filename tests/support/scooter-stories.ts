/**
 * Random weeks of the scooters around both clock changes: who books, takes, returns, breaks and mends what, and time
 * that passes. Refuses to say what must come of it.
 */
import fc from 'fast-check';
import type { Command } from '../../src/domain/commands.ts';
import type { Actor } from '../../src/domain/envelope.ts';
import { type Booking, type ScooterRules, scooterParts } from '../../src/domain/scooter-rows.ts';
import { type Instant, localAt } from '../../src/domain/time.ts';
import { at, staff, type World, ZONE } from './builders.ts';
import { about, bookingsIn, scooterWorld, withCard } from './scooter-house.ts';

const MINUTE = 60_000;
const HALF_HOUR = 30 * MINUTE;
/** Mostly who may ride. */
const riders = ['anna', 'riet', 'anna', 'mo', 'toos', 'anna', 'riet', 'kees', 'leen'] as const;
const scooterIds = ['merel', 'meeuw', 'reiger'] as const;

const nat = fc.nat({ max: 60 });
const byStaff = fc.constantFrom(false, false, false, true);
const minutes = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(60, 120, 240) },
  { weight: 1, arbitrary: fc.constantFrom(30, 90, 300, 0, -60) },
);
const onBooking = fc.record({
  type: fc.constantFrom('takeScooter', 'takeScooter', 'cancelBooking', 'seenBooking', 'moveBooking'),
  nth: nat,
  /** Mostly one's own. */
  as: fc.constantFrom('own', 'own', 'own', 'staff', 'other'),
  to: nat,
} as const);

const step = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      type: fc.constant('book'),
      who: nat,
      scooter: fc.option(nat, { freq: 2 }),
      /** Half hours from now, mostly soon. */
      ahead: fc.oneof(fc.integer({ min: -2, max: 12 }), fc.integer({ min: 0, max: 100 }), fc.constantFrom(500, 680)),
      minutes,
      byStaff,
    } as const),
  },
  { weight: 9, arbitrary: onBooking },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('returnScooter'),
      nth: nat,
      /** Null is nothing. */
      broken: fc.option(fc.constantFrom(...scooterParts), { freq: 1 }),
    } as const),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('lendScooter'),
      scooter: nat,
      who: fc.option(nat, { freq: 2 }),
      minutes: fc.constantFrom(1, 20, 60, 240, 0, 900),
    } as const),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('reportDefect'), scooter: nat } as const) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('mendScooter'), scooter: nat } as const) },
  {
    weight: 8,
    arbitrary: fc.record({
      /** Until about the start of a booking, or about the end of a trip that is out. */
      type: fc.constantFrom('untilStart', 'untilStart', 'untilEnd'),
      nth: fc.constantFrom(0, 0, 0, 1, 2),
      seconds: fc.constantFrom<number[]>(-1200, -900, -600, -601, 0, 600, 1740, 1800, 2400, 5000),
    } as const),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('wait'),
      /** Seconds too: nobody taps on the minute. */
      seconds: fc.constantFrom<number[]>(7, 60, 600, 901, 1800, 3600, 5400, 14_400, 40_000, 86_400, 200_000),
    } as const),
  },
);
export type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

export interface Story {
  readonly now: Instant;
  readonly rules: Partial<ScooterRules>;
  readonly steps: readonly Step[];
}

const hours = fc.constantFrom(
  {},
  { opens: '20:00', closes: '02:00' },
  { opens: '00:00', closes: '00:00' },
  { opens: '07:00', closes: '07:00', mostOpen: 4 },
  { opens: '06:00', closes: '23:00', mostOpen: 5, mostMinutesAWeek: 240, pauseMinutes: 45 },
);

export const story: fc.Arbitrary<Story> = fc
  .record({
    now: fc.constantFrom(
      at('2027-03-27', '08:00'),
      at('2027-03-27', '19:45'),
      at('2027-10-30', '08:00'),
      at('2027-10-30', '22:10'),
    ),
    hours,
    blackouts: fc.constantFrom([], [], [{ from: '2027-03-30', until: '2027-03-30', reason: 'Feest' }]),
    steps: fc.array(step, { minLength: 5, maxLength: 60, size: 'max' }),
  })
  .map(({ now, hours: set, blackouts, steps }) => ({ now, rules: { ...set, blackouts }, steps }));

export function worldOf({ now, rules }: Story): World {
  return scooterWorld(rules, now);
}

/** Takes one step: time passes, or somebody sends a command. */
export function take(world: World, step: Step): void {
  if ('seconds' in step) {
    world.now = Math.max(world.now, momentOf(world, step) + step.seconds * 1000);
    return;
  }
  const sent = commandOf(world, step);
  if (sent !== null) world.send(sent.actor, sent.command);
}

/** The start or the end a step of waiting counts from; now where there is none. */
function momentOf(world: World, step: Extract<Step, { seconds: number }>): Instant {
  if (step.type === 'wait') return world.now;
  const status = step.type === 'untilStart' ? 'booked' : 'taken';
  const ahead = bookingsIn(world.board).filter((each) => each.status === status);
  const booking = ahead[step.nth % Math.max(1, ahead.length)];
  if (booking === undefined) return world.now;
  return Date.parse(step.type === 'untilStart' ? booking.from : booking.to);
}

type Sent = { readonly actor: Actor; readonly command: Command };

function commandOf(world: World, step: Exclude<Step, { seconds: number }>): Sent | null {
  switch (step.type) {
    case 'book': {
      const who = pick(riders, step.who);
      const { date, time } = localAt(Math.floor(world.now / HALF_HOUR + step.ahead) * HALF_HOUR, ZONE);
      const scooterId = step.scooter === null ? null : pick(scooterIds, step.scooter);
      const command = { type: 'book', residentId: who, scooterId, date, time, minutes: step.minutes } as const;
      return { actor: step.byStaff ? staff : withCard(who), command };
    }
    case 'returnScooter': {
      const out = bookingsIn(world.board).filter(({ status }) => status === 'taken');
      if (out.length === 0) return null;
      const booking = pick(out, step.nth);
      const command = { type: step.type, ...about(booking), batteryLow: step.nth % 2 === 0, broken: step.broken };
      return { actor: ownerOf(booking), command };
    }
    case 'lendScooter': {
      const residentId = step.who === null ? null : pick(riders, step.who);
      const scooterId = pick(scooterIds, step.scooter);
      return { actor: staff, command: { type: step.type, scooterId, residentId, minutes: step.minutes } };
    }
    case 'reportDefect':
      return {
        actor: withCard('mo'),
        command: { type: step.type, scooterId: pick(scooterIds, step.scooter), part: 'tyre' },
      };
    case 'mendScooter':
      return { actor: staff, command: { type: step.type, scooterId: pick(scooterIds, step.scooter) } };
    default:
      return onOne(world, step);
  }
}

function onOne(world: World, step: Extract<Step, { as: string }>): Sent | null {
  const all = bookingsIn(world.board);
  const open = all.filter(({ status }) => status === 'booked');
  const from = open.length > 0 && step.nth % 4 > 0 ? open : all;
  if (from.length === 0) return null;
  const booking = pick(from, step.nth);
  const actor = step.as === 'own' ? ownerOf(booking) : step.as === 'staff' ? staff : withCard(pick(riders, step.to));
  if (step.type !== 'moveBooking') return { actor, command: { type: step.type, ...about(booking) } };
  return { actor, command: { type: step.type, ...about(booking), toScooterId: pick(scooterIds, step.to) } };
}

const ownerOf = ({ residentId }: Booking): Actor => (residentId === null ? staff : withCard(residentId));

function pick<Item>(items: readonly Item[], nth: number): Item {
  return items[nth % items.length] as Item;
}
