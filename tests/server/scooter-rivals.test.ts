// Two hundred people want one scooter, or one of four, for the same hour at the same moment, each with their own card,
// over real HTTP: on either engine, and with three server processes on one PostgreSQL.
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/domain/protocol.ts';
import { addRiders, bookingBy, dateAhead, type Rider, scooterIdsOf, showCards } from '../bench/riders.ts';
import { boardOf, type Door, waysToRun } from '../support/open-doors.ts';

const RIVALS = 200;
const SCOOTERS = 4;
// Ahead in every zone, within what a screen may look ahead, and at an hour that exists once on every day.
const TRIP = { date: dateAhead(3), time: '10:00' };

async function rush(doors: readonly Door[], riders: readonly Rider[], scooterId: string | null) {
  return Promise.all(
    riders.map(async (rider, i) => {
      // Not the server that has seen the card: its word counts at the others too.
      const { client, operator } = doors[(i + 1) % doors.length]!;
      const reply = await client.send('/api/commands', bookingBy(rider, { ...TRIP, scooterId }), operator);
      return { status: reply.status, answer: JSON.parse(reply.text) as Answer };
    }),
  );
}

async function ready(doors: readonly Door[]) {
  await addRiders(doors[0]!, { riders: RIVALS, scooters: SCOOTERS });
  // The other processes hear of the new people and scooters a moment later.
  for (const door of doors) await expect.poll(async () => scooterIdsOf(await boardOf(door))).toHaveLength(SCOOTERS);
  return { riders: await showCards(doors, RIVALS), scooterIds: scooterIdsOf(await boardOf(doors[0]!)) };
}

/** What became of a rush, after every server has heard of all of it. */
async function outcome(doors: readonly Door[], replies: Awaited<ReturnType<typeof rush>>) {
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
  const accepted = replies.filter(({ answer }) => answer.status === 'accepted');
  const refusals = replies.flatMap(({ answer }) => (answer.status === 'refused' ? [answer.refusal.type] : []));
  expect(accepted.length + refusals.length).toBe(RIVALS);
  const last = Math.max(...replies.map(({ answer }) => ('version' in answer ? answer.version : 0)));
  for (const door of doors)
    await expect.poll(async () => (await boardOf(door)).version, { timeout: 10_000 }).toBe(last);
  const boards = await Promise.all(doors.map((door) => boardOf(door, 'staff')));
  const sorted = boards.map(({ rows }) => [...(rows.booking ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1)));
  for (const bookings of sorted.slice(1)) expect(bookings).toEqual(sorted[0]);
  return { accepted, refusals: new Set(refusals), bookings: sorted[0]!, misses: boards[0]!.rows.miss ?? [] };
}

describe.each(waysToRun)('200 rivals $name', ({ open }) => {
  test('for one scooter and hour: exactly one rides', async () => {
    const doors = await open();
    const { riders, scooterIds } = await ready(doors);
    const { accepted, refusals, bookings } = await outcome(doors, await rush(doors, riders, scooterIds[0]!));
    expect(accepted).toHaveLength(1);
    expect(refusals).toEqual(new Set(['scooterTaken']));
    expect(bookings).toMatchObject([{ scooterId: scooterIds[0], status: 'booked' }]);
  });

  test('for any of four scooters: exactly four ride, one on each', async () => {
    const doors = await open();
    const { riders, scooterIds } = await ready(doors);
    const { accepted, refusals, bookings, misses } = await outcome(doors, await rush(doors, riders, null));
    expect(accepted).toHaveLength(4);
    expect(refusals).toEqual(new Set(['noneFree']));
    expect(new Set(bookings.map(({ scooterId }) => scooterId))).toEqual(new Set(scooterIds));
    expect(new Set(bookings.map(({ residentId }) => residentId)).size).toBe(4);
    // One for each who asked and found none free.
    expect(misses).toHaveLength(RIVALS - 4);
  });
});
