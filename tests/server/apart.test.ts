// The backstop below the rules: two trips of one scooter cannot overlap, whoever writes them and however.
import { describe, expect, test } from 'vitest';
import type { Rows } from '../../src/domain/board.ts';
import type { Change } from '../../src/domain/changes.ts';
import { ConstraintError, type Store } from '../../src/server/db/store.ts';
import { commandId, houseRows } from '../support/builders.ts';
import { anEntry, type Engine, engines, LOCATION, seed, type TestDatabase, writeEntries } from '../support/engines.ts';

type Booking = Rows['booking'];

/** From and to on one day, as text such as `10:00:00`; charged at once. */
function aTrip(id: string, [from, to]: readonly [string, string], rest: Partial<Booking> = {}): Booking {
  return {
    id,
    scooterId: 'red',
    residentId: 'anna',
    from: `2026-10-14T${from}Z`,
    to: `2026-10-14T${to}Z`,
    blockedUntil: `2026-10-14T${to}Z`,
    status: 'booked',
    takenAt: null,
    returnedAt: null,
    batteryLow: false,
    news: null,
    visitId: null,
    notMade: null,
    ...rest,
  };
}

const put = (row: Booking): Change => ({ type: 'bookingPut', row });
const TEN: readonly [string, string] = ['10:00:00', '11:00:00'];
const ELEVEN: readonly [string, string] = ['11:00:00', '12:00:00'];

/** Writes groups of changes around every rule, one after another; each group is one commit. */
async function writer(store: Store) {
  await seed(store, houseRows());
  let version = 1;
  const entryOf = (changes: readonly Change[]) => {
    version += 1;
    return anEntry({ version, commandId: commandId(version), changes });
  };
  return {
    /** As one command. */
    write: async (...rows: readonly Booking[]) => writeEntries(store, 'flat', [entryOf(rows.map(put))]),
    /** As many commands that share a commit. */
    writeGroup: async (...rows: readonly Booking[]) =>
      writeEntries(
        store,
        'flat',
        rows.map((row) => entryOf([put(row)])),
      ),
    bookings: async () =>
      ((await store.load('flat')).rows.booking ?? [])
        .filter(({ status }) => status === 'booked' || status === 'taken')
        .map(({ id, scooterId }) => `${id} on ${scooterId}`)
        .sort(),
    /** The next entry must not skip what was refused. */
    stepBack: () => {
      version -= 1;
    },
  };
}

const open = async (engine: Engine) => writer(await (await engine.create()).open());

const columns =
  'location_id, id, scooter_id, resident_id, "from", "to", blocked_until, status, taken_at, returned_at, battery_low, news, visit_id';
const insertion = (row: Booking, location = 'flat') =>
  `insert into booking (${columns}) values ('${location}', '${row.id}', '${row.scooterId}', null, '${row.from}', '${row.to}', '${row.blockedUntil}', '${row.status}', null, null, 0, null, null)`;

const outcomeOf = (database: TestDatabase, text: string) =>
  database.query(text).then(
    () => 'written',
    () => 'refused',
  );

describe.each(engines)('two trips of one scooter on $name', (engine) => {
  test.each([
    ['the same hour', TEN],
    ['the second half of it', ['10:30:00', '11:30:00']],
    ['a moment inside it', ['10:20:00', '10:20:00.001']],
    ['all around it', ['09:00:00', '12:00:00']],
    ['its last millisecond', ['10:59:59.999', '11:30:00']],
    ['its first millisecond', ['09:00:00', '10:00:00.001']],
  ] as const)('cannot overlap: %s', async (_name, span) => {
    const { write, bookings } = await open(engine);
    await write(aTrip('first', TEN));
    await expect(write(aTrip('second', span))).rejects.toBeInstanceOf(ConstraintError);
    await expect(write(aTrip('second', span, { status: 'taken' }))).rejects.toBeInstanceOf(ConstraintError);
    expect(await bookings()).toEqual(['first on red']);
  });

  test.each([
    ['right after it', ELEVEN],
    ['right after it, said with a fraction', ['11:00:00.000', '12:00:00']],
    ['right before it', ['09:00:00.5', '10:00:00.0']],
  ] as const)('may touch: %s', async (_name, span) => {
    const { write, bookings } = await open(engine);
    await write(aTrip('first', TEN));
    await write(aTrip('second', span));
    expect(await bookings()).toHaveLength(2);
  });

  test('need the time to charge between them', async () => {
    const { write, stepBack } = await open(engine);
    await write(aTrip('first', TEN, { blockedUntil: '2026-10-14T11:30:00Z' }));
    await expect(write(aTrip('second', ELEVEN))).rejects.toBeInstanceOf(ConstraintError);
    stepBack();
    await write(aTrip('second', ['11:30:00', '12:00:00']));
  });

  test.each(['returned', 'cancelled', 'released'] as const)('do not meet where one is %s', async (status) => {
    const { write, bookings } = await open(engine);
    await write(aTrip('first', TEN, { status }));
    await write(aTrip('second', TEN));
    expect(await bookings()).toEqual(['second on red']);
  });

  test('do not meet on another scooter, nor at another location', async () => {
    const database = await engine.create();
    const store = await database.open();
    const { write, bookings } = await writer(store);
    await store.ensureLocation({ ...LOCATION, id: 'other' });
    await write(aTrip('first', TEN), aTrip('second', TEN, { scooterId: 'blue' }));
    expect(await outcomeOf(database, insertion(aTrip('first', TEN), 'other'))).toBe('written');
    expect(await bookings()).toEqual(['first on red', 'second on blue']);
  });

  test.each([
    ['of no length', ['10:00:00', '10:00:00']],
    ['that ends before it starts', ['10:00:00', '09:00:00']],
    ['of no instant', ['10:00', '11:00:00']],
    ['of an instant that does not exist', ['10:00:00', '25:00:00']],
  ] as const)('a trip %s cannot be written', async (_name, span) => {
    const { write } = await open(engine);
    await expect(write(aTrip('odd', span))).rejects.toBeInstanceOf(ConstraintError);
  });
});

