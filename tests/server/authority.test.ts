import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Board, boardOf, emptyBoard } from '../../src/domain/board.ts';
import { apply } from '../../src/domain/changes.ts';
import type { Command, Envelope } from '../../src/domain/commands.ts';
import type { Actor } from '../../src/domain/envelope.ts';
import { partiesOf, peopleGoing } from '../../src/domain/parties.ts';
import type { Answer } from '../../src/domain/protocol.ts';
import { instantText } from '../../src/domain/time.ts';
import { type Authority, openAuthority } from '../../src/server/authority.ts';
import { type Store, type StoreTransaction, StoreUnavailable } from '../../src/server/db/store.ts';
import type { Sender } from '../../src/server/judging.ts';
import { commandId, listsOf, MORNING, resident } from '../support/builders.ts';
import {
  BROKEN,
  clock,
  createTestLog,
  crowd,
  DINNER,
  type Engine,
  engines,
  LOCATION,
  postgres,
  seed,
  type TestDatabase,
  type TestLog,
} from '../support/engines.ts';
import type { Rivals } from '../support/rivals-process.ts';

const sender: Sender = { deviceId: 'tablet-1', role: 'resident', lastAnswered: null, proven: true };
const operator: Sender = { deviceId: null, role: 'operator', lastAnswered: null, proven: true };
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

function tap(n: number, command: Command, actor: Actor): Envelope {
  return { id: commandId(n), command, tappedAt: instantText(MORNING), actor };
}

const signUpOf = (n: number, activityId = DINNER): Envelope =>
  tap(n, { type: 'signUp', activityId, residentIds: [`r${n}`], guests: 0 }, resident(`r${n}`));

interface Opened {
  readonly database: TestDatabase;
  readonly store: Store;
  readonly authority: Authority;
  readonly log: TestLog;
}

interface OpenOptions {
  readonly people?: number;
  readonly wrap?: (store: Store) => Store;
}

async function opened(engine: Engine, { people = 20, wrap = (store) => store }: OpenOptions = {}): Promise<Opened> {
  const database = await engine.create();
  const store = await database.open();
  await seed(store, crowd(people));
  const log = createTestLog();
  const authority = await openAuthority(LOCATION.id, { store: wrap(store), log, now: clock });
  onTestFinished(() => authority.close());
  return { database, store, authority, log };
}

const submitAll = (authority: Authority, envelopes: readonly Envelope[]): Promise<readonly Answer[]> =>
  Promise.all(envelopes.map((envelope) => authority.submit(envelope, sender)));

const boardOnDisk = async (store: Store): Promise<Board> => boardOf((await store.load(LOCATION.id)).rows);

async function boardOfJournal(store: Store): Promise<Board> {
  const entries = await store.entriesAfter(LOCATION.id, 0, 100_000);
  return entries!.reduce((board, entry) => apply(board, entry.changes), emptyBoard());
}

async function versionsOnDisk({ query }: TestDatabase): Promise<readonly unknown[]> {
  return (await query('select version from journal order by version')).map(({ version }) => version);
}

async function expectOnDisk(store: Store, board: Board): Promise<void> {
  expect(listsOf(await boardOnDisk(store))).toEqual(listsOf(board));
  expect(listsOf(await boardOfJournal(store))).toEqual(listsOf(board));
}

const versionsOf = (answers: readonly Answer[]): readonly number[] =>
  answers.map((answer) => (answer.status === 'accepted' ? answer.version : 0)).sort((a, b) => a - b);

