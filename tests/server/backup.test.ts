// A backup is the whole house of one moment, whichever engine; a restore puts it back and loses nothing that must stay.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { collectionNames } from '../../src/domain/board.ts';
import type { Change } from '../../src/domain/changes.ts';
import type { Envelope } from '../../src/domain/commands.ts';
import { rows } from '../../src/domain/table.ts';
import { instantText } from '../../src/domain/time.ts';
import { makeBackup } from '../../src/server/backup/make.ts';
import { restoreBackup } from '../../src/server/backup/restore.ts';
import type { Config } from '../../src/server/config.ts';
import { withDump } from '../../src/server/db/dump.ts';
import { openPostgres } from '../../src/server/db/postgres.ts';
import { openSqlite } from '../../src/server/db/sqlite.ts';
import { type Store, StoreRefused } from '../../src/server/db/store.ts';
import { eraseFrom } from '../../src/server/erasures.ts';
import { createFeed } from '../../src/server/feed.ts';
import { openHouses } from '../../src/server/house.ts';
import { openSecrets } from '../../src/server/secrets.ts';
import { commandId, MORNING } from '../support/builders.ts';
import { anEntry, createTestLog, temporaryFolder, writeEntries } from '../support/engines.ts';
import { freshDatabase } from '../support/fresh-database.ts';
import { type Samples, samples } from '../support/one-of-each.ts';

const HOUR = 3_600_000;
const kinds = ['sqlite', 'postgres'] as const;
type Kind = (typeof kinds)[number];

async function emptyPlace(kind: Kind): Promise<Config> {
  const dataFolder = await temporaryFolder();
  const databaseUrl = kind === 'sqlite' ? null : await freshDatabase();
  return { port: 0, host: '127.0.0.1', demonstrate: false, version: '1.2.3', dataFolder, databaseUrl };
}

const open = ({ dataFolder, databaseUrl }: Config): Promise<Store> =>
  databaseUrl === null ? openSqlite(dataFolder) : openPostgres(databaseUrl);

/** Opens a place for one piece of work, and closes it. */
async function inStore<Value>(place: Config, work: (store: Store) => Promise<Value>): Promise<Value> {
  const store = await open(place);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

const flat = { id: 'house', name: 'De Linden', timeZone: 'Europe/Amsterdam' };
const everything: Samples = { ...samples, location: [{ ...samples.location[0]!, id: 'house' }] };

const changesOf = (rows: Samples): readonly Change[] =>
  collectionNames.flatMap((name) => rows[name].map((row) => ({ type: `${name}Put`, row }) as Change));

/** A house with of everything one and two, a tablet and a photo. */
async function aHouse(kind: Kind): Promise<Config> {
  const place = await emptyPlace(kind);
  const { fingerprint } = openSecrets(place.dataFolder);
  await inStore(place, async (store) => {
    await store.ensureLocation(flat);
    await store.claimKey('house', fingerprint);
    await writeEntries(store, 'house', [
      anEntry({ version: 1, commandId: commandId(1), changes: changesOf(everything) }),
    ]);
    await store.addDevice({
      locationId: 'house',
      id: 'hal',
      name: 'Hal',
      revoked: false,
      tokenHash: 'hal',
      at: MORNING,
    });
    await store.addPhoto({ locationId: 'house', id: 'foto', type: 'jpeg', base64: 'AAAA' }, MORNING);
  });
  return place;
}

const fileIn = async () => join(await temporaryFolder(), 'a.backup');

async function backupOf(place: Config): Promise<string> {
  const file = await fileIn();
  expect(await makeBackup({ ...place, file, at: MORNING })).toMatchObject({ file });
  return file;
}

const restore = (place: Config, file: string, erased: string | null = null) =>
  restoreBackup(place, { file, erased, at: MORNING + HOUR });

/** All there is of a house that a screen could ever be told, in one order. */
async function contentOf(place: Config) {
  return inStore(place, async (store) => {
    const { rows, version, epoch } = await store.load('house');
    const sorted = Object.fromEntries(
      Object.entries(rows).map(([name, list]) => [name, [...list].sort((a, b) => (a.id < b.id ? -1 : 1))]),
    );
    const photo = await store.findPhoto('house', 'foto');
    return { epoch, content: { rows: sorted, version, photo, journal: await store.entriesAfter('house', 0, 10) } };
  });
}

async function refusalOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => 'was done',
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StoreRefused);
  return (error as StoreRefused).message;
}

