// What a house does at night by itself: a backup of which seven are kept, and forgetting. Time goes by as the test says.
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { rows } from '../../../src/domain/table.ts';
import { DAY } from '../../../src/domain/time.ts';
import { verifyBackup } from '../../../src/server/backup/format.ts';
import { makeBackup } from '../../../src/server/backup/make.ts';
import { readBackupState } from '../../../src/server/backup/state.ts';
import type { Config } from '../../../src/server/config.ts';
import { type Dump, withDump } from '../../../src/server/db/dump.ts';
import { createFeed } from '../../../src/server/feed.ts';
import { openHouses } from '../../../src/server/house.ts';
import { createNights, lastNight, type NightsDeps } from '../../../src/server/jobs/nights.ts';
import { submitAsOperator } from '../../../src/server/operator-commands.ts';
import { at, ZONE } from '../../support/builders.ts';
import { createTestLog, temporaryFolder } from '../../support/engines.ts';
import { freshDatabase } from '../../support/fresh-database.ts';
import { openTestHouse } from '../http/test-house.ts';

const kinds = ['sqlite', 'postgres'] as const;
const EVENING = at('2026-10-14', '21:00');

async function openedAt(kind: (typeof kinds)[number], more: Partial<NightsDeps> = {}, place?: Config) {
  const config = place ?? {
    ...{ port: 0, host: '127.0.0.1', demonstrate: false, version: '1.2.3' },
    dataFolder: await temporaryFolder(),
    databaseUrl: kind === 'sqlite' ? null : await freshDatabase(),
  };
  const log = createTestLog();
  const clock = { now: EVENING };
  const now = () => clock.now;
  const houses = await openHouses(config, { log, now });
  const nights = createNights({ config, houses: houses.all, demo: false, log, now, ...more });
  const close = async () => {
    nights.stop();
    await houses.close();
  };
  onTestFinished(close);
  const [house] = houses.all;
  const lookAt = async (date: string, time: string) => {
    clock.now = at(date, time);
    await nights.look();
  };
  const folder = join(config.dataFolder, 'backups');
  const made = async () => (await readdir(folder).catch(() => [])).filter((name) => name.startsWith('nacht'));
  const state = () => readBackupState(house.store, 'house');
  return { config, house, log, clock, nights, lookAt, made, folder, state, close };
}

const full = () => Promise.reject(Object.assign(new Error('no space'), { code: 'ENOSPC' }));

