// Tablets tell how they are: the last word is kept, for managers, and nothing else gets in.
import { describe, expect, test } from 'vitest';
import { readClientFiles, servedBuild } from '../../../src/server/http/client-files.ts';
import { MORNING } from '../../support/builders.ts';
import { heartbeat } from '../../support/heartbeat.ts';
import { openTestHouse, type TestHouse } from './test-house.ts';

const MINUTE = 60_000;
const clientFiles = (html: string) =>
  new Map([
    ['/index.html', { type: 'text/html', etag: '"1"', hashed: false, bodies: new Map([['plain', Buffer.from(html)]]) }],
  ]) as never;

const tell = (house: TestHouse, body: unknown, headers = {}) => house.post('/api/heartbeats', body, headers);
const told = async (house: TestHouse) =>
  (await house.get('/api/devices', { cookie: await house.signIn('mila') })).json()[0].told;

describe('what a tablet tells of itself', () => {
  test('is there for managers, with whether a newer build is served', async () => {
    const house = await openTestHouse({ clientFiles: clientFiles('<html data-build="k4Jd-_9aQ2xY" lang="nl">') });
    expect((await tell(house, heartbeat)).status).toBe(204);
    expect(await told(house)).toEqual({ ...heartbeat, at: '2026-10-14T06:00:00Z', older: false });
    house.setNow(MORNING + MINUTE);
    await tell(house, { ...heartbeat, build: 'older', waiting: 4, battery: null, clockOffset: -3600 });
    expect(await told(house)).toMatchObject({ at: '2026-10-14T06:01:00Z', older: true, waiting: 4, battery: null });
  });

  test('is older than nothing where no screens were built', async () => {
    const house = await openTestHouse();
    await tell(house, heartbeat);
    expect(await told(house)).toMatchObject({ older: false });
    expect(servedBuild(await readClientFiles('/nowhere'))).toBeNull();
  });

  test('is written three times a minute at most', async () => {
    const house = await openTestHouse();
    for (let n = 0; n < 100; n += 1) expect((await tell(house, { ...heartbeat, waiting: n })).status).toBe(204);
    expect(await told(house)).toMatchObject({ waiting: 0 });
    house.setNow(MORNING + 20_000);
    await tell(house, { ...heartbeat, waiting: 7 });
    expect(await told(house)).toMatchObject({ waiting: 7 });
  });

  test('by a newer build may be more than is understood: the rest is left out', async () => {
    const house = await openTestHouse();
    await tell(house, { ...heartbeat, temperature: 41, resident: 'anna' });
    expect(await told(house)).toEqual({ ...heartbeat, at: '2026-10-14T06:00:00Z', older: false });
  });

  test.each([
    ['nothing', {}],
    ['a list', [heartbeat]],
    ['a script for a build', { ...heartbeat, build: '<script>alert(1)</script>' }],
    ['a build without end', { ...heartbeat, build: 'x'.repeat(41) }],
    ['a storage of its own', { ...heartbeat, storage: 'cloud' }],
    ['a battery of more than full', { ...heartbeat, battery: { percent: 101, charging: true } }],
    ['a battery that is a word', { ...heartbeat, battery: 'full' }],
    ['half a command', { ...heartbeat, waiting: 0.5 }],
    ['fewer than none', { ...heartbeat, parked: -1 }],
    ['more than there can be', { ...heartbeat, waiting: 1e9 }],
    ['a clock of another age', { ...heartbeat, clockOffset: 1e12 }],
    ['no number', { ...heartbeat, clockOffset: null }],
    ['a screen of nothing', { ...heartbeat, screen: { width: 0, height: 800 } }],
    ['a wall for a screen', { ...heartbeat, screen: { width: 1280, height: 20_001 } }],
  ])('is not %s', async (_what, body) => {
    const house = await openTestHouse();
    const reply = await tell(house, body);
    expect([reply.status, reply.json().code]).toEqual([400, 'requestMalformed']);
    expect(await told(house)).toBeNull();
  });

  test('is small', async () => {
    const house = await openTestHouse();
    expect((await tell(house, { ...heartbeat, more: 'x'.repeat(5_000) })).status).toBe(413);
  });

  test('comes from a tablet of the house alone', async () => {
    const house = await openTestHouse();
    expect((await tell(house, heartbeat, { cookie: '' })).status).toBe(401);
    expect((await tell(house, heartbeat, { cookie: await house.signIn('mila') })).status).toBe(401);
    expect((await tell(house, heartbeat, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await house.operate('/api/heartbeats', heartbeat)).status).toBe(401);
    expect(await told(house)).toBeNull();
  });

  test('reaches no board and no journal', async () => {
    const house = await openTestHouse();
    await tell(house, heartbeat);
    expect((await house.get('/api/board')).text).not.toContain(heartbeat.build);
    expect(house.store.journal).toEqual([]);
  });
});