const pairs = kinds.flatMap((from) => kinds.map((to) => ({ from, to })));

describe('a backup', () => {
  test.each(pairs)('of $from comes back on $to, every row as it was, under a new epoch', async ({ from, to }) => {
    const place = await aHouse(from);
    const before = await contentOf(place);
    const target = await emptyPlace(to);
    expect((await restore(target, await backupOf(place))).before).toBeNull();
    const after = await contentOf(target);
    expect(after.content).toEqual(before.content);
    expect(before.content.rows.resident).toHaveLength(2);
    expect(after.epoch).not.toBe(before.epoch);
    expect(openSecrets(target.dataFolder).fingerprint).toBe(openSecrets(place.dataFolder).fingerprint);
  });

  test.each(kinds)('may be read by its owner alone, and leaves no half file behind: %s', async (kind) => {
    const file = await backupOf(await aHouse(kind));
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(join(file, '..'))).toEqual(['a.backup']);
  });

  test.each(kinds)('holds no open session and no code that still lets somebody in: %s', async (kind) => {
    const place = await aHouse(kind);
    await inStore(place, async (store) => {
      const times = { created: MORNING, lastSeen: MORNING, ended: null, deviceId: null, elsewhere: [] } as const;
      const session = {
        id: 's',
        locationId: 'house',
        staffId: 'm1',
        idleMinutes: 10,
        openedBy: 'link',
        ...times,
      } as const;
      await store.addSession({ ...session, tokenHash: 'token-of-a-session' });
      await store.addOnceCode({ locationId: 'house', purpose: 'enrolment', hash: 'once', until: MORNING });
    });
    const text = gunzipSync(await readFile(await backupOf(place))).toString();
    expect(text).toContain('"staff_secret"');
    expect(text).not.toContain('token-of-a-session');
    expect(text).not.toContain('once_code');
  });

  test.each(kinds)(
    'of a house that is busy is of one moment: the journal and the rows say the same: %s',
    async (kind) => {
      const place = await aHouse(kind);
      const store = await open(place);
      onTestFinished(() => store.close());
      let [version, busy] = [1, true];
      const home = () => ({ id: 'door', number: `${version}`, floor: 0 });
      const work = (async () => {
        while (busy) {
          version += 1;
          const changes: Change[] = [{ type: 'homePut', row: home() }];
          await writeEntries(store, 'house', [anEntry({ version, commandId: commandId(version), changes })]);
          // One engine answers without a turn of the event loop.
          await nextTurn();
        }
      })();
      const files = [await backupOf(place), await backupOf(place)];
      busy = false;
      await work;
      for (const file of files) {
        const target = await emptyPlace('sqlite');
        await restore(target, file);
        const { content } = await contentOf(target);
        const said = content.rows.home?.find(({ id }) => id === 'door') as { number: string } | undefined;
        // The first entry wrote another sentence there.
        expect(content.version === 1 ? '1' : said?.number).toBe(`${content.version}`);
      }
      expect(version).toBeGreaterThan(2);
    },
  );

  test('of nothing is not made', async () => {
    const place = await emptyPlace('sqlite');
    expect(await makeBackup({ ...place, file: await fileIn(), at: MORNING })).toBeNull();
  });
});