describe.each(engines)('the authority on $name', (engine) => {
  test('of 500 rivals for 12 places exactly 12 people go, and the rest wait in one order', async () => {
    const { authority, store, database } = await opened(engine, { people: 500 });
    const answers = await submitAll(
      authority,
      numbers(500).map((n) => signUpOf(n)),
    );
    expect(answers.map(({ status }) => status)).toEqual(numbers(500).map(() => 'accepted'));
    const { board, version } = authority.state();
    const { going, waiting } = partiesOf(board, DINNER);
    expect(peopleGoing(board, DINNER)).toBe(12);
    expect([...going, ...waiting].map(({ arrival }) => arrival)).toEqual(numbers(500));
    expect(versionsOf(answers)).toEqual(numbers(500).map((n) => n + 1));
    expect(version).toBe(501);
    expect(await versionsOnDisk(database)).toEqual(numbers(501));
    await expectOnDisk(store, board);
  });

  test('the same command again gets its first verdict, and nothing is written', async () => {
    const { authority, database } = await opened(engine);
    const first = await authority.submit(signUpOf(1), sender);
    const again = await authority.submit(signUpOf(1), { ...sender, deviceId: 'tablet-2' });
    expect(first).toEqual({ commandId: commandId(1), status: 'accepted', version: 2 });
    expect(again).toEqual(first);
    expect(authority.state().version).toBe(2);
    expect(await versionsOnDisk(database)).toEqual([1, 2]);
  });

  test('a refused command is refused again in the same words, also when it would pass by now', async () => {
    const { authority, database } = await opened(engine);
    const stranger = tap(
      1,
      { type: 'signUp', activityId: DINNER, residentIds: ['nobody'], guests: 0 },
      resident('nobody'),
    );
    const [first] = await submitAll(authority, [stranger]);
    expect(first).toMatchObject({ status: 'refused', version: 2, refusal: { type: 'residentUnknown' } });
    const lines = [{ number: '900', floor: 9, salutation: null, firstName: 'Nu', infix: '', lastName: 'Wel' }];
    await authority.submit(
      tap(2, { type: 'importResidents', lines }, { staffId: 'op', proof: 'session', visitId: 'v' }),
      operator,
    );
    expect(await authority.submit(stranger, sender)).toEqual(first);
    expect(await versionsOnDisk(database)).toEqual([1, 2, 3]);
  });

  test('the same id with another content is problem 422 and changes nothing', async () => {
    const { authority, database } = await opened(engine);
    await authority.submit(signUpOf(1), sender);
    const answer = await authority.submit({ ...signUpOf(2), id: commandId(1) }, sender);
    expect(answer).toMatchObject({ status: 'problem', problem: { status: 422, code: 'commandIdReused' } });
    const { going } = partiesOf(authority.state().board, DINNER);
    expect(going.map(({ residentIds }) => residentIds)).toEqual([['r1']]);
    expect(await versionsOnDisk(database)).toEqual([1, 2]);
  });

  test('twice in one group is judged once and answered twice, and other content under that id is 422', async () => {
    const { authority, database } = await opened(engine);
    const other = { ...signUpOf(2), id: commandId(1) };
    const [first, again, reused] = await submitAll(authority, [signUpOf(1), signUpOf(1), other]);
    expect(first).toMatchObject({ status: 'accepted', version: 2 });
    expect(again).toEqual(first);
    expect(reused).toMatchObject({ status: 'problem', problem: { code: 'commandIdReused' } });
    expect(await versionsOnDisk(database)).toEqual([1, 2]);
  });

  test('the token of a card is no part of the content, and is not kept', async () => {
    const { authority, database } = await opened(engine);
    const byCard = (token: string): Envelope => ({
      ...signUpOf(1),
      actor: { residentId: 'r1', proof: 'card', visitId: 'v', token },
    });
    const first = await authority.submit(byCard('secret-token-1'), sender);
    expect(await authority.submit(byCard('secret-token-2'), sender)).toEqual(first);
    const lines = await database.query('select * from journal where version = 2');
    expect(lines).toHaveLength(1);
    expect(JSON.stringify(lines)).not.toContain('secret-token');
  });

  test('a constraint that fires is a defect of that command alone, told in one line without names', async () => {
    const { authority, database, log, store } = await opened(engine);
    await database.query(
      `insert into sign_up (location_id, id, activity_id, resident_ids, guests, hidden, status, arrival, visit_id, late)
       values ('flat', 'ghost', '${DINNER}', '["r2"]', 0, 0, 'going', 99, null, 0)`,
    );
    const [one, two, three] = await submitAll(authority, [signUpOf(1), signUpOf(2), signUpOf(3)]);
    expect(one).toMatchObject({ status: 'accepted', version: 2 });
    expect(two).toMatchObject({ status: 'problem', problem: { status: 500, code: 'defect' } });
    expect(three).toMatchObject({ status: 'accepted', version: 3 });
    expect(log.lines).toHaveLength(1);
    expect(log.lines[0]).toContain(commandId(2));
    expect(log.lines[0]).not.toMatch(/Wilhelmina|Geheim|r2/);
    expect(await submitAll(authority, [signUpOf(4)])).toMatchObject([{ status: 'accepted', version: 4 }]);
    const board = boardOf((await store.load('flat')).rows);
    const ghost = { type: 'signUpRemoved', parent: DINNER, id: 'ghost' } as const;
    expect(listsOf(apply(board, [ghost]))).toEqual(listsOf(authority.state().board));
  });

  test('a value the database cannot keep, or keeps, never takes others down', async () => {
    const { authority, store } = await opened(engine);
    const menu = { on: 3, meal: 'soep', menu: 'Nul \u0000 teken', choices: [], allergens: [], price: 3_000_000_000 };
    const odd = tap(9, { type: 'importMenu', lines: [menu] }, { staffId: 'op', proof: 'session', visitId: 'v' });
    const [strange, ...others] = await Promise.all([
      authority.submit(odd, operator),
      authority.submit(signUpOf(1), sender),
      authority.submit(signUpOf(2), sender),
    ]);
    expect(others).toMatchObject([{ status: 'accepted' }, { status: 'accepted' }]);
    expect(strange).toMatchObject(engine.name === 'sqlite' ? { status: 'accepted' } : { problem: { code: 'defect' } });
    await expectOnDisk(store, authority.state().board);
  });

  test('a rule that throws is a defect of that command alone, in a full queue too', async () => {
    const { authority, log, store } = await opened(engine, { people: 300 });
    const envelopes = numbers(300).map((n) => signUpOf(n, n % 50 === 0 ? BROKEN : DINNER));
    const answers = await submitAll(authority, envelopes);
    const broken = answers.filter((answer) => answer.status === 'problem');
    expect(broken.map(({ commandId: id }) => id)).toEqual([50, 100, 150, 200, 250, 300].map((n) => commandId(n)));
    expect(answers.filter(({ status }) => status === 'accepted')).toHaveLength(294);
    expect(log.lines).toHaveLength(6);
    await expectOnDisk(store, authority.state().board);
  });

  test('a moment that no calendar has is a defect of that command alone', async () => {
    const { authority } = await opened(engine);
    const never = { ...signUpOf(1), tappedAt: '2026-13-01T10:00:00Z' };
    const [first, second] = await submitAll(authority, [never, signUpOf(2)]);
    expect(first).toMatchObject({ status: 'problem', problem: { code: 'defect' } });
    expect(second).toMatchObject({ status: 'accepted' });
  });

  test('a listener that throws keeps nobody from an answer', async () => {
    const { authority, log } = await opened(engine);
    let told = 0;
    authority.onAdvance(() => {
      throw new Error('Wilhelmina');
    });
    authority.onAdvance(() => {
      told += 1;
    });
    expect(await submitAll(authority, [signUpOf(1)])).toMatchObject([{ status: 'accepted', version: 2 }]);
    expect(told).toBe(1);
    expect(log.lines).toHaveLength(1);
    expect(log.lines[0]).not.toContain('Wilhelmina');
  });

  test('the journal answers from memory and from disk alike, without a gap, in pieces of any size', async () => {
    const { authority, store } = await opened(engine, { people: 60 });
    await submitAll(
      authority,
      numbers(60).map((n) => signUpOf(n)),
    );
    const later = await openAuthority(LOCATION.id, { store, log: createTestLog(), now: clock });
    const [fromMemory, fromDisk] = [await authority.entriesAfter(1, 1_000), await later.entriesAfter(1, 1_000)];
    expect(fromMemory!.map(({ version }) => version)).toEqual(numbers(60).map((n) => n + 1));
    expect(fromDisk).toEqual(fromMemory);
    for (const from of [authority, later]) {
      expect((await from.entriesAfter(0, 3))?.map(({ version }) => version)).toEqual([1, 2, 3]);
      expect((await from.entriesAfter(40, 3))?.map(({ version }) => version)).toEqual([41, 42, 43]);
      expect(await from.entriesAfter(61, 3)).toEqual([]);
    }
  });

  test('what the journal has forgotten is null, never a part of it', async () => {
    const { authority, store } = await opened(engine);
    await submitAll(authority, [signUpOf(1), signUpOf(2)]);
    const later = await openAuthority(LOCATION.id, { store, log: createTestLog(), now: clock });
    await store.forget(MORNING, 0);
    expect(await later.entriesAfter(1, 10)).toHaveLength(2);
    await store.forget(MORNING + 1_000, 0);
    expect(await later.entriesAfter(1, 10)).toBeNull();
    expect(await later.submit(signUpOf(1), sender)).toMatchObject({ status: 'accepted', version: 2 });
    await store.forget(MORNING + 1_000, MORNING + 1_000);
    expect(await later.entriesAfter(0, 10)).toBeNull();
    expect(await later.submit(signUpOf(3), sender)).toMatchObject({ status: 'accepted', version: 4 });
  });

  test('closing answers everything queued, then refuses, and may be done twice', async () => {
    const { authority, store } = await opened(engine);
    const answers = submitAll(
      authority,
      numbers(20).map((n) => signUpOf(n)),
    );
    await Promise.all([authority.close(), authority.close()]);
    expect(versionsOf(await answers)).toEqual(numbers(20).map((n) => n + 1));
    await expect(authority.submit(signUpOf(1), sender)).rejects.toBeInstanceOf(StoreUnavailable);
    await expectOnDisk(store, authority.state().board);
    await store.close();
    await store.close();
    await expect(store.begin(LOCATION.id, [])).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(store.head(LOCATION.id)).rejects.toBeInstanceOf(StoreUnavailable);
  });

  test('opened again after a stop, the board is what was answered', async () => {
    const { authority, store, database } = await opened(engine);
    await submitAll(
      authority,
      numbers(20).map((n) => signUpOf(n)),
    );
    await authority.close();
    await store.close();
    const again = await database.open();
    await expectOnDisk(again, authority.state().board);
    const reopened = await openAuthority(LOCATION.id, { store: again, log: createTestLog(), now: clock });
    expect(reopened.state().version).toBe(21);
    expect(reopened.state().epoch).toBe(authority.state().epoch);
    expect(await reopened.submit(signUpOf(7), sender)).toMatchObject({ status: 'accepted' });
    expect(reopened.state().version).toBe(21);
  });

  test('killed in the middle of its work, a process leaves every answered command on disk', async () => {
    const { store, database } = await opened(engine, { people: 2_000 });
    await store.close();
    const { child, answers } = rivals(engine, database, {
      envelopes: numbers(2_000).map((n) => signUpOf(n)),
      atOnce: 16,
    });
    await answers.atLeast(100);
    child.kill('SIGKILL');
    await once(child, 'close');
    const answered = answers.all();
    const again = await database.open();
    const entries = (await again.entriesAfter(LOCATION.id, 0, 100_000))!;
    expect(entries.map(({ version }) => version)).toEqual(numbers(entries.length));
    const byId = new Map(entries.map((entry) => [entry.commandId, entry.version]));
    expect(answered.map(({ commandId: id }) => byId.get(id!))).toEqual(
      answered.map((answer) => 'version' in answer && answer.version),
    );
    expect(answered.length).toBeLessThan(2_000);
    expect(listsOf(await boardOnDisk(again))).toEqual(listsOf(await boardOfJournal(again)));
    expect(peopleGoing(await boardOnDisk(again), DINNER)).toBe(12);
  });
});

