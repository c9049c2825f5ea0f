// Lists for a spreadsheet: everybody once, in words, and nobody's name where it is discreet.
import { describe, expect, test } from 'vitest';
import { boardOf } from '../../../src/domain/board.ts';
import type { Command } from '../../../src/domain/commands.ts';
import { type ListName, lists } from '../../../src/server/export/lists.ts';
import { createWorld, houseRows, staff, type World } from '../../support/builders.ts';
import { openTestHouse } from '../http/test-house.ts';

const WEEK = { from: '2026-10-12', to: '2026-10-18' } as const;
const DAY = '2026-10-14';

function lived(more: Partial<ReturnType<typeof houseRows>> = {}): World {
  const world = createWorld(boardOf({ ...houseRows(), ...more }));
  const send = (command: Command) => {
    const verdict = world.send(staff, command);
    if (!verdict.ok) throw new Error(JSON.stringify(verdict.error));
  };
  const signUp = (activity: string, residentIds: string[], guests = 0) =>
    send({ type: 'signUp', activityId: `${activity}/${DAY}`, residentIds, guests });
  signUp('walk', ['riet', 'leen'], 1);
  signUp('memory', ['anna']);
  signUp('lunch', ['kees']);
  signUp('walk', ['hein']);
  return world;
}

/** Cells by line; none of these have quotes in them. */
const linesOf = (name: ListName, world: World) =>
  lists[name]
    .text(world.board, WEEK)
    .replace('\uFEFF', '')
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(';'));

describe('the list of', () => {
  test('sign-ups names each resident once, with the guests of the party beside the first', () => {
    const lines = linesOf('sign-ups', lived());
    const walk = lines.filter((cells) => cells[2] === 'walk').map((cells) => cells.slice(5));
    expect(walk).toEqual([
      ['102', 'Riet Van Riet', '1', '2', 'doet mee', 'nee'],
      ['102', 'Leen Van Leen', '0', '1', 'doet mee', 'nee'],
      ['201', 'Hein Van Hein', '0', '1', 'doet mee', 'nee'],
    ]);
  });

  test('sign-ups says of a discreet activity how many, and no more', () => {
    const lines = linesOf('sign-ups', lived()).filter((cells) => cells[2] === 'memory');
    expect(lines).toEqual([[DAY, '15:00', 'memory', 'Huiskamer', 'dementie', '', '', '', '1', 'doet mee', 'nee']]);
  });

  test('attendance counts people, those who came by the ticks, and the others', () => {
    const id = `walk/${DAY}`;
    const mark = (residentId: string, came: boolean) => ({
      id: `${id}/${residentId}`,
      activityId: id,
      residentId,
      came,
    });
    const world = lived({ attendance: [mark('riet', true), mark('hein', false)], visitors: [{ id, people: 3 }] });
    const line = linesOf('attendance', world).find((cells) => cells[0] === DAY && cells[2] === 'walk');
    expect(line?.slice(4)).toEqual(['4', '1', '1', '2', '3', '']);
  });

  test('meals has a line for each plate', () => {
    const lines = linesOf('meals', lived());
    expect(lines).toHaveLength(2);
    expect(lines[1]?.slice(0, 4)).toEqual([DAY, 'lunch', '103', 'Kees Van Kees']);
  });

  test('trips is on the clock of the house, and says nothing of who does not live here', () => {
    const booking = {
      id: 'b',
      scooterId: 'x',
      residentId: 'anna',
      from: '2026-10-18T20:30:00Z',
      to: '2026-10-18T22:30:00Z',
      blockedUntil: '2026-10-18T23:00:00Z',
      status: 'returned' as const,
      takenAt: '2026-10-18T20:35:00Z',
      returnedAt: '2026-10-18T22:00:00Z',
      batteryLow: true,
      news: null,
      visitId: null,
      notMade: null,
    };
    const night = { ...booking, id: 'c', residentId: null, from: '2026-10-18T22:10:00Z' };
    const neverMade = { ...booking, id: 'd', status: 'cancelled', notMade: 'taken' } as const;
    const world = lived({ booking: [booking, night, neverMade] });
    expect(linesOf('bookings', world).slice(1)).toEqual([
      ['2026-10-18', '22:30', '00:30', '', '101', 'Anna Van Anna', 'terug', '22:35', '00:00', 'ja'],
    ]);
    const monday = lists.bookings.text(world.board, { from: '2026-10-19', to: '2026-10-19' });
    expect(monday.trimEnd().split('\r\n')[1]).toBe('2026-10-19;00:10;00:30;;;;terug;22:35;00:00;ja');
  });
});

test('a name that a spreadsheet would compute is text', () => {
  const rows = houseRows();
  const residentPrivate = (rows.residentPrivate ?? []).map((each) => ({ ...each, firstName: '=HYPERLINK("x")' }));
  const text = lists['sign-ups'].text(lived({ residentPrivate }).board, WEEK);
  expect(text).toContain(`"'=HYPERLINK(""x"") Van Riet"`);
});

describe('over the network', () => {
  test.each(Object.keys(lists) as ListName[])(
    '%s is for managers, opens as it is, and is kept nowhere',
    async (name) => {
      const house = await openTestHouse();
      const path = `/api/exports/${name}.csv`;
      expect((await house.get(path)).status).toBe(401);
      const cookie = await house.signIn('mila');
      const reply = await house.get(path, { cookie });
      expect([reply.status, reply.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
      expect(reply.headers['cache-control']).toBe('no-store');
      expect([...reply.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    },
  );

  test.each(['from=2026-13-01', 'from=2026-10-14&to=2026-10-13', 'from=2020-01-01&to=2026-01-01', 'to=x'])(
    'a range such as %s is refused with a sentence',
    async (query) => {
      const house = await openTestHouse();
      const reply = await house.get(`/api/exports/meals.csv?${query}`, { cookie: await house.signIn('mila') });
      expect([reply.status, reply.json().code]).toEqual([400, 'rangeMalformed']);
    },
  );
});