describe('a restore', () => {
  test.each(kinds)('keeps what was there before, and that can be put back too: %s', async (kind) => {
    const place = await aHouse(kind);
    const old = await backupOf(place);
    await inStore(place, (store) =>
      writeEntries(store, 'house', [
        anEntry({
          version: 2,
          commandId: commandId(2),
          changes: [{ type: 'homePut', row: { id: 'new', number: '9', floor: 1 } }],
        }),
      ]),
    );
    const { before } = await restore(place, old);
    expect((await contentOf(place)).content.version).toBe(1);
    const kept = await readdir(before!);
    expect(kept).toEqual(kind === 'sqlite' ? ['huiskamer.sqlite', 'server.key'] : ['huiskamer.backup', 'server.key']);
    if (kind === 'sqlite') {
      expect((await contentOf({ ...place, dataFolder: before! })).content.version).toBe(2);
    } else {
      await restoreBackup(place, { file: join(before!, 'huiskamer.backup'), erased: null, at: MORNING + 2 * HOUR });
      expect((await contentOf(place)).content.version).toBe(2);
    }
  });

  test.each(kinds)('is refused while a house runs there, and changes nothing: %s', async (kind) => {
    const place = await aHouse(kind);
    const file = await backupOf(place);
    const houses = await openHouses(place, { log: createTestLog(), now: () => MORNING });
    onTestFinished(() => houses.close());
    // The bell is there a moment after the house.
    if (kind === 'postgres') await expect.poll(() => restoreIsRefused(place, file)).toBe(true);
    expect(await refusalOf(restore(place, file))).toMatch(/in gebruik.*niets veranderd|al in gebruik/s);
    expect(existsSync(join(place.dataFolder, 'huiskamer.sqlite.new'))).toBe(false);
  });

  test.each(kinds)('brings back no tablet that was put out since, and loses none that came: %s', async (kind) => {
    const place = await aHouse(kind);
    const file = await backupOf(place);
    await inStore(place, async (store) => {
      await store.revokeDevice('house', 'hal');
      await store.addDevice({ locationId: 'house', id: 'b', name: 'B', revoked: false, tokenHash: 'b', at: MORNING });
    });
    await restore(place, file);
    const devices = await inStore(place, (store) => store.listDevices('house'));
    expect(devices.map(({ id, revoked }) => [id, revoked]).sort()).toEqual([
      ['b', false],
      ['hal', true],
    ]);
  });

  test('does not take the tablets of another house, whose key is another', async () => {
    const [place, other] = [await aHouse('sqlite'), await aHouse('sqlite')];
    await inStore(other, (store) =>
      store.addDevice({ locationId: 'house', id: 'x', name: 'X', revoked: false, tokenHash: 'x', at: MORNING }),
    );
    await restore(other, await backupOf(place));
    expect((await inStore(other, (store) => store.listDevices('house'))).map(({ id }) => id)).toEqual(['hal']);
  });

  test('helps where the file of the house is damaged', async () => {
    const place = await aHouse('sqlite');
    const file = await backupOf(place);
    await writeFile(join(place.dataFolder, 'huiskamer.sqlite'), randomBytes(20_000));
    const { before } = await restore(place, file);
    expect((await contentOf(place)).content.version).toBe(1);
    expect((await stat(join(before!, 'huiskamer.sqlite'))).size).toBe(20_000);
  });

  test('of a real house into the folder of a demonstration makes that a real house', async () => {
    const [place, target] = [await aHouse('sqlite'), await emptyPlace('sqlite')];
    await writeFile(join(target.dataFolder, 'demo'), 'Dit is een demonstratie.');
    await restore(target, await backupOf(place));
    expect(existsSync(join(target.dataFolder, 'demo'))).toBe(false);
  });

  test('of a server with other flats is refused', async () => {
    const place = await aHouse('sqlite');
    const target = { ...(await emptyPlace('sqlite')), flats: [{ id: 'linden', hostName: 'linden.example' }] };
    expect(await refusalOf(restore(target, await backupOf(place)))).toContain('HUISKAMER_FLATS');
    expect(await readdir(target.dataFolder)).toEqual([]);
  });
});

async function restoreIsRefused(place: Config, file: string): Promise<boolean> {
  return restore(place, file).then(
    () => false,
    () => true,
  );
}