/** A store whose first commits go as told; those after go as always. */
function withCommits(fates: readonly ((commit: () => Promise<void>) => Promise<void>)[]) {
  const left = [...fates];
  return (store: Store): Store => ({
    ...store,
    begin: async (locationId, ids) => {
      const transaction: StoreTransaction = await store.begin(locationId, ids);
      const fate = left.shift();
      if (fate === undefined) return transaction;
      return { ...transaction, commit: (entries) => fate(() => transaction.commit(entries)) };
    },
  });
}

const neverWritten = async () => {
  throw new StoreUnavailable('nothing was written');
};
const answerLost = async (commit: () => Promise<void>) => {
  await commit();
  throw new StoreUnavailable('written, but nobody heard');
};

async function expectEachExactlyOnce(
  { authority, store, database }: Opened,
  answers: readonly Answer[],
): Promise<void> {
  expect(versionsOf(answers)).toEqual(numbers(answers.length).map((n) => n + 1));
  const lines = await database.query('select command_id, version from journal where version > 1 order by version');
  const told = answers.map((answer) => ({
    command_id: answer.commandId,
    version: 'version' in answer && answer.version,
  }));
  expect(lines).toEqual(told.sort((a, b) => Number(a.version) - Number(b.version)));
  await expectOnDisk(store, authority.state().board);
}

