/**
 * Random days in the small house: who taps what, what the manager changes, time that passes over starts, closings and
 * clock changes, and envelopes that arrive twice. Refuses to say what must come of it.
 */
import fc from 'fast-check';
import type { Command } from '../../src/domain/commands.ts';
import type { Actor } from '../../src/domain/envelope.ts';
import { group, rows } from '../../src/domain/table.ts';
import { addDays, type PlainDate } from '../../src/domain/time.ts';
import {
  aSeries,
  at,
  createWorld,
  house,
  partiesIn,
  resident,
  residents,
  series,
  sharers,
  staff,
  type World,
} from './builders.ts';

const MINUTE = 60_000;

/** The two weekends on which the clocks change, from the Friday before. */
export const weekends = ['2026-10-23', '2027-03-26'] as const;

const nat = fc.nat({ max: 40 });
const fields = fc.record(
  {
    capacity: fc.constantFrom(null, 1, 2, 3, 5, 8),
    days: fc.constantFrom(-2, -1, 1, 2),
    startTime: fc.constantFrom('02:30', '09:00', '12:00', '23:00'),
    room: fc.constantFrom('Huiskamer', 'Tuin'),
    guests: fc.constantFrom(0, 2, 4),
    signUp: fc.constantFrom('open', 'none'),
  } as const,
  { requiredKeys: [] },
);

export const step = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({
      type: fc.constant('signUp'),
      where: nat,
      who: nat,
      together: fc.boolean(),
      guests: fc.constantFrom(0, 0, 0, 1, 2, 3),
      byStaff: fc.boolean(),
      underway: fc.constantFrom(0, 0, 1, 30, 300, 900),
    } as const),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('withdraw'),
      where: nat,
      party: nat,
      who: nat,
      all: fc.boolean(),
      byStaff: fc.boolean(),
    } as const),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('changeGuests'),
      where: nat,
      party: nat,
      guests: fc.constantFrom(0, 1, 2, 3),
      byStaff: fc.boolean(),
    } as const),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('dismissNotice'), who: nat, nth: nat } as const) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('changeActivity'), where: nat, fields } as const) },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constantFrom('cancelActivity', 'restoreActivity', 'skipDate', 'restoreDate'),
      where: nat,
    } as const),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('import'),
      which: nat,
      weekday: fc.integer({ min: 1, max: 7 }),
      capacity: fc.constantFrom(1, 3, 6),
      discreet: fc.constantFrom(false, false, true),
      override: fc.constantFrom('none', 'moved', 'cancelled'),
    } as const),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('wait'),
      minutes: fc.constantFrom<number[]>(1, 20, 90, 240, 700, 1440),
    } as const),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('replay'), nth: nat } as const) },
);
export type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

export interface Story {
  readonly from: PlainDate;
  readonly steps: readonly Step[];
}

export const story: fc.Arbitrary<Story> = fc.record({
  from: fc.constantFrom(...weekends),
  steps: fc.array(step, { minLength: 5, maxLength: 60, size: 'max' }),
});

/** Without what a calendar file does, and within one day: the days a screen's own board is about. */
export const storyOfOneDay: fc.Arbitrary<Story> = story.map(({ from, steps }) => ({
  from,
  steps: steps.map((each) => (each.type === 'wait' ? { ...each, minutes: Math.min(each.minutes, 20) } : each)),
}));

/** Few enough that people meet: full activities, waiting lists and closings are the rule, not the exception. */
export function placesIn({ from }: Pick<Story, 'from'>): readonly string[] {
  const days = [0, 1, 2].map((n) => addDays(from, n));
  return [
    ...days.flatMap((date) => [`lunch/${date}`, `bingo/${date}`]),
    `memory/${from}`,
    `walk/${from}`,
    `fair/${days[2]}`,
    `choir/${addDays(from, 5)}`,
    `weekend/${days[1]}`,
    'far/2026-12-24',
  ];
}

export function worldOf({ from }: Pick<Story, 'from'>): World {
  const weekend = aSeries({
    id: 'weekend',
    rule: { type: 'weekly', interval: 1, weekdays: [6, 7], from: '2026-01-03', until: null },
    startTime: '02:30',
    endTime: '03:30',
    capacity: 2,
  });
  return createWorld(house([...Object.values(series), weekend]), at(from, '08:00'));
}

