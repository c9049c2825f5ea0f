import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmod, copyFile, mkdir, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { locationOf } from '../../src/domain/board.ts';
import { instantText } from '../../src/domain/time.ts';
import { openPostgres } from '../../src/server/db/postgres.ts';
import { openSqlite } from '../../src/server/db/sqlite.ts';
import { StoreRefused, StoreUnavailable } from '../../src/server/db/store.ts';
import { openHouses } from '../../src/server/house.ts';
import { openSecrets, secretsOf } from '../../src/server/secrets.ts';
import { commandId, MORNING } from '../support/builders.ts';
import {
  clock,
  createTestLog,
  crowd,
  type Engine,
  engines,
  postgres,
  seed,
  sqlite,
  temporaryFolder,
} from '../support/engines.ts';
import { freePort } from '../support/free-port.ts';

const FILE = 'huiskamer.sqlite';

/** A data folder with a house in it, as it lies there after a stop. */
async function folderWithHouse(): Promise<string> {
  const database = await sqlite.create();
  const store = await database.open();
  await seed(store, crowd(200));
  await store.close();
  return database.address;
}

/** Whatever opening says no with. */
async function refusalOf(opening: Promise<unknown>): Promise<string> {
  const error = await opening.then(
    () => 'was opened',
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StoreRefused);
  return (error as StoreRefused).message;
}

async function refusedAndLeftAsItWas(folder: string): Promise<string> {
  const before = await readFile(join(folder, FILE));
  const message = await refusalOf(openSqlite(folder));
  expect((await readFile(join(folder, FILE))).equals(before)).toBe(true);
  return message;
}