describe('the backup of the night', () => {
  test.each(kinds)('is made once, after two, and is whole: %s', async (kind) => {
    const { lookAt, made, folder, state } = await openedAt(kind);
    // A house that never had one does not wait for the night.
    await lookAt('2026-10-14', '21:01');
    expect(await made()).toHaveLength(1);
    for (const time of ['00:30', '01:59']) await lookAt('2026-10-15', time);
    expect(await made()).toHaveLength(1);
    for (const time of ['02:10', '02:20', '12:00']) await lookAt('2026-10-15', time);
    expect(await made()).toEqual(['nacht-2026-10-14T19-01-00Z.backup', 'nacht-2026-10-15T00-10-00Z.backup']);
    const file = join(folder, 'nacht-2026-10-15T00-10-00Z.backup');
    expect((await verifyBackup(file)).rows).toBeGreaterThan(0);
    const { size } = await stat(file);
    expect(await state()).toEqual({ made: { at: '2026-10-15T00:10:00Z', bytes: size }, failed: null });
  });

  test('is caught up by a machine that was off at night', async () => {
    const { lookAt, made } = await openedAt('sqlite');
    await lookAt('2026-10-15', '02:10');
    await lookAt('2026-10-19', '08:30');
    await lookAt('2026-10-19', '08:40');
    expect(await made()).toEqual(['nacht-2026-10-15T00-10-00Z.backup', 'nacht-2026-10-19T06-30-00Z.backup']);
  });

  test('is kept for seven nights; what somebody made by hand, and half a file of a power cut, are told apart', async () => {
    const { lookAt, made, folder } = await openedAt('sqlite');
    await mkdir(folder);
    await writeFile(join(folder, 'huiskamer-2020-01-01T00-00-00Z.backup'), 'by hand');
    await writeFile(join(folder, 'nacht-2020-01-01T00-00-00Z.backup.part'), 'half');
    for (let day = 10; day < 20; day += 1) await lookAt(`2026-11-${day}`, '02:05');
    expect(await made()).toEqual([13, 14, 15, 16, 17, 18, 19].map((day) => `nacht-2026-11-${day}T01-05-00Z.backup`));
    expect(await readFile(join(folder, 'huiskamer-2020-01-01T00-00-00Z.backup'), 'utf8')).toBe('by hand');
  });

  test('that fails takes no old one away, and what it says is gone with the next that is made', async () => {
    let fails = false;
    const { lookAt, made, state } = await openedAt('sqlite', { make: (wish) => (fails ? full() : makeBackup(wish)) });
    for (let day = 10; day < 17; day += 1) await lookAt(`2026-11-${day}`, '02:05');
    fails = true;
    await lookAt('2026-11-17', '02:05');
    expect(await made()).toHaveLength(7);
    expect(await state()).toMatchObject({
      made: { at: '2026-11-16T01:05:00Z' },
      failed: { at: '2026-11-17T01:05:00Z', why: 'full' },
    });
    fails = false;
    await lookAt('2026-11-17', '03:15');
    expect(await state()).toMatchObject({ made: { at: '2026-11-17T02:15:00Z' }, failed: null });
  });

  test.each(kinds)('on a full disk leaves the house as it is, and says why: %s', async (kind) => {
    let tries = 0;
    const { lookAt, made, state, house, clock } = await openedAt(kind, {
      make: () => {
        tries += 1;
        return full();
      },
    });
    await lookAt('2026-10-15', '02:10');
    expect(await state()).toEqual({ made: null, failed: { at: '2026-10-15T00:10:00Z', why: 'full' } });
    await lookAt('2026-10-15', '02:20');
    expect(tries).toBe(1);
    await lookAt('2026-10-15', '03:15');
    expect([tries, await made()]).toEqual([2, []]);
    const answer = await submitAsOperator(house.authority, { type: 'importResidents', lines: [] }, clock.now);
    expect(answer.status).toBe('accepted');
  });

  test('in a folder that cannot be written is no defect of the house', async () => {
    const { config, lookAt, state } = await openedAt('sqlite');
    await writeFile(join(config.dataFolder, 'backups'), 'a file');
    await lookAt('2026-10-15', '02:10');
    expect(await state()).toMatchObject({ made: null, failed: { why: 'other' } });
  });

  test('is made by one of several processes', async () => {
    const one = await openedAt('postgres');
    const other = await openedAt('postgres', {}, one.config);
    await Promise.all([one.lookAt('2026-10-15', '02:10'), other.lookAt('2026-10-15', '02:11')]);
    await one.lookAt('2026-10-15', '03:30');
    await other.lookAt('2026-10-15', '03:30');
    expect(await one.made()).toHaveLength(1);
    expect((await other.state()).failed).toBeNull();
  });

  test('is not made of a demonstration', async () => {
    const { lookAt, made } = await openedAt('sqlite', { demo: true });
    await lookAt('2026-10-15', '02:10');
    expect(await made()).toEqual([]);
  });

  test.each([
    ['summer', '2026-07-01', '12:00', '2026-07-01', '02:00'],
    ['before two', '2026-07-01', '01:59', '2026-06-30', '02:00'],
    ['the night without a two o’clock', '2026-03-29', '03:30', '2026-03-29', '03:00'],
    ['the night with two of them', '2026-10-25', '04:00', '2026-10-25', '02:00'],
  ])('is due in the quiet hour of the house: %s', (_when, date, time, dueDate, dueTime) => {
    expect(lastNight(at(date, time), ZONE)).toBe(at(dueDate, dueTime));
  });

  test('is told to managers and to nobody else', async () => {
    const house = await openTestHouse();
    expect((await house.get('/api/backups')).status).toBe(401);
    const reply = await house.get('/api/backups', { cookie: await house.signIn('mila') });
    expect(reply.json()).toEqual({ made: null, failed: null, nightly: true });
  });
});

