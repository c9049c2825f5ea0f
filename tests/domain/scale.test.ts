// A larger house is not a slower one: counted in rows that are looked at, which no machine makes faster or slower.
import { expect, test } from 'vitest';
import { type Board, type BoardRows, boardOf, type Collection, collectionNames } from '../../src/domain/board.ts';
import { apply } from '../../src/domain/changes.ts';
import type { Command } from '../../src/domain/commands.ts';
import { decide } from '../../src/domain/decide.ts';
import { partiesIn } from '../../src/domain/parties.ts';
import type { Table } from '../../src/domain/table.ts';
import { addDays } from '../../src/domain/time.ts';
import { aSeries, commandId, houseRows, line, MORNING, resident, staff } from '../support/builders.ts';

interface Count {
  /** Rows read one by one. */
  rows: number;
  /** Walks through the groups of a collection, which only a look through all of it makes. */
  walks: number;
}

class CountedGroup<Row> extends Map<string, Row> {
  count: Count | null = null;

  override get(key: string): Row | undefined {
    if (this.count !== null) this.count.rows += 1;
    return super.get(key);
  }

  override values(): MapIterator<Row> {
    if (this.count !== null) this.count.rows += this.size;
    return super.values();
  }

  override [Symbol.iterator](): MapIterator<[string, Row]> {
    if (this.count !== null) this.count.rows += this.size;
    return super[Symbol.iterator]();
  }
}

class CountedShard<Row> extends Map<string, ReadonlyMap<string, Row>> {
  count: Count | null = null;

  override values(): MapIterator<ReadonlyMap<string, Row>> {
    if (this.count !== null) this.count.walks += 1;
    return super.values();
  }
}

/** The board, counting what is read from it; only the one row of the location may be looked for. */
function counted(board: Board, count: Count): Board {
  const groupOf = <Row>(rows: ReadonlyMap<string, Row>) => Object.assign(new CountedGroup(rows), { count });
  const watch = (name: Collection) =>
    (board[name] as Table<unknown>).map((shard) => {
      const groups = [...shard].map(([parent, rows]) => [parent, groupOf(rows)] as const);
      return Object.assign(new CountedShard(groups), { count: name === 'location' ? null : count });
    });
  return Object.fromEntries(collectionNames.map((name) => [name, watch(name)])) as unknown as Board;
}

const aMenu = { meal: 'lunch', menu: 'Soep', choices: ['vlees', 'vis'], allergens: ['melk'], price: 550 };

const aPlate = (activityId: string, signUpId: string, residentId: string) => ({
  ...{ id: `${signUpId}/${residentId}`, activityId, signUpId, residentId, guestName: '', dish: null, takeAway: false },
  ...{ paid: null, came: null, at: null, by: null, despite: [], goneAt: null, goneBy: null, goneLate: false },
  movedTo: null,
});

/** A house with so many times the people, the series and the sign-ups, beside the one that is looked at. */
function houseOf(times: number): Board {
  const rows = houseRows();
  const many = Array.from({ length: 40 * times }, (_, n) => n);
  const larger: BoardRows = {
    ...rows,
    home: [...rows.home!, ...many.map((n) => ({ id: `h${n}`, number: `${n}`, floor: 4 }))],
    resident: [...rows.resident!, ...many.map((n) => ({ ...rows.resident![0]!, id: `r${n}`, homeId: `h${n}` }))],
    series: [...rows.series!, ...many.map((n) => aSeries({ id: `s${n}`, capacity: null }))],
    signUp: many.flatMap((n) =>
      many.slice(0, 20).map((m) => ({
        ...{ id: `${n}-${m}`, activityId: `s${n}/2026-10-14`, residentIds: [`r${m}`], guests: 0, hidden: 0 },
        ...{ status: 'going' as const, arrival: m + 1, visitId: 'v', late: false },
      })),
    ),
    plate: many.flatMap((n) => many.slice(0, 20).map((m) => aPlate(`s${n}/2026-10-14`, `${n}-${m}`, `r${m}`))),
    standing: many.map((n) => ({
      ...{ id: `s${n}/r${n}`, seriesId: `s${n}`, residentId: `r${n}`, dish: null },
      ...{ from: '2026-01-01', until: null, pauses: [] },
    })),
    diet: many.map((n) => ({ id: `r${n}`, kinds: [], allergens: ['milk'], note: '', at: '2026-10-14T06:00:00Z' })),
    menuDay: [
      { ...aMenu, id: 'lunch', on: '2026-10-14' },
      ...many.map((n) => ({ ...aMenu, id: `m${n}`, on: addDays('2027-01-01', n) })),
    ],
    notice: many.map((n) => ({
      id: `n${n}`,
      residentId: `r${n}`,
      type: 'changed',
      activityId: `s${n}/2026-10-14`,
      at: '2026-10-14T06:00:00Z',
      words: '',
    })),
  };
  return boardOf(larger);
}

const CHOIR = 'choir/2026-10-14';