/** Lets one step happen. A step that has nobody to be about is nothing. */
export function take(world: World, step: Step, places: readonly string[]): void {
  switch (step.type) {
    case 'wait':
      world.now += step.minutes * MINUTE;
      return;
    case 'replay': {
      const entry = world.journal[step.nth % Math.max(1, world.journal.length)];
      if (entry !== undefined) world.replay(entry.envelope);
      return;
    }
    default: {
      const told = commandOf(world, step, places);
      if (told !== null)
        world.send(told.actor, told.command, { underway: 'underway' in step ? step.underway * MINUTE : 0 });
    }
  }
}

interface Told {
  readonly actor: Actor;
  readonly command: Command;
}

type Doing = Exclude<Step, { type: 'wait' | 'replay' }>;

function commandOf(world: World, step: Doing, places: readonly string[]): Told | null {
  const activityId = 'where' in step ? pick(places, step.where)! : '';
  switch (step.type) {
    case 'signUp': {
      const who = pick(residents, step.who)!;
      const residentIds = step.together ? [who, ...sharers(who).filter((id) => id !== who)] : [who];
      return { actor: actorOf(step, who), command: { type: 'signUp', activityId, residentIds, guests: step.guests } };
    }
    case 'withdraw': {
      const party = pick(partiesIn(world.board, activityId), step.party);
      if (party === undefined) return null;
      const who = pick(party.residentIds, step.who)!;
      const residentIds = step.all ? party.residentIds : [who];
      return {
        actor: actorOf(step, who, step.who % 2),
        command: { type: 'withdraw', activityId, signUpId: party.id, residentIds },
      };
    }
    case 'changeGuests': {
      const party = pick(partiesIn(world.board, activityId), step.party);
      if (party === undefined) return null;
      const command = { type: 'changeGuests', activityId, signUpId: party.id, guests: step.guests } as const;
      return { actor: actorOf(step, party.residentIds[0]!), command };
    }
    case 'dismissNotice': {
      const who = pick(residents, step.who)!;
      const noticeId = pick([...group(world.board.notice, who).keys()], step.nth) ?? 'no-such-notice';
      return { actor: resident(who), command: { type: 'dismissNotice', noticeId } };
    }
    case 'changeActivity': {
      const { days, ...rest } = step.fields;
      const date = days === undefined ? {} : { date: addDays(activityId.slice(-10), days) };
      return { actor: staff, command: { type: 'changeActivity', activityId, fields: { ...rest, ...date } } };
    }
    case 'cancelActivity':
      return { actor: staff, command: { type: 'cancelActivity', activityId, reason: 'Het sneeuwt' } };
    case 'restoreActivity':
      return { actor: staff, command: { type: 'restoreActivity', activityId } };
    case 'skipDate':
    case 'restoreDate': {
      const [seriesId, date] = activityId.split('/') as [string, string];
      return { actor: staff, command: { type: step.type, seriesId, date } };
    }
    case 'import':
      return { actor: staff, command: importOf(world, step) };
  }
}

function importOf(world: World, step: Extract<Step, { type: 'import' }>): Command {
  const known = pick([...rows(world.board.series)], step.which)!;
  const rule = { type: 'weekly', interval: 1, weekdays: [step.weekday], from: '2026-01-01', until: null } as const;
  const originalDate = '2026-10-24';
  const fieldsOfDate = step.override === 'moved' ? { startTime: '10:15', room: 'Tuin' } : {};
  const override = { originalDate, fields: fieldsOfDate, cancelled: step.override === 'cancelled' ? 'Uitje' : null };
  return {
    type: 'importProgramme',
    lines: [
      {
        series: { ...known, rule, capacity: step.capacity, discreet: step.discreet },
        overrides: step.override === 'none' ? [] : [override],
      },
    ],
  };
}

function actorOf(step: { readonly byStaff: boolean }, who: string, visit = 0): Actor {
  return step.byStaff ? staff : resident(who, `visit-${visit}`);
}

function pick<Item>(items: readonly Item[], nth: number): Item | undefined {
  return items.length === 0 ? undefined : items[nth % items.length];
}
