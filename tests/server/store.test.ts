import { describe, expect, test } from 'vitest';
import { type BoardRows, boardOf, collectionNames, type Rows } from '../../src/domain/board.ts';
import { usualSettings } from '../../src/domain/location.ts';
import { DAY } from '../../src/domain/time.ts';
import { ConstraintError, type Store, StoreRefused } from '../../src/server/db/store.ts';
import { collectionTables } from '../../src/server/db/tables.ts';
import { commandId, houseRows, listsOf, MORNING } from '../support/builders.ts';
import { anEntry, type Engine, engines, putsOf, seed, type TestDatabase, writeEntries } from '../support/engines.ts';
import { toFirstShape } from '../support/first-shape.ts';
import { heartbeat } from '../support/heartbeat.ts';
import { ODD, samples } from '../support/one-of-each.ts';

const house = { id: 'flat', name: 'De Linden', timeZone: 'Europe/Amsterdam', ...usualSettings };
const rowsOf = async (store: Store, locationId = 'flat') => listsOf(boardOf((await store.load(locationId)).rows));

async function columnsOf(engine: Engine, database: TestDatabase, table: string) {
  const lines = await database.query(
    engine.name === 'sqlite'
      ? `select name, lower(type) as type, "notnull" = 0 as nullable from pragma_table_info('${table}') order by cid`
      : `select column_name as name, data_type as type, (is_nullable = 'YES')::integer as nullable
         from information_schema.columns where table_schema = current_schema() and table_name = '${table}'
         order by ordinal_position`,
  );
  return lines.map(({ name, type, nullable }) => ({ name, type, nullable: nullable === 1 }));
}