/** Fifty commands as one day has them: people come, bring guests, leave, and the manager moves and cancels. */
function* day(): Generator<(board: Board) => Command> {
  const people = ['anna', 'riet', 'kees', 'hein', 'mo'];
  const first = (board: Board, who: string) =>
    [...board.signUp.flatMap((shard) => [...(shard.get(CHOIR)?.values() ?? [])])].find(
      (party) => party.residentIds[0] === who && party.status !== 'withdrawn',
    )!.id;
  for (let round = 0; round < 4; round += 1) {
    for (const who of people)
      yield () => ({ type: 'signUp', activityId: CHOIR, residentIds: [who], guests: who === 'kees' ? 1 : 0 });
    yield () => ({ type: 'changeActivity', activityId: CHOIR, fields: { room: `Zaal ${round}` } });
    yield () => ({ type: 'cancelActivity', activityId: CHOIR, reason: '' });
    yield () => ({ type: 'restoreActivity', activityId: CHOIR });
    for (const who of people)
      yield (board) => ({ type: 'withdraw', activityId: CHOIR, signUpId: first(board, who), residentIds: [who] });
  }
}

const LUNCH = 'lunch/2026-10-14';

/** What volunteers and residents do with one lunch, habits included. */
function* meal(): Generator<(board: Board) => Command> {
  const plateOf = (board: Board, who: string) =>
    [...partiesIn(board, LUNCH)].find(({ residentIds }) => residentIds[0] === who)!.id.concat(`/${who}`);
  const adding = { type: 'addPlate', activityId: LUNCH, guestName: '', takeAway: false, mayWait: false } as const;
  for (const who of ['anna', 'riet', 'kees'])
    yield () => ({ type: 'signUp', activityId: LUNCH, residentIds: [who], guests: 0, dishes: ['vis'] });
  for (const who of ['mo', 'hein'])
    yield () => ({ ...adding, residentId: who, hostId: null, dish: 'vlees', despite: ['full'] });
  yield (board) => ({ ...adding, residentId: null, hostId: plateOf(board, 'mo'), dish: null, despite: ['full'] });
  for (let round = 0; round < 6; round += 1) {
    const about = (board: Board) => ({ activityId: LUNCH, plateId: plateOf(board, 'anna') });
    yield (board) => ({ type: 'chooseDish', ...about(board), dish: round % 2 === 0 ? 'vlees' : 'vis' });
    yield (board) => ({ type: 'setTakeAway', ...about(board), takeAway: round % 2 === 0 });
    yield (board) => ({ type: 'markPaid', activityId: LUNCH, plateIds: [about(board).plateId], paid: round });
    yield (board) => ({ type: 'removePlate', ...about(board) });
    yield (board) => ({ type: 'restorePlate', ...about(board), despite: ['full'] });
    yield () => ({ type: 'setDiet', residentId: 'anna', kinds: ['halal'], allergens: [], note: `${round}` });
    yield (board) => ({
      type: 'printMeal',
      activityId: LUNCH,
      number: round + 1,
      plates: [{ id: plateOf(board, 'anna'), dish: null, takeAway: false }],
    });
  }
  yield () => ({ type: 'setStanding', seriesId: 'lunch', residentId: 'fatima', dish: 'vis' });
  yield () => ({
    type: 'pauseStanding',
    seriesId: 'lunch',
    residentId: 'fatima',
    from: '2026-10-20',
    until: '2026-11-20',
  });
  yield () => ({ type: 'resumeStanding', seriesId: 'lunch', residentId: 'fatima' });
  yield () => ({ type: 'stopStanding', seriesId: 'lunch', residentId: 'fatima' });
}

function work(
  times: number,
  of: () => Generator<(board: Board) => Command> = day,
): { readonly count: Count; readonly end: readonly string[]; readonly commands: number } {
  const count: Count = { rows: 0, walks: 0 };
  let board = houseOf(times);
  let commands = 0;
  for (const next of of()) {
    const command = next(board);
    const actor = 'residentIds' in command ? resident(command.residentIds[0]!) : staff;
    commands += 1;
    const envelope = { id: commandId(commands), command, actor, tappedAt: '2026-10-14T06:00:00Z' };
    const verdict = decide(counted(board, count), envelope, { now: MORNING, tappedAt: MORNING, role: 'manager' });
    expect(verdict.ok).toBe(true);
    if (verdict.ok) board = apply(board, verdict.value);
  }
  return { count, end: [...line(board, CHOIR), ...line(board, LUNCH)], commands };
}

test('with ten times the data fifty commands look at the same rows and never through a whole collection', () => {
  const [small, large] = [work(1), work(10)];
  expect(small.commands).toBeGreaterThanOrEqual(50);
  expect(large).toEqual(small);
  expect(small.count.rows).toBeGreaterThan(small.commands);
  expect(small.count.walks).toBe(0);
});

test('with ten times the data fifty commands at the table look at the same rows too', () => {
  const [small, large] = [work(1, meal), work(10, meal)];
  expect(small.commands).toBeGreaterThanOrEqual(50);
  expect(large).toEqual(small);
  expect(small.count.walks).toBe(0);
});

test('the count sees a look through a whole collection, such as an import makes', () => {
  const look = (times: number): Count => {
    const count: Count = { rows: 0, walks: 0 };
    const command: Command = { type: 'importProgramme', lines: [] };
    const envelope = { id: commandId(1), command, actor: staff, tappedAt: '2026-10-14T06:00:00Z' };
    decide(counted(houseOf(times), count), envelope, { now: MORNING, tappedAt: MORNING, role: 'manager' });
    return count;
  };
  expect(look(1).walks).toBeGreaterThan(0);
  expect(look(10).rows).toBeGreaterThan(9 * look(1).rows);
});