describe('the file of a house', () => {
  test('of random bytes is refused as damaged, and left as it was', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, FILE), randomBytes(20_000));
    expect(await refusedAndLeftAsItWas(folder)).toMatch(/beschadigd.*niets veranderd.*laatste kopie/);
  });

  test('that was cut short is refused as damaged, and left as it was', async () => {
    const folder = await folderWithHouse();
    const { size } = await stat(join(folder, FILE));
    await truncate(join(folder, FILE), Math.floor(size / 2));
    expect(await refusedAndLeftAsItWas(folder)).toContain('beschadigd');
  });

  test('with a damaged header is refused as damaged, and left as it was', async () => {
    const folder = await folderWithHouse();
    const bytes = await readFile(join(folder, FILE));
    bytes.fill(0xff, 0, 16);
    await writeFile(join(folder, FILE), bytes);
    expect(await refusedAndLeftAsItWas(folder)).toContain('beschadigd');
  });

  test('with damage in the middle is refused as damaged, and left as it was', async () => {
    const folder = await folderWithHouse();
    const bytes = await readFile(join(folder, FILE));
    for (let page = 1; page * 4096 < bytes.length; page += 1) bytes.fill(0xaa, page * 4096, page * 4096 + 200);
    await writeFile(join(folder, FILE), bytes);
    expect(await refusedAndLeftAsItWas(folder)).toContain('beschadigd');
  });

  test('of another program is refused, and left as it was', async () => {
    const folder = await temporaryFolder();
    const foreign = new DatabaseSync(join(folder, FILE));
    foreign.exec('create table photo (id integer primary key); insert into photo values (1)');
    foreign.close();
    expect(await refusedAndLeftAsItWas(folder)).toMatch(/geen bestand van Huiskamer.*HUISKAMER_DATA/);
  });

  test('of a newer version is refused, and left as it was with what its log still holds', async () => {
    const folder = await folderWithHouse();
    const newer = new DatabaseSync(join(folder, FILE));
    onTestFinished(() => newer.close());
    newer.exec("insert into kysely_migration values ('9999-later', '2030-01-01')");
    const log = await readFile(join(folder, `${FILE}-wal`));
    expect(log.length).toBeGreaterThan(0);
    const message = await refusedAndLeftAsItWas(folder);
    expect(message).toMatch(/nieuwere versie van Huiskamer \(9999-later\).*Installeer de nieuwere versie/);
    expect((await readFile(join(folder, `${FILE}-wal`))).equals(log)).toBe(true);
  });

  test('is refused while another house uses it, and opens when that one has stopped', async () => {
    const folder = await folderWithHouse();
    const first = await openSqlite(folder);
    onTestFinished(() => first.close());
    expect(await refusedAndLeftAsItWas(folder)).toMatch(/al in gebruik.*Stop die eerst/);
    await first.close();
    const second = await openSqlite(folder);
    expect((await second.head('flat')).version).toBe(1);
    await second.close();
  });

  test('opens again after every refusal once the cause is gone', async () => {
    const folder = await folderWithHouse();
    const good = await readFile(join(folder, FILE));
    await writeFile(join(folder, FILE), randomBytes(20_000));
    await refusalOf(openSqlite(folder));
    await writeFile(join(folder, FILE), good);
    const store = await openSqlite(folder);
    expect((await store.head('flat')).version).toBe(1);
    await store.close();
  });

  test.each([
    ['nothing at all', ''],
    ['a header only', 'pragma journal_mode = wal'],
  ])('that a power cut left with %s becomes a house, also the second time', async (_what, statement) => {
    const folder = await temporaryFolder();
    const cut = new DatabaseSync(join(folder, FILE));
    cut.exec(statement);
    cut.close();
    await (await openSqlite(folder)).close();
    const store = await openSqlite(folder);
    expect(await store.describe()).toMatch(/^SQLite/);
    await store.close();
  });

  test('copied from under a running house, as a power cut would leave it, has all that was committed', async () => {
    const database = await sqlite.create();
    const store = await database.open();
    await seed(store, crowd(50));
    const copy = await temporaryFolder();
    for (const name of [FILE, `${FILE}-wal`]) await copyFile(join(database.address, name), join(copy, name));
    const after = await openSqlite(copy);
    onTestFinished(() => after.close());
    expect(await after.load('flat')).toEqual(await store.load('flat'));
  });

  test('is not made where a file stands in the way of the folder', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'data'), 'not a folder');
    const message = await refusalOf(openSqlite(join(folder, 'data')));
    expect(message).toMatch(/niet schrijven.*Geef het recht.*HUISKAMER_DATA/);
    expect(await readFile(join(folder, 'data'), 'utf8')).toBe('not a folder');
  });

  test('is not made in a folder without rights', async () => {
    const folder = await temporaryFolder();
    const closed = join(folder, 'data');
    await mkdir(closed);
    await chmod(folder, 0o755);
    await chmod(closed, 0o555);
    expect(await sentenceAsNobody(closed)).toMatch(/^StoreRefused: In de map .* niet schrijven.*HUISKAMER_DATA/);
    expect(await readdir(closed)).toEqual([]);
  });
});

/** Who may do everything (root, in a container) must first become somebody who may not. */
async function sentenceAsNobody(folder: string): Promise<string> {
  const sqliteFile = fileURLToPath(new URL('../../src/server/db/sqlite.ts', import.meta.url));
  const script = `const { openSqlite } = await import(${JSON.stringify(sqliteFile)});
    if (process.getuid() === 0) process.seteuid(65534);
    await openSqlite(${JSON.stringify(folder)}).then(() => console.log('was opened'), (e) => console.log(String(e)));`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  await once(child, 'close');
  return said;
}