describe('the journal', () => {
  test.each(kinds)('says what changed for 14 nights, and a screen that is older begins anew: %s', async (kind) => {
    const { config, house, lookAt, clock, log, close } = await openedAt(kind);
    const { authority, store } = house;
    const line = { number: '1', floor: 0, salutation: null, firstName: 'Ans', infix: '', lastName: 'Bos' };
    await submitAsOperator(authority, { type: 'importResidents', lines: [line] }, clock.now);
    clock.now += 3 * DAY;
    await submitAsOperator(authority, { type: 'importResidents', lines: [{ ...line, number: '2' }] }, clock.now);
    const { epoch } = authority.state();
    const readsOn = async (version: number) => (await store.entriesAfter('house', version, 10)) !== null;
    await lookAt('2026-10-28', '02:10');
    expect([await readsOn(0), await readsOn(1)]).toEqual([true, true]);
    await lookAt('2026-10-29', '02:10');
    expect([await readsOn(0), await readsOn(1)]).toEqual([false, true]);
    await close();
    const next = await openedAt(kind, {}, config);
    const feed = createFeed({ authority: next.house.authority, log });
    onTestFinished(() => feed.close());
    expect((await feed.check({ epoch, version: 0 })).ok).toBe(false);
    expect((await feed.check({ epoch, version: 2 })).ok).toBe(true);
    // The same command again is still the same command.
    await next.lookAt('2028-10-13', '02:10');
    const kept = async () => (await withDump(config, rowsOfJournal)) ?? 0;
    expect(await kept()).toBe(2);
    await next.lookAt('2028-10-16', '02:10');
    expect(await kept()).toBe(1);
  });
});

test.each(kinds)(
  'what somebody began to fill in is forgotten after three nights, and with their account: %s',
  async (kind) => {
    const { house, lookAt, clock } = await openedAt(kind);
    const { authority, store } = house;
    const put = (name: string) =>
      submitAsOperator(
        authority,
        {
          ...{ type: 'putStaffMember', id: null, name, role: 'volunteer', function: '' },
          ...{ contact: false, calls: false, phone: null, presence: [] },
        },
        clock.now,
      );
    await put('Mila');
    await put('Sam');
    const idOf = (name: string) =>
      [...rows(authority.state().board.staffMember)].find((each) => each.name === name)!.id;
    const [mila, sam] = [idOf('Mila'), idOf('Sam')];
    const keep = (staffId: string, name: string) =>
      store.keepDraft({ locationId: 'house', staffId, name, value: '{}' }, { at: clock.now, most: 20 });
    const left = async (staffId: string) =>
      (await store.draftsOf({ locationId: 'house', staffId }, 0)).map(({ name }) => name);
    await keep(mila, 'early');
    clock.now += DAY;
    for (const staffId of [mila, sam]) await keep(staffId, 'late');
    await lookAt('2026-10-17', '02:10');
    expect([await left(mila), await left(sam)]).toEqual([['early', 'late'], ['late']]);
    await submitAsOperator(authority, { type: 'removeStaffMember', staffId: sam }, clock.now);
    await lookAt('2026-10-18', '02:10');
    expect([await left(mila), await left(sam)]).toEqual([['late'], []]);
    await lookAt('2026-10-19', '02:10');
    expect(await left(mila)).toEqual([]);
  },
);

async function rowsOfJournal(dump: Dump): Promise<number> {
  let found = 0;
  for (const table of dump.tables)
    if (table.name === 'journal') for await (const some of dump.rows(table)) found += some.length;
  return found;
}
