// Five hundred people want one of twelve places at the same moment, over real HTTP: on either engine, and with three
// server processes on one PostgreSQL.
import { describe, expect, test } from 'vitest';
import type { Command, Envelope, ResidentLine } from '../../src/domain/commands.ts';
import type { Answer, Snapshot } from '../../src/domain/protocol.ts';
import type { SignUp } from '../../src/domain/sign-up-row.ts';
import { bySelf, newId } from '../bench/load.ts';
import { aSeries } from '../support/builders.ts';
import { boardOf, type Door, waysToRun } from '../support/open-doors.ts';

const RIVALS = 500;
const PLACES = 12;
const DINNER = aSeries({
  id: 'dinner',
  capacity: PLACES,
  rule: { type: 'daily', interval: 1, from: '2026-01-01', until: null },
});

/** People behind doors of their own, and the dinner. Returns who they are. */
async function furnish(door: Door): Promise<readonly string[]> {
  const lines = Array.from(
    { length: RIVALS },
    (_, i): ResidentLine => ({
      number: `${1000 + i}`,
      floor: Math.floor(i / 50),
      salutation: 'mevrouw',
      firstName: `Wil${i}`,
      infix: '',
      lastName: 'Vos',
    }),
  );
  const actor = { staffId: 'operator', proof: 'session', visitId: 'test' } as const;
  const commands: readonly Command[] = [
    { type: 'importResidents', lines },
    { type: 'importProgramme', lines: [{ series: DINNER, overrides: [] }] },
  ];
  for (const command of commands) {
    const envelope: Envelope = { id: newId(), command, tappedAt: new Date().toISOString(), actor };
    const { status, text } = await door.client.send('/api/commands', envelope, door.operator);
    if (status !== 200) throw new Error(text);
  }
  const { rows } = await boardOf(door);
  const doors = new Set((rows.home ?? []).filter(({ number }) => Number(number) >= 1000).map(({ id }) => id));
  return (rows.resident ?? []).filter(({ homeId }) => doors.has(homeId)).map(({ id }) => id);
}

/** Everybody at once, each with a tablet of their own, spread over the servers. */
async function rush(doors: readonly Door[], residentIds: readonly string[]) {
  // Ahead in every zone, and within what a screen may look ahead.
  const date = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  const activityId = `${DINNER.id}/${date}`;
  const replies = await Promise.all(
    residentIds.map(async (residentId, i) => {
      const { client, operator } = doors[i % doors.length]!;
      const command = { type: 'signUp', activityId, residentIds: [residentId], guests: 0 } as const;
      const reply = await client.send('/api/commands', bySelf(residentId, command), operator);
      return { status: reply.status, answer: JSON.parse(reply.text) as Answer };
    }),
  );
  return { activityId, replies };
}

const partiesOf = (board: Snapshot, activityId: string): readonly SignUp[] =>
  (board.rows.signUp ?? []).filter((party) => party.activityId === activityId).sort((a, b) => a.arrival - b.arrival);

async function expectOneOrder(doors: readonly Door[]): Promise<void> {
  const residentIds = await furnish(doors[0]!);
  expect(new Set(residentIds).size).toBe(RIVALS);
  // The other processes hear of the new people and the dinner a moment later.
  for (const door of doors)
    await expect.poll(async () => (await boardOf(door)).rows.series?.some(({ id }) => id === 'dinner')).toBe(true);

  const { activityId, replies } = await rush(doors, residentIds);
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
  expect(new Set(replies.map(({ answer }) => answer.status))).toEqual(new Set(['accepted']));
  const versions = replies.map(({ answer }) => ('version' in answer ? answer.version : 0));
  expect(new Set(versions).size).toBe(RIVALS);

  const last = Math.max(...versions);
  for (const door of doors)
    await expect.poll(async () => (await boardOf(door)).version, { timeout: 10_000 }).toBe(last);
  const boards = await Promise.all(doors.map((door) => boardOf(door)));
  const parties = partiesOf(boards[0]!, activityId);
  expect(parties.filter(({ status }) => status === 'going')).toHaveLength(PLACES);
  expect(parties.filter(({ status }) => status === 'waiting')).toHaveLength(RIVALS - PLACES);
  // Nobody twice, nobody forgotten, and one order: who came first goes, the rest stand in line behind them.
  expect(new Set(parties.flatMap((party) => party.residentIds))).toEqual(new Set(residentIds));
  expect(parties.map(({ arrival }) => arrival)).toEqual(Array.from({ length: RIVALS }, (_, i) => i + 1));
  expect(parties.slice(0, PLACES).every(({ status }) => status === 'going')).toBe(true);
  // The order of arrival is the order of the journal.
  const byVersion = replies
    .map(({ answer }) => answer)
    .flatMap((answer) => (answer.status === 'accepted' ? [answer] : []))
    .sort((a, b) => a.version - b.version);
  expect(parties.map(({ id }) => id)).toEqual(byVersion.map(({ commandId }) => `${commandId}/1`));
  for (const board of boards.slice(1)) expect(sorted(board)).toEqual(sorted(boards[0]!));
}

/** Rows come in any order; the same rows are the same board. */
function sorted({ epoch, rows, version }: Snapshot) {
  const lists = Object.entries(rows).map(([name, list]) => [name, [...list].sort((a, b) => (a.id < b.id ? -1 : 1))]);
  return { epoch, version, rows: Object.fromEntries(lists) };
}

describe('500 rivals for 12 places over HTTP', () => {
  test.each(waysToRun)('$name: twelve go, the rest wait in one order, and nobody gets an error', async ({ open }) => {
    await expectOneOrder(await open());
  });
});