describe('a PostgreSQL', () => {
  test('that nobody answers for is refused with what to look at, and without its password', async () => {
    const port = await freePort();
    for (const host of ['127.0.0.1', 'localhost']) {
      const message = await refusalOf(openPostgres(`postgres://huis:geheim@${host}:${port}/huis`));
      expect(message).toMatch(/niet te openen \(.*ECONNREFUSED.*\).*PostgreSQL draait.*DATABASE_URL/);
      expect(message).not.toContain('geheim');
    }
  });

  test('that knows nobody by this password is refused without telling it', async () => {
    const url = new URL((await postgres.create()).address);
    url.password = 'niet-het-goede';
    const message = await refusalOf(openPostgres(url.href));
    expect(message).toContain('DATABASE_URL');
    expect(message).not.toContain('niet-het-goede');
  });

  test('of a newer version is refused, and nothing in it changes', async () => {
    const database = await postgres.create();
    const store = await database.open();
    await seed(store, crowd(5));
    await database.query(`insert into kysely_migration values ('9999-later', '2030-01-01')`);
    const tables = `select table_name, column_name from information_schema.columns where table_schema = 'public' order by 1, 2`;
    const before = [await database.query(tables), await store.load('flat')];
    expect(await refusalOf(database.open())).toMatch(/nieuwere versie van Huiskamer \(9999-later\)/);
    expect([await database.query(tables), await store.load('flat')]).toEqual(before);
  });

  test('whose user may not add what keeps bookings apart is refused with what to do, and works after that', async () => {
    const { address, query } = await postgres.create();
    const name = `poor_${randomBytes(6).toString('hex')}`;
    await query(`create role ${name} login password 'geheim'`);
    await query(`grant create on schema public to ${name}`);
    const url = Object.assign(new URL(address), { username: name, password: 'geheim' }).href;
    onTestFinished(async () => {
      await query(`drop owned by ${name}`);
      await query(`drop role ${name}`);
    });
    const message = await refusalOf(openPostgres(url));
    expect(message).toMatch(/btree_gist.*niets veranderd.*create extension btree_gist/);
    expect(message).not.toContain('geheim');
    await query('create extension btree_gist');
    await (await openPostgres(url)).close();
  });

  test('is made ready once by processes that start together', async () => {
    const database = await postgres.create();
    const stores = await Promise.all([1, 2, 3].map(() => database.open()));
    await Promise.all(stores.map((store) => store.ensureLocation({ id: 'flat', name: 'F', timeZone: 'UTC' })));
    const done = (await database.query('select name from kysely_migration')).map(({ name }) => name);
    expect(done).toEqual([...new Set(done)]);
    expect(done).toContain('0001-first');
    expect(new Set(await Promise.all(stores.map(async (store) => (await store.head('flat')).epoch))).size).toBe(1);
  });
});

test('a rollback that fails on SQLite leaves the next writer its turn', async () => {
  const database = await sqlite.create();
  const store = await database.open();
  await store.ensureLocation({ id: 'flat', name: 'F', timeZone: 'UTC' });
  const transaction = await store.begin('flat', []);
  const exec = vi.spyOn(DatabaseSync.prototype, 'exec').mockImplementationOnce(() => {
    throw new Error('disk I/O error');
  });
  onTestFinished(() => exec.mockRestore());
  await expect(transaction.rollback()).rejects.toBeInstanceOf(StoreUnavailable);
  // This one finds the transaction still open and ends it; the one after that can write.
  await expect(store.begin('flat', [])).rejects.toBeInstanceOf(StoreUnavailable);
  await (await store.begin('flat', [])).rollback();
});

async function openHouseIn(engine: Engine, dataFolder: string, databaseUrl: string | null) {
  const config = {
    port: 0,
    host: '127.0.0.1',
    dataFolder,
    databaseUrl: engine.name === 'sqlite' ? null : databaseUrl,
    demonstrate: false,
    version: '0',
  };
  const { all, close } = await openHouses(config, { log: createTestLog(), now: clock });
  onTestFinished(close);
  return { ...all[0], close };
}