describe.each(engines)('a store on $name', (engine) => {
  test('has exactly the tables and columns that the reader and writer know', async () => {
    const database = await engine.create();
    await database.open();
    for (const { table, columns } of collectionTables) {
      const known = columns.map(({ name, kind, nullable }) => ({
        name,
        type: kind === 'integer' || kind === 'boolean' ? 'integer' : 'text',
        nullable,
      }));
      expect(await columnsOf(engine, database, table)).toEqual([
        { name: 'location_id', type: 'text', nullable: false },
        ...known,
      ]);
    }
  });

  test('gives every row back as it was, whatever is written in it', async () => {
    const database = await engine.create();
    const store = await database.open();
    await seed(store, samples);
    expect(await rowsOf(store)).toEqual(listsOf(boardOf(samples)));
    await store.close();
    expect(await rowsOf(await database.open())).toEqual(listsOf(boardOf(samples)));
  });

  test('gives the journal back as it was, with the private rows as they are now', async () => {
    const database = await engine.create();
    const store = await database.open();
    await seed(store, samples);
    const refused = anEntry({
      version: 2,
      commandId: commandId(1),
      changes: putsOf('notice', samples),
      refusal: { type: 'tooManyGuests', activityId: ODD, limit: 2 },
      actor: { residentId: ODD, proof: 'card', visitId: ODD },
      deviceId: ODD,
      at: MORNING + 123,
    });
    await writeEntries(store, 'flat', [refused]);
    expect(await store.entriesAfter('flat', 1, 10)).toEqual([refused]);
    const [first] = (await store.entriesAfter('flat', 0, 1))!;
    expect(first!.changes).toEqual(collectionNames.flatMap((name) => putsOf(name, samples)));
    const text = JSON.stringify(await database.query('select changes from journal'));
    expect(text).not.toMatch(/residentPrivatePut|cardPut|\+31 6 12345678/);
  });

  test('writes what a group of entries leaves of a row, in the order it happened', async () => {
    const store = await (await engine.create()).open();
    await seed(store, houseRows([]));
    const home = (number: string): Rows['home'] => ({ id: 'door-900', number, floor: 9 });
    const gone = { type: 'homeRemoved', parent: 'door-900', id: 'door-900' } as const;
    const put = (number: string) => ({ type: 'homePut', row: home(number) }) as const;
    const homes = async () => (await store.load('flat')).rows.home!.filter(({ id }) => id === 'door-900');
    await writeEntries(store, 'flat', [
      anEntry({ version: 2, commandId: commandId(2), changes: [put('1'), put('2')] }),
      anEntry({ version: 3, commandId: commandId(3), changes: [gone, put('3')] }),
    ]);
    expect(await homes()).toEqual([home('3')]);
    await writeEntries(store, 'flat', [
      anEntry({ version: 4, commandId: commandId(4), changes: [put('4')] }),
      anEntry({ version: 5, commandId: commandId(5), changes: [gone] }),
      anEntry({ version: 6, commandId: commandId(6), changes: [] }),
    ]);
    expect(await homes()).toEqual([]);
    expect((await store.head('flat')).version).toBe(6);
  });

  test('takes back what a constraint stops, alone with a savepoint, and all with a rollback', async () => {
    const store = await (await engine.create()).open();
    await seed(store, { ...houseRows(), signUp: [samples.signUp[0]!] });
    const twice = anEntry({
      version: 2,
      commandId: commandId(2),
      changes: [
        { type: 'homePut', row: { id: 'half', number: 'half', floor: 0 } },
        { type: 'signUpPut', row: { ...samples.signUp[0]!, id: 'again' } },
      ],
    });
    const fine = anEntry({ version: 2, commandId: commandId(3), changes: putsOf('notice', samples) });
    const first = await store.begin('flat', []);
    await expect(first.writeAlone(twice)).rejects.toBeInstanceOf(ConstraintError);
    await first.writeAlone(fine);
    await first.commit([]);
    const before = await rowsOf(store);
    expect(before).toEqual(listsOf(boardOf({ ...houseRows(), signUp: [samples.signUp[0]!], notice: samples.notice })));
    const second = await store.begin('flat', []);
    await expect(second.commit([{ ...twice, version: 3 }])).rejects.toBeInstanceOf(ConstraintError);
    await second.rollback();
    await second.rollback();
    expect(await rowsOf(store)).toEqual(before);
    expect((await store.head('flat')).version).toBe(2);
  });

  test('finds earlier entries by the ids of their commands', async () => {
    const store = await (await engine.create()).open();
    await seed(store, houseRows());
    const { known, ...transaction } = await store.begin('flat', [commandId(0), commandId(77)]);
    await transaction.rollback();
    expect([...known]).toEqual([
      [commandId(0), { version: 1, commandId: commandId(0), hash: `hash of ${commandId(0)}`, refusal: null }],
    ]);
  });

  test('lets one writer at a time at a location, in the order they came', async () => {
    const store = await (await engine.create()).open();
    await seed(store, houseRows());
    const order: string[] = [];
    const first = await store.begin('flat', []);
    const second = store.begin('flat', []).then(async (transaction) => {
      order.push(`second sees ${transaction.head.version}`);
      await transaction.rollback();
    });
    await first.writeAlone(anEntry({ version: 2, commandId: commandId(2), changes: [] }));
    order.push('first commits');
    await first.commit([]);
    await second;
    expect(order).toEqual(['first commits', 'second sees 2']);
  });

  test('reads many times at once while somebody writes, and never half of it', async () => {
    const store = await (await engine.create()).open();
    await seed(store, houseRows());
    const writing = await store.begin('flat', []);
    await writing.writeAlone(anEntry({ version: 2, commandId: commandId(2), changes: putsOf('notice', samples) }));
    const during = await Promise.all(Array.from({ length: 12 }, () => store.load('flat')));
    expect(new Set(during.map(({ version }) => version))).toEqual(new Set([1]));
    expect(during.flatMap(({ rows }) => rows.notice)).toEqual([]);
    await writing.commit([]);
    expect(await store.load('flat')).toMatchObject({ version: 2, rows: { notice: samples.notice } });
  });

  test('keeps photos of its own location, and forgets those that nothing shows', async () => {
    const store = await (await engine.create()).open();
    await seed(store, houseRows());
    const photo = { locationId: 'flat', type: 'webp', base64: 'AAAA' } as const;
    await store.addPhoto({ ...photo, id: 'hung' }, MORNING);
    await store.addPhoto({ ...photo, id: 'loose' }, MORNING);
    await store.addPhoto({ ...photo, id: 'fresh' }, MORNING + 2_000);
    expect(await store.findPhoto('flat', 'loose')).toEqual({ ...photo, id: 'loose' });
    expect(await store.findPhoto('elsewhere', 'loose')).toBeNull();
    await store.forgetPhotos('flat', ['hung'], MORNING + 1_000);
    const left = await Promise.all(['hung', 'loose', 'fresh'].map((id) => store.findPhoto('flat', id)));
    expect(left.map((found) => found?.id ?? null)).toEqual(['hung', null, 'fresh']);
    await store.forgetPhotos('flat', [], MORNING + 5_000);
    expect(await store.findPhoto('flat', 'hung')).toBeNull();
  });

  test('keeps what somebody began to fill in for them alone, and forgets the old, the gone and the erased', async () => {
    const store = await (await engine.create()).open();
    await seed(store, houseRows());
    const ofMila = { locationId: 'flat', staffId: 'mila' };
    const ofSam = { locationId: 'flat', staffId: 'sam' };
    const keep = (whose: typeof ofMila, name: string, at: number, text = ODD) =>
      store.keepDraft({ ...whose, name, value: JSON.stringify({ text }) }, { at, most: 3 });
    const names = async (whose: typeof ofMila, since = 0) =>
      (await store.draftsOf(whose, since)).map(({ name }) => name);
    expect(await keep(ofMila, 'new', MORNING)).toBe(true);
    expect(await store.draftsOf(ofMila, MORNING)).toEqual([{ name: 'new', value: JSON.stringify({ text: ODD }) }]);
    expect(await store.draftsOf(ofSam, 0)).toEqual([]);
    expect(await names({ ...ofMila, locationId: 'elsewhere' })).toEqual([]);
    expect(await names(ofMila, MORNING + 1_000)).toEqual([]);
    expect(await keep(ofMila, 'new', MORNING + 2_000, 'again')).toBe(true);
    expect(await store.draftsOf(ofMila, MORNING + 1_000)).toEqual([{ name: 'new', value: '{"text":"again"}' }]);
    expect(await keep(ofMila, `of ${ODD}`, MORNING)).toBe(true);
    expect(await keep(ofMila, 'about', MORNING, 'anna')).toBe(true);
    expect(await keep(ofMila, 'one more', MORNING)).toBe(false);
    expect(await keep(ofMila, 'about', MORNING, 'anna')).toBe(true);
    expect(await keep(ofSam, 'one more', MORNING, 'of somebody else')).toBe(true);
    expect(await names(ofMila)).toEqual(expect.arrayContaining(['about', 'new', `of ${ODD}`]));
    await store.forgetResidents('elsewhere', ['anna']);
    expect(await names(ofMila)).toHaveLength(3);
    await store.forgetResidents('flat', ['anna', ODD]);
    expect(await names(ofMila)).toEqual(['new']);
    await store.dropDraft(ofMila, 'one more');
    expect(await names(ofSam)).toEqual(['one more']);
    await store.forgetDrafts('elsewhere', [], MORNING + DAY);
    await store.forgetDrafts('flat', ['mila', 'sam'], MORNING + 1_000);
    expect([await names(ofMila), await names(ofSam)]).toEqual([['new'], []]);
    await keep(ofSam, 'mine', MORNING + 2_000);
    await store.forgetDrafts('flat', ['sam'], MORNING);
    expect([await names(ofMila), await names(ofSam)]).toEqual([[], ['mine']]);
    await store.dropDraft(ofSam, 'mine');
    expect(await names(ofSam)).toEqual([]);
  });

  test('of the first version gets what is new, and keeps what it has', async () => {
    const database = await engine.create();
    const first = await database.open();
    // Rooms came later.
    const { room: _later, ...rows } = houseRows();
    await seed(first, rows);
    await first.close();
    await toFirstShape(database, engine);
    const second = await database.open();
    expect(await rowsOf(second)).toEqual(listsOf(boardOf(rows)));
    const { booking = [], defect = [] } = samples;
    const changes = [...putsOf('booking', { booking }), ...putsOf('defect', { defect })];
    await writeEntries(second, 'flat', [anEntry({ version: 2, commandId: commandId(2), changes })]);
    expect(await rowsOf(second)).toEqual(listsOf(boardOf({ ...rows, booking, defect })));
  });

  test('makes a location once, and never changes one that is there', async () => {
    const store = await (await engine.create()).open();
    await Promise.all([store.ensureLocation(house), store.ensureLocation(house)]);
    const { epoch, version } = await store.head('flat');
    expect(epoch).toMatch(/^[0-9a-z]{8,40}$/);
    expect(version).toBe(0);
    await store.ensureLocation({ ...house, name: 'Another name' });
    expect(await store.head('flat')).toEqual({ epoch, version });
    expect((await store.load('flat')).rows.location).toEqual([house]);
    expect(await store.describe()).toMatch(engine.name === 'sqlite' ? /^SQLite 3\./ : /^PostgreSQL \d/);
  });

  test('belongs to the first key it sees, and refuses another in words', async () => {
    const store = await (await engine.create()).open();
    await store.ensureLocation(house);
    await store.claimKey('flat', 'ours');
    await store.claimKey('flat', 'ours');
    const refused = await store.claimKey('flat', 'theirs').catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(StoreRefused);
    expect(refused).toMatchObject({ message: expect.stringContaining('Zet het bestand server.key terug') });
    await store.claimKey('flat', 'ours');
  });

  test('knows a device by the hash of its token alone', async () => {
    const store = await (await engine.create()).open();
    await store.ensureLocation(house);
    const hall = { id: 'hall', name: ODD, revoked: false };
    const lost = { id: 'lost', name: 'Kwijt', revoked: true };
    await store.addDevice({ ...hall, locationId: 'flat', tokenHash: 'h1', at: MORNING });
    await store.addDevice({ ...lost, locationId: 'flat', tokenHash: 'h2', at: MORNING });
    expect(await store.findDevice('h1')).toEqual({ ...hall, locationId: 'flat', lastAnswered: null });
    expect(await store.findDevice('h2')).toEqual({ ...lost, locationId: 'flat', lastAnswered: null });
    expect(await store.findDevice('h3')).toBeNull();
    for (const at of [MORNING + 5_000, MORNING, MORNING + 9_000, MORNING + 7_000])
      await store.deviceAnswered({ locationId: 'flat', id: 'hall' }, at);
    await store.deviceAnswered({ locationId: 'other', id: 'lost' }, MORNING);
    expect(await store.findDevice('h1')).toMatchObject({ lastAnswered: MORNING + 9_000 });
    expect(await store.findDevice('h2')).toMatchObject({ lastAnswered: null });
    const same = store.addDevice({ ...lost, id: 'other', locationId: 'flat', tokenHash: 'h1', at: MORNING });
    await expect(same).rejects.toBeInstanceOf(ConstraintError);
  });

  test('knows a session by the hash of its token alone, until it is ended', async () => {
    const store = await (await engine.create()).open();
    await store.ensureLocation(house);
    const times = { created: MORNING - 5, lastSeen: MORNING, ended: null };
    const session = {
      id: ODD,
      locationId: 'flat',
      staffId: ODD,
      idleMinutes: 720,
      deviceId: null,
      openedBy: 'link',
      elsewhere: [{ locationId: 'linden', staffId: ODD, mark: ODD }],
      ...times,
    } as const;
    await store.addSession({ ...session, tokenHash: 's1' });
    await store.addSession({ ...session, id: 'other', tokenHash: 's2' });
    await store.touchSession(session, MORNING + 123);
    expect(await store.findSession('s1')).toEqual({ ...session, lastSeen: MORNING + 123 });
    expect(await store.findSession('s3')).toBeNull();
    const same = store.addSession({ ...session, id: 'third', tokenHash: 's1' });
    await expect(same).rejects.toBeInstanceOf(ConstraintError);
    const ends = [await store.endSession(session, MORNING + 200), await store.endSession(session, MORNING + 300)];
    expect(ends).toEqual([true, false]);
    expect(await store.findSession('s1')).toMatchObject({ ended: MORNING + 200 });
    expect(await store.findSession('s2')).toEqual({ ...session, id: 'other' });
    await store.forgetWaysIn(MORNING + 1_000);
    expect(await store.findSession('s2')).toBeNull();
  });

  test('knows which sessions somebody had at a tablet, ended ones too', async () => {
    const store = await (await engine.create()).open();
    await store.ensureLocation(house);
    const times = { created: MORNING, lastSeen: MORNING, ended: null };
    const session = {
      id: 's',
      locationId: 'flat',
      staffId: ODD,
      idleMinutes: 10,
      deviceId: ODD,
      openedBy: 'card',
      elsewhere: [],
      ...times,
    } as const;
    await store.addSession({ ...session, tokenHash: 'a' });
    await store.addSession({ ...session, id: 'elsewhere', deviceId: 'kitchen', tokenHash: 'b' });
    await store.addSession({ ...session, id: 'laptop', deviceId: null, tokenHash: 'c' });
    await store.addSession({ ...session, id: 'other', staffId: 'other', tokenHash: 'd' });
    await store.endSession(session, MORNING + 9);
    expect(await store.sessionsAt('flat', ODD, ODD)).toEqual([{ ...session, ended: MORNING + 9 }]);
    expect(await store.sessionsAt('another flat', ODD, ODD)).toEqual([]);
  });

  test('ends the other sessions of one person, once', async () => {
    const store = await (await engine.create()).open();
    await store.ensureLocation(house);
    const times = { created: MORNING, lastSeen: MORNING, ended: null };
    const session = {
      id: 'here',
      locationId: 'flat',
      staffId: ODD,
      idleMinutes: 10,
      deviceId: null,
      openedBy: 'link',
      elsewhere: [{ locationId: 'linden', staffId: ODD, mark: ODD }],
      ...times,
    } as const;
    await store.addSession({ ...session, tokenHash: 'a' });
    await store.addSession({ ...session, id: 'there', tokenHash: 'b' });
    await store.addSession({ ...session, id: 'another', staffId: 'another', tokenHash: 'c' });
    await store.addSession({ ...session, id: 'elsewhere', locationId: 'another flat', tokenHash: 'd' });
    for (const at of [MORNING + 1, MORNING + 2])
      await store.endOtherSessions({ locationId: 'flat', staffId: ODD, except: 'here' }, at);
    const ended = async (token: string) => (await store.findSession(token))?.ended;
    expect(await Promise.all(['a', 'b', 'c', 'd'].map(ended))).toEqual([null, MORNING + 1, null, null]);
    await store.endOtherSessions({ locationId: 'flat', staffId: ODD, except: null }, MORNING + 3);
    expect(await ended('a')).toBe(MORNING + 3);
  });

  test('lists the devices of one flat, when each was last there, and puts one out', async () => {
    const store = await (await engine.create()).open();
    await store.ensureLocation(house);
    const hall = { id: 'hall', name: ODD, revoked: false };
    await store.addDevice({ ...hall, locationId: 'flat', tokenHash: 'h1', at: MORNING });
    await store.addDevice({ ...hall, locationId: 'other', tokenHash: 'h2', at: MORNING });
    expect(await store.listDevices('flat')).toEqual([{ ...hall, at: MORNING, lastSeen: null, told: null }]);
    await store.touchDevice({ locationId: 'flat', id: 'hall' }, MORNING + 5);
    expect(await store.revokeDevice('flat', 'hall')).toBe(true);
    expect(await store.revokeDevice('flat', 'nobody')).toBe(false);
    const seen = { ...hall, revoked: true, at: MORNING, lastSeen: MORNING + 5 };
    expect(await store.listDevices('flat')).toEqual([{ ...seen, told: null }]);
    await store.deviceTold({ locationId: 'flat', id: 'hall' }, heartbeat, MORNING + 6);
    const later = { ...heartbeat, waiting: 3, battery: null };
    await store.deviceTold({ locationId: 'flat', id: 'hall' }, later, MORNING + 7);
    expect(await store.listDevices('flat')).toEqual([{ ...seen, told: { ...later, at: MORNING + 7 } }]);
    expect((await store.listDevices('other'))[0]).toMatchObject({ told: null });
    expect(await store.findDevice('h2')).toMatchObject({ revoked: false });
  });

  test('lets one of many take a code, once, before it is too old, and of its own flat', async () => {
    const store = await (await engine.create()).open();
    await store.ensureLocation(house);
    const code = { locationId: 'flat', purpose: 'enrolment', hash: 'k' } as const;
    await store.addOnceCode({ ...code, until: MORNING + 60_000 });
    expect(await store.takeOnceCode({ ...code, locationId: 'other' }, MORNING)).toBe(false);
    expect(await store.takeOnceCode({ ...code, purpose: 'firstAdmin' }, MORNING)).toBe(false);
    expect(await store.takeOnceCode(code, MORNING + 60_000)).toBe(false);
    const takers = await Promise.all(Array.from({ length: 8 }, () => store.takeOnceCode(code, MORNING)));
    expect(takers.filter(Boolean)).toHaveLength(1);
    await store.addOnceCode({ ...code, until: MORNING + 60_000 });
    await store.dropOnceCodes('flat', 'enrolment');
    expect(await store.takeOnceCode(code, MORNING)).toBe(false);
  });

  test('forgets changes after a while and entries long after, and says so instead of giving half', async () => {
    const store = await (await engine.create()).open();
    await seed(store, houseRows());
    await writeEntries(store, 'flat', [
      anEntry({ version: 2, commandId: commandId(2), changes: [], at: MORNING + DAY }),
      anEntry({ version: 3, commandId: commandId(3), changes: [], at: MORNING + 2 * DAY }),
    ]);
    const before = await rowsOf(store);
    await store.forget(MORNING + DAY / 2, 0);
    expect(await store.entriesAfter('flat', 0, 10)).toBeNull();
    expect(await store.entriesAfter('flat', 1, 10)).toHaveLength(2);
    await store.forget(MORNING + 3 * DAY, MORNING + 3 * DAY);
    expect(await store.entriesAfter('flat', 1, 10)).toBeNull();
    expect(await store.entriesAfter('flat', 2, 10)).toBeNull();
    expect(await store.entriesAfter('flat', 3, 10)).toEqual([]);
    expect(await rowsOf(store)).toEqual(before);
    expect((await store.head('flat')).version).toBe(3);
  });
});