describe.each(engines)('one commit on $name', (engine) => {
  test('may cancel a trip and give its time away, in either order', async () => {
    const { write, bookings } = await open(engine);
    await write(aTrip('a', TEN));
    await write(aTrip('b', TEN), aTrip('a', TEN, { status: 'cancelled' }));
    await write(aTrip('b', TEN, { status: 'cancelled' }), aTrip('c', TEN));
    expect(await bookings()).toEqual(['c on red']);
  });

  test('may move a trip to another scooter and give its place away, in either order', async () => {
    const { writeGroup, bookings } = await open(engine);
    await writeGroup(aTrip('a', TEN));
    await writeGroup(aTrip('a', TEN, { scooterId: 'blue' }), aTrip('b', TEN));
    expect(await bookings()).toEqual(['a on blue', 'b on red']);
    await writeGroup(aTrip('c', TEN), aTrip('b', TEN, { scooterId: 'green' }));
    expect(await bookings()).toEqual(['a on blue', 'b on green', 'c on red']);
  });

  test('may let two trips trade scooters', async () => {
    const { writeGroup, bookings } = await open(engine);
    await writeGroup(aTrip('a', TEN), aTrip('b', TEN, { scooterId: 'blue' }));
    await writeGroup(aTrip('a', TEN, { scooterId: 'blue' }), aTrip('b', TEN));
    expect(await bookings()).toEqual(['a on blue', 'b on red']);
  });

  test('may bring a scooter back and give the rest of its time away', async () => {
    const { writeGroup, bookings } = await open(engine);
    await writeGroup(aTrip('a', TEN, { status: 'taken', takenAt: '2026-10-14T10:00:00Z' }));
    const half = '2026-10-14T10:30:00Z';
    const back = aTrip('a', TEN, { status: 'returned', returnedAt: half, blockedUntil: half });
    await writeGroup(aTrip('b', ['10:30:00', '11:30:00']), back);
    expect(await bookings()).toEqual(['b on red']);
  });

  test('may say twice what becomes of a trip: only the last counts', async () => {
    const { writeGroup, bookings } = await open(engine);
    await writeGroup(aTrip('a', TEN), aTrip('b', ELEVEN), aTrip('b', TEN), aTrip('b', ELEVEN));
    expect(await bookings()).toEqual(['a on red', 'b on red']);
  });

  test('with two that overlap is refused whole', async () => {
    const { writeGroup, bookings } = await open(engine);
    await expect(writeGroup(aTrip('a', TEN), aTrip('b', ELEVEN), aTrip('c', TEN))).rejects.toBeInstanceOf(
      ConstraintError,
    );
    expect(await bookings()).toEqual([]);
  });
});

test.each(engines)('on $name, entries one by one stop exactly the one that overlaps', async (engine) => {
  const store = await (await engine.create()).open();
  const { bookings } = await writer(store);
  const entry = (n: number, row: Booking) => anEntry({ version: n, commandId: commandId(n), changes: [put(row)] });
  const transaction = await store.begin('flat', []);
  await transaction.writeAlone(entry(2, aTrip('a', TEN)));
  await expect(transaction.writeAlone(entry(3, aTrip('b', TEN)))).rejects.toBeInstanceOf(ConstraintError);
  await transaction.writeAlone(entry(3, aTrip('c', ELEVEN)));
  await transaction.commit([]);
  expect(await bookings()).toEqual(['a on red', 'c on red']);
  expect((await store.head('flat')).version).toBe(3);
});

describe.each(engines)('by hand in the database on $name', (engine) => {
  async function withOneTrip() {
    const database = await engine.create();
    const { write, bookings } = await writer(await database.open());
    await write(aTrip('first', TEN), aTrip('later', ELEVEN));
    return { bookings, by: (text: string) => outcomeOf(database, text) };
  }

  test('nobody inserts an overlap, moves a trip into one or brings one back to life', async () => {
    const { by, bookings } = await withOneTrip();
    expect(await by(insertion(aTrip('second', TEN)))).toBe('refused');
    expect(await by(`update booking set "from" = '2026-10-14T10:59:59.999Z' where id = 'later'`)).toBe('refused');
    expect(await by(`update booking set blocked_until = '2026-10-14T11:00:00.001Z' where id = 'first'`)).toBe(
      'refused',
    );
    expect(await by(insertion(aTrip('gone', TEN, { status: 'cancelled' })))).toBe('written');
    expect(await by(`update booking set status = 'booked' where id = 'gone'`)).toBe('refused');
    expect(await by(insertion(aTrip('elsewhere', TEN, { scooterId: 'blue' })))).toBe('written');
    expect(await by(`update booking set scooter_id = 'red' where id = 'elsewhere'`)).toBe('refused');
    expect(await bookings()).toEqual(['elsewhere on blue', 'first on red', 'later on red']);
  });

  test('a trip may be changed as long as it stays apart', async () => {
    const { by } = await withOneTrip();
    expect(await by(`update booking set "to" = '2026-10-14T10:30:00Z' where id = 'first'`)).toBe('written');
    expect(await by(`update booking set status = 'taken' where id = 'first'`)).toBe('written');
  });
});