describe.each(engines)('a house on $name', (engine) => {
  test('opens, is empty, closes twice, and opens with the same key and history', async () => {
    const [folder, { address }] = [await temporaryFolder(), await engine.create()];
    const first = await openHouseIn(engine, folder, address);
    expect(first).toMatchObject({ empty: true, demo: false });
    await Promise.all([first.close(), first.close()]);
    await first.close();
    const second = await openHouseIn(engine, folder, address);
    expect(second.secrets.fingerprint).toBe(first.secrets.fingerprint);
    expect(second.authority.state().epoch).toBe(first.authority.state().epoch);
  });

  test('with another key is refused, and opens again with its own', async () => {
    const [folder, { address }] = [await temporaryFolder(), await engine.create()];
    await (await openHouseIn(engine, folder, address)).close();
    const key = await readFile(join(folder, 'server.key'), 'utf8');
    await writeFile(join(folder, 'server.key'), `${randomBytes(32).toString('hex')}\n`);
    expect(await refusalOf(openHouseIn(engine, folder, address))).toMatch(
      /andere sleutel.*Zet het bestand server.key terug/,
    );
    await writeFile(join(folder, 'server.key'), key);
    await (await openHouseIn(engine, folder, address)).close();
  });
});

test('two houses on one PostgreSQL keep in step by themselves, with one key', async () => {
  const [folder, { address }] = [await temporaryFolder(), await postgres.create()];
  const [first, second] = [await openHouseIn(postgres, folder, address), await openHouseIn(postgres, folder, address)];
  const heard = new Promise<void>((resolve) => void second.authority.onAdvance(resolve));
  const location = { name: 'De Elzen', timeZone: 'Europe/Amsterdam', tableSize: 8 };
  await first.authority.submit(
    {
      id: commandId(1),
      command: { type: 'setLocation', location },
      tappedAt: instantText(MORNING),
      actor: { staffId: 'operator', proof: 'session', visitId: 'v' },
    },
    { deviceId: null, role: 'operator', lastAnswered: null, proven: true },
  );
  await heard;
  expect(locationOf(second.authority.state().board)).toMatchObject(location);
  expect(second.authority.state().version).toBe(first.authority.state().version);
});

describe('the key of a server', () => {
  test('is made once, for the server alone', async () => {
    const folder = await temporaryFolder();
    const { fingerprint } = openSecrets(join(folder, 'data'));
    expect(openSecrets(join(folder, 'data')).fingerprint).toBe(fingerprint);
    expect((await stat(join(folder, 'data', 'server.key'))).mode & 0o777).toBe(0o600);
    expect(await readdir(join(folder, 'data'))).toEqual(['server.key']);
  });

  test('that a power cut left empty is made anew: nothing was ever tied to it', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'server.key'), '');
    expect(openSecrets(folder).fingerprint).toBe(openSecrets(folder).fingerprint);
    expect((await readFile(join(folder, 'server.key'), 'utf8')).trim()).toMatch(/^[0-9a-f]{64}$/);
  });

  test('that is damaged is refused in words, and left as it was', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'server.key'), 'half a k');
    expect(await refusalOf((async () => openSecrets(folder))())).toMatch(
      /server\.key.*geen sleutel.*Zet het bestand terug/,
    );
    expect(await readFile(join(folder, 'server.key'), 'utf8')).toBe('half a k');
  });

  test('is not made where a file stands in the way of the folder', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'data'), 'not a folder');
    expect(await refusalOf((async () => openSecrets(join(folder, 'data')))())).toMatch(
      /niet schrijven.*HUISKAMER_DATA/,
    );
  });

  test('tells cards and texts apart, and never takes a signature for another', () => {
    const secrets = secretsOf('ab'.repeat(32));
    expect(secrets.hashCard('04:a2:b3')).toBe(secrets.hashCard('04A2B3'));
    expect(secrets.hashCard('04A2B3')).not.toBe(secretsOf('cd'.repeat(32)).hashCard('04A2B3'));
    const signature = secrets.sign('r1');
    expect(secrets.verify('r1', signature)).toBe(true);
    for (const [text, given] of [
      ['r2', signature],
      ['r1', ''],
      ['r1', `${signature}x`],
      ['r1', secrets.sign('r2')],
    ] as const) {
      expect(secrets.verify(text, given)).toBe(false);
    }
    expect(secrets.newToken()).toMatch(/^[\w-]{43}$/);
  });
});