describe.each(engines)('two locations in one database on $name', (engine) => {
  const other = { id: 'other', name: 'De Elzen', timeZone: 'Europe/Amsterdam', ...usualSettings };
  const otherRows = (): BoardRows => ({
    location: [other],
    home: [{ id: 'door-101', number: '1', floor: 4 }],
    notice: samples.notice,
  });

  async function twoLocations() {
    const database = await engine.create();
    const store = await database.open();
    await seed(store, houseRows());
    await seed(store, otherRows(), other);
    return { database, store, before: await rowsOf(store), otherBefore: await rowsOf(store, 'other') };
  }

  test('are read apart, with the same ids in both', async () => {
    const { store, before, otherBefore } = await twoLocations();
    expect(before).toEqual(listsOf(boardOf(houseRows())));
    expect(otherBefore).toEqual(listsOf(boardOf(otherRows())));
    expect((await store.head('flat')).epoch).not.toBe((await store.head('other')).epoch);
    const entries = (await store.entriesAfter('other', 0, 10))!;
    expect(entries).toHaveLength(1);
    expect(entries[0]!.changes).toEqual(collectionNames.flatMap((name) => putsOf(name, otherRows())));
  });

  test('are written apart: changes and removals of one leave the other as it was', async () => {
    const { store, before } = await twoLocations();
    const head = await store.head('flat');
    await writeEntries(store, 'other', [
      anEntry({
        version: 2,
        commandId: commandId(2),
        changes: [
          { type: 'homePut', row: { id: 'door-101', number: 'changed', floor: 1 } },
          { type: 'homeRemoved', parent: 'door-102', id: 'door-102' },
          { type: 'residentRemoved', parent: 'anna', id: 'anna' },
          { type: 'residentPrivatePut', row: samples.residentPrivate[0]! },
        ],
      }),
    ]);
    expect(await rowsOf(store)).toEqual(before);
    expect(await store.head('flat')).toEqual(head);
    expect(await store.entriesAfter('flat', 1, 10)).toEqual([]);
    const transaction = await store.begin('flat', [commandId(2)]);
    expect(transaction.known).toEqual(new Map());
    await transaction.rollback();
  });

  test('resolve what the journal refers to in their own rows', async () => {
    const { store } = await twoLocations();
    const mine = { ...samples.residentPrivate[0]!, id: 'anna', lastName: 'In De Elzen' };
    const changes = [{ type: 'residentPrivatePut', row: mine }] as const;
    await writeEntries(store, 'other', [anEntry({ version: 2, commandId: commandId(2), changes })]);
    const [entry] = (await store.entriesAfter('other', 1, 10))!;
    expect(entry!.changes).toEqual(changes);
    const [first] = (await store.entriesAfter('flat', 0, 1))!;
    expect(JSON.stringify(first!.changes)).not.toContain('In De Elzen');
  });

  test('have keys and devices of their own', async () => {
    const { store } = await twoLocations();
    await store.claimKey('flat', 'one');
    await store.claimKey('other', 'two');
    await expect(store.claimKey('flat', 'two')).rejects.toBeInstanceOf(StoreRefused);
    const tablet = { id: 'hall', name: 'Hal', revoked: false, at: MORNING };
    await store.addDevice({ ...tablet, locationId: 'flat', tokenHash: 'h1' });
    await store.addDevice({ ...tablet, locationId: 'other', tokenHash: 'h2' });
    expect(await store.findDevice('h1')).toMatchObject({ locationId: 'flat' });
    expect(await store.findDevice('h2')).toMatchObject({ locationId: 'other' });
  });

  test('forget by the same clock, and keep their rows', async () => {
    const { store, before, otherBefore } = await twoLocations();
    await store.forget(MORNING + DAY, 0);
    expect(await store.entriesAfter('flat', 0, 10)).toBeNull();
    expect(await store.entriesAfter('other', 0, 10)).toBeNull();
    expect(await rowsOf(store)).toEqual(before);
    expect(await rowsOf(store, 'other')).toEqual(otherBefore);
  });

  test('that does not exist cannot be read or written', async () => {
    const { store, before, database } = await twoLocations();
    await expect(store.head('nowhere')).rejects.toMatchObject({ name: 'StoreUnavailable' });
    await expect(store.load('nowhere')).rejects.toMatchObject({ name: 'StoreUnavailable' });
    await expect(store.begin('nowhere', [])).rejects.toMatchObject({ name: 'StoreUnavailable' });
    expect(await store.entriesAfter('nowhere', 0, 10).catch(() => [])).toEqual([]);
    expect(await rowsOf(store)).toEqual(before);
    expect(await database.query('select location_id from head order by location_id')).toHaveLength(2);
  });
});