describe('after a restore', () => {
  const asks = (n: number, residentId: string): Envelope => ({
    id: commandId(n),
    command: { type: 'askVisit', residentId },
    tappedAt: instantText(MORNING),
    actor: { residentId, proof: 'name', visitId: `v${n}` },
  });
  const tablet = { deviceId: 'hal', role: 'resident', lastAnswered: null, proven: true } as const;

  test.each(kinds)('a tablet is sent to the board, and what it sends again counts once: %s', async (kind) => {
    const place = await aHouse(kind);
    const opened = () => openHouses(place, { log: createTestLog(), now: () => MORNING });
    const home: Change[] = [
      { type: 'homePut', row: { id: 'door', number: '1', floor: 0 } },
      ...(['a', 'b'] as const).map((id): Change => {
        const row = { id, homeId: 'door', salutation: null, firstName: id, initial: 'X.', language: 'nl' };
        return { type: 'residentPut', row: { ...row, showName: true, left: null } };
      }),
    ];
    await inStore(place, (store) =>
      writeEntries(store, 'house', [anEntry({ version: 2, commandId: commandId(2), changes: home })]),
    );
    const before = await opened();
    const first = await before.all[0].authority.submit(asks(3, 'a'), tablet);
    const file = await backupOf(place);
    await before.all[0].authority.submit(asks(4, 'b'), tablet);
    const { epoch, version } = before.all[0].authority.state();
    await before.close();
    await restore(place, file);

    const after = await opened();
    onTestFinished(() => after.close());
    const { authority } = after.all[0];
    const feed = createFeed({ authority, log: createTestLog() });
    onTestFinished(() => feed.close());
    expect((await feed.check({ epoch, version })).ok).toBe(false);
    const asked = () => [...rows(authority.state().board.visitAsked)].map(({ id }) => id).sort();
    expect(asked()).toEqual(['a', 'r1']);
    // Its archive of the last three days.
    expect(await authority.submit(asks(3, 'a'), tablet)).toEqual(first);
    for (let n = 0; n < 2; n += 1)
      expect(await authority.submit(asks(4, 'b'), tablet)).toMatchObject({ status: 'accepted', version: 4 });
    expect(asked()).toEqual(['a', 'b', 'r1']);
  });
});

describe('who was erased', () => {
  const erase = async (place: Config, residentId: string) => {
    const houses = await openHouses(place, { log: createTestLog(), now: () => MORNING });
    const answer = await eraseFrom(houses.all[0], residentId, {
      staffId: 'm1',
      visitId: 'v',
      deviceId: null,
      at: MORNING,
    });
    await houses.close();
    return answer;
  };
  const mentions = async (place: Config) => {
    const said = await withDump(place, async (dump) => {
      const found: string[] = [];
      for (const table of dump.tables)
        if (table.name !== 'erased')
          for await (const some of dump.rows(table))
            if (/(?<![\w-])r1(?![\w-])/.test(JSON.stringify(some))) found.push(table.name);
      return found;
    });
    return said ?? [];
  };
  /** What the command does after a restore, and every start. */
  const startOnce = async (place: Config) =>
    (await openHouses(place, { log: createTestLog(), now: () => MORNING })).close();

  test.each(kinds)('is in no table and no entry of the journal: %s', async (kind) => {
    const place = await aHouse(kind);
    expect(await mentions(place)).toContain('journal');
    expect(await erase(place, 'r1')).toMatchObject({ status: 'accepted' });
    expect(await mentions(place)).toEqual([]);
    // A cursor from before reads nothing of it either.
    expect((await contentOf(place)).content.journal).toBeNull();
  });

  test.each(kinds)('does not come back with an older backup: %s', async (kind) => {
    const place = await aHouse(kind);
    const old = await backupOf(place);
    await erase(place, 'r1');
    await restore(place, old);
    expect(await mentions(place)).toContain('resident');
    await startOnce(place);
    expect(await mentions(place)).toEqual([]);
    expect((await contentOf(place)).content.rows.resident?.map(({ id }) => id)).toEqual(['r2']);
  });

  test('does not come back on a new computer, with the list or a later backup', async () => {
    const place = await aHouse('sqlite');
    const old = await backupOf(place);
    await erase(place, 'r1');
    const later = await backupOf(place);
    for (const erased of [join(later, '../gewist.txt'), later]) {
      const target = await emptyPlace('sqlite');
      await restore(target, old, erased);
      await startOnce(target);
      expect(await mentions(target)).toEqual([]);
    }
  });

  test('is erased at the next start where the power went in between', async () => {
    const place = await aHouse('sqlite');
    await inStore(place, (store) => store.noteErased('house', 'r1', MORNING));
    await startOnce(place);
    expect(await mentions(place)).toEqual([]);
  });

  test('stands in the list by a random id; nobody who never lived here does', async () => {
    const place = await aHouse('sqlite');
    expect(await erase(place, 'nobody')).toMatchObject({ status: 'refused' });
    expect(await inStore(place, (store) => store.listErased('house', 0))).toEqual([]);
  });

  test('with a list that is none, nothing is restored', async () => {
    const place = await aHouse('sqlite');
    const [file, list] = [await backupOf(place), join(place.dataFolder, 'list')];
    await writeFile(list, 'just a sentence');
    expect(await refusalOf(restore(place, file, list))).toContain('niets veranderd');
  });
});