describe.each(engines)('a commit that fails on $name', (engine) => {
  test('before anything was written is done again', async () => {
    const all = await opened(engine, { wrap: withCommits([neverWritten, neverWritten]) });
    await expectEachExactlyOnce(
      all,
      await submitAll(
        all.authority,
        numbers(20).map((n) => signUpOf(n)),
      ),
    );
  });

  test('after it was written is found again by its ids', async () => {
    const all = await opened(engine, { wrap: withCommits([answerLost, answerLost]) });
    await expectEachExactlyOnce(
      all,
      await submitAll(
        all.authority,
        numbers(20).map((n) => signUpOf(n)),
      ),
    );
  });

  test('for ever is told to everybody, and nothing is half done', async () => {
    const all = await opened(engine, { wrap: withCommits(numbers(4).map(() => neverWritten)) });
    const outcomes = await Promise.allSettled(numbers(5).map((n) => all.authority.submit(signUpOf(n), sender)));
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { name: 'StoreUnavailable' } });
    }
    expect(await versionsOnDisk(all.database)).toEqual([1]);
    expect(all.authority.state().version).toBe(1);
    await expectEachExactlyOnce(
      all,
      await submitAll(
        all.authority,
        numbers(5).map((n) => signUpOf(n)),
      ),
    );
  });

  test('because the database is away is told to everybody, and is over when it is back', async () => {
    let away = false;
    const wrap = (store: Store): Store => ({
      ...store,
      begin: (locationId, ids) => (away ? Promise.reject(new StoreUnavailable('away')) : store.begin(locationId, ids)),
    });
    const all = await opened(engine, { wrap });
    away = true;
    await expect(all.authority.submit(signUpOf(1), sender)).rejects.toBeInstanceOf(StoreUnavailable);
    away = false;
    await expectEachExactlyOnce(all, await submitAll(all.authority, [signUpOf(1), signUpOf(2)]));
  });
});

const KILL_WRITERS = `select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and state = 'idle in transaction'`;

describe('several processes on one PostgreSQL', () => {
  test('a connection that dies before the commit loses no command and writes none twice', async () => {
    const database: { query?: TestDatabase['query'] } = {};
    const dies = async (commit: () => Promise<void>) => {
      await database.query!(KILL_WRITERS);
      // The session is gone before the commit is asked for.
      await commit();
    };
    const all = await opened(postgres, { wrap: withCommits([dies, dies]) });
    database.query = all.database.query;
    await expectEachExactlyOnce(
      all,
      await submitAll(
        all.authority,
        numbers(20).map((n) => signUpOf(n)),
      ),
    );
  });

  test('three authorities give 12 places to 500 rivals exactly once, in one journal without a gap', async () => {
    const { authority, database, store } = await opened(postgres, { people: 500 });
    const log = createTestLog();
    const others = await Promise.all(
      [1, 2].map(async () => openAuthority(LOCATION.id, { store: await database.open(), log, now: clock })),
    );
    const all = [authority, ...others];
    const answers = await Promise.all(numbers(500).map((n) => all[n % 3]!.submit(signUpOf(n), sender)));
    expect(versionsOf(answers)).toEqual(numbers(500).map((n) => n + 1));
    await Promise.all(all.map((each) => each.catchUp()));
    for (const { state } of all) {
      expect(state().version).toBe(501);
      expect(peopleGoing(state().board, DINNER)).toBe(12);
      await expectOnDisk(store, state().board);
    }
    const { going, waiting } = partiesOf(authority.state().board, DINNER);
    expect([...going, ...waiting].map(({ arrival }) => arrival)).toEqual(numbers(500));
    expect(log.lines).toEqual([]);
    await Promise.all(others.map((each) => each.close()));
  });

  test('three real processes do so too, and end by themselves when closed', async () => {
    const { authority, database, store } = await opened(postgres, { people: 150 });
    const started = [0, 1, 2].map((process) => {
      const envelopes = numbers(150).filter((n) => n % 3 === process);
      return rivals(postgres, database, { envelopes: envelopes.map((n) => signUpOf(n)), atOnce: 10 });
    });
    const ends = await Promise.all(started.map(({ child }) => once(child, 'close')));
    expect(ends).toEqual([
      [0, null],
      [0, null],
      [0, null],
    ]);
    expect(versionsOf(started.flatMap(({ answers }) => answers.all()))).toEqual(numbers(150).map((n) => n + 1));
    await authority.catchUp();
    expect(peopleGoing(authority.state().board, DINNER)).toBe(12);
    expect(authority.state().version).toBe(151);
    await expectOnDisk(store, authority.state().board);
  });

  test('catching up brings private rows along, which the journal only refers to', async () => {
    const { authority, database } = await opened(postgres);
    const other = await openAuthority(LOCATION.id, { store: await database.open(), log: createTestLog(), now: clock });
    const lines = [
      {
        number: '900',
        floor: 9,
        salutation: null,
        firstName: 'Nieuw',
        infix: '',
        lastName: 'Verborgen',
        cardHash: 'hash-9',
      },
    ];
    const staff: Actor = { staffId: 'op', proof: 'session', visitId: 'v' };
    await authority.submit(tap(1, { type: 'importResidents', lines }, staff), operator);
    let told = 0;
    other.onAdvance(() => {
      told += 1;
    });
    await other.catchUp();
    expect(told).toBe(1);
    expect(listsOf(other.state().board)).toEqual(listsOf(authority.state().board));
    expect(await other.entriesAfter(1, 10)).toEqual(await authority.entriesAfter(1, 10));
    expect(JSON.stringify(await database.query('select changes from journal'))).not.toMatch(
      /Verborgen|Geheim|0612345678/,
    );
  });

  test('who is behind a journal that has forgotten takes the rows instead', async () => {
    const { authority, database, store } = await opened(postgres);
    const other = await openAuthority(LOCATION.id, { store: await database.open(), log: createTestLog(), now: clock });
    await submitAll(authority, [signUpOf(1), signUpOf(2)]);
    await store.forget(MORNING + 1_000, MORNING + 1_000);
    expect(await other.submit(signUpOf(3), sender)).toMatchObject({ status: 'accepted', version: 4 });
    expect(listsOf(other.state().board)).toEqual(listsOf(await boardOnDisk(store)));
    expect(await other.entriesAfter(1, 10)).toBeNull();
  });

  test('a database that went back in time, or began another history, is read anew', async () => {
    const { authority, database, store } = await opened(postgres);
    await submitAll(authority, [signUpOf(1), signUpOf(2)]);
    await database.query(`delete from sign_up; delete from journal where version > 1; update head set version = 1`);
    expect(await authority.submit(signUpOf(3), sender)).toMatchObject({ status: 'accepted', version: 2 });
    await expectOnDisk(store, authority.state().board);
    await database.query(`update head set epoch = 'anotherhistory'`);
    await authority.catchUp();
    expect(authority.state()).toMatchObject({ epoch: 'anotherhistory', version: 2 });
  });

  test('the bell tells other processes, and comes back after its connection broke', async () => {
    const { store, database } = await opened(postgres);
    const other = await database.open();
    const heard: string[] = [];
    other.onRing((locationId, version) => heard.push(`${locationId} ${version}`));
    const ringUntilHeard = async () => {
      const before = heard.length;
      while (heard.length === before) {
        await store.ring('flat', 7);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    };
    await ringUntilHeard();
    await database.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query ilike 'listen%'`);
    await ringUntilHeard();
    expect(new Set(heard)).toEqual(new Set(['flat 7']));
  });
});

interface Answers {
  all(): readonly Answer[];
  atLeast(count: number): Promise<void>;
}

function rivals(
  engine: Engine,
  { address }: TestDatabase,
  work: Pick<Rivals, 'envelopes' | 'atOnce'>,
): { readonly child: ChildProcess; readonly answers: Answers } {
  const script = fileURLToPath(new URL('../support/rivals-process.ts', import.meta.url));
  const task: Rivals = { ...work, engine: engine.name, address, locationId: LOCATION.id, now: MORNING };
  const child = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  child.stdin.end(JSON.stringify(task));
  const lines = createInterface({ input: child.stdout });
  const answers: Answer[] = [];
  // Killed while it wrote, a process leaves half a line: nobody was answered by that.
  lines.on('line', (line) => line.endsWith('}') && answers.push(JSON.parse(line)));
  const ended = once(child, 'close');
  return {
    child,
    answers: {
      all: () => answers,
      atLeast: async (count) => {
        while (answers.length < count) {
          await Promise.race([once(lines, 'line'), ended]);
          if (child.exitCode !== null) throw new Error('the process ended too early');
        }
      },
    },
  };
}