describe('a file that is no good is refused, and the house stays as it was', () => {
  const broken: readonly [string, (file: string) => Promise<void>][] = [
    ['cut short', async (file) => truncate(file, Math.floor((await stat(file)).size / 2))],
    ['without its last line', (file) => rewrite(file, (lines) => lines.slice(0, -2).join('\n'))],
    ['with a row less', (file) => rewrite(file, (lines) => [...lines.slice(0, -3), ...lines.slice(-2)].join('\n'))],
    ['with a word changed', (file) => rewrite(file, (lines) => lines.join('\n').replace('Snelle', 'Trage'))],
    ['of random bytes', (file) => writeFile(file, randomBytes(2_000))],
    ['that is empty', (file) => writeFile(file, '')],
    ['of another program', (file) => writeFile(file, gzipSync('{"other":1}\n'))],
    ['of a newer version', (file) => rewrite(file, (lines) => lines.join('\n').replace('0019-erased', '9999-later'))],
  ];
  test.each(broken)('%s', async (_how, spoil) => {
    const place = await aHouse('sqlite');
    const before = await contentOf(place);
    const file = await backupOf(place);
    await spoil(file);
    expect(await refusalOf(restore(place, file))).toContain('niets veranderd');
    expect(await contentOf(place)).toEqual(before);
  });

  test('that is not there', async () => {
    const place = await aHouse('sqlite');
    expect(await refusalOf(restore(place, '/nowhere/a.backup'))).toContain('niet te lezen');
  });
});

async function rewrite(file: string, change: (lines: readonly string[]) => string): Promise<void> {
  await writeFile(
    file,
    gzipSync(
      change(
        gunzipSync(await readFile(file))
          .toString()
          .split('\n'),
      ),
    ),
  );
}

const TOOLS = fileURLToPath(new URL('../../src/server/backup', import.meta.url));

/** As `npm run` does it. */
async function run(tool: 'main' | 'restore-main', place: Config, args: readonly string[]) {
  const env = { ...process.env, HUISKAMER_DATA: place.dataFolder, DATABASE_URL: place.databaseUrl ?? '' };
  const child = spawn(process.execPath, [join(TOOLS, `${tool}.ts`), ...args], { env });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk;
    });
  const [code] = await once(child, 'close');
  return { code, said };
}

describe('the two commands', () => {
  test.each(kinds)('make and put back a backup: %s', async (kind) => {
    const place = await aHouse(kind);
    const houses = await openHouses(place, { log: createTestLog(), now: () => MORNING });
    const made = await run('main', place, []);
    await houses.close();
    expect(made).toMatchObject({ code: 0, said: expect.stringContaining('gemaakt en nagelezen') });
    const folder = join(place.dataFolder, 'backups');
    const [file = ''] = await readdir(folder);
    expect(file).toMatch(/^huiskamer-[\dTZ-]+\.backup$/);
    const { epoch } = await contentOf(place);
    const back = await run('restore-main', place, [join(folder, file)]);
    expect(back).toMatchObject({ code: 0, said: expect.stringMatching(/Teruggezet.*before-restore-/s) });
    expect((await contentOf(place)).epoch).not.toBe(epoch);
  });

  test('say what is wrong in one sentence', async () => {
    const place = await emptyPlace('sqlite');
    await mkdir(join(place.dataFolder, 'backups'));
    expect(await run('main', place, [])).toMatchObject({ code: 1, said: expect.stringContaining('nog geen huis') });
    expect(await run('restore-main', place, ['/nowhere'])).toMatchObject({
      code: 1,
      said: expect.stringContaining('/nowhere'),
    });
    expect(await run('restore-main', place, [])).toMatchObject({ code: 0, said: expect.stringContaining('--erased') });
  });
});
