// Several flats on one server: whoever has an account at both goes there in one tap, and nobody else does.
import { describe, expect, onTestFinished, test } from 'vitest';
import { usualSettings } from '../../../src/domain/location.ts';
import { rows as rowsOf } from '../../../src/domain/table.ts';
import { MINUTE } from '../../../src/domain/time.ts';
import { chosenFlat } from '../../../src/server/chosen-flat.ts';
import { readConfig } from '../../../src/server/config.ts';
import { importInto } from '../../../src/server/import/import-into.ts';
import { createLog } from '../../../src/server/log.ts';
import type { Sister } from '../../../src/server/sisters.ts';
import { startServer } from '../../../src/server/start.ts';
import { aSeries, houseRows, MORNING } from '../../support/builders.ts';
import { seed, sqlite, temporaryFolder } from '../../support/engines.ts';
import { jpegBytes } from '../../support/picture-bytes.ts';
import { openHouseOn, request, type TestHouse, walkEnvelope } from './test-house.ts';

const PASSWORD = 'Vijf fietsen bij het hek';
type Flat = Omit<TestHouse, 'store'>;

const setPassword = async (flat: Flat, staffId: string, userName: string, password: string) =>
  flat.post(
    '/api/staff-secrets',
    { staffId, way: 'password', userName, password },
    { cookie: await flat.signIn(staffId, null, 'link') },
  );

/** Two flats, each with a manager called Mila; in both with this name and password. */
async function openBoth(there: { readonly userName: string; readonly password: string }) {
  const store = await (await sqlite.create()).open();
  const sisters: Sister[] = [];
  for (const id of ['linden', 'meeuw'])
    await seed(
      store,
      { ...houseRows(), location: [] },
      { id, name: `De ${id}`, timeZone: 'Europe/Amsterdam', ...usualSettings },
    );
  const linden = await openHouseOn(store, 'linden', { hostName: 'linden.example', sisters });
  const meeuw = await openHouseOn(store, 'meeuw', { hostName: 'meeuw.example', sisters });
  await setPassword(linden, 'mila', 'mila', PASSWORD);
  await setPassword(meeuw, 'mila', there.userName, there.password);
  return { linden, meeuw };
}

async function signIn(flat: Flat, body: unknown) {
  const reply = await flat.post('/api/sessions', body, { cookie: '' });
  const cookie = reply.headers['set-cookie']?.find((each) => each.startsWith('session='))?.split(';')[0] ?? '';
  return { ...reply, cookie };
}

const account = { userName: 'mila', password: PASSWORD };
const flatsOf = async (flat: Flat, cookie: string) => (await flat.get('/api/flats', { cookie })).json();
const goTo = (flat: Flat, id: string, cookie: string) => flat.post(`/api/flats/${id}/link`, {}, { cookie });
const codeOf = (url: string) => url.split('#')[1] ?? '';

describe('who has the same name and password at both', () => {
  test('goes there with one code, once, and can go back from there', async () => {
    const { linden, meeuw } = await openBoth(account);
    const { cookie } = await signIn(linden, account);
    expect(await flatsOf(linden, cookie)).toEqual([{ id: 'meeuw', name: 'De meeuw' }]);
    const { url } = (await goTo(linden, 'meeuw', cookie)).json();
    expect(url).toMatch(new RegExp(`^http://meeuw\\.example:${linden.port}/beheer#[\\w-]{20,}$`));
    const arrived = await signIn(meeuw, { code: codeOf(url) });
    expect([arrived.status, arrived.json()]).toMatchObject([200, { staffId: 'mila', hasPassword: true }]);
    expect(await flatsOf(meeuw, arrived.cookie)).toEqual([{ id: 'linden', name: 'De linden' }]);
    expect((await signIn(meeuw, { code: codeOf(url) })).status).toBe(404);
  });

  test('is let in by the code within a minute, at that flat, and not as a session', async () => {
    const { linden, meeuw } = await openBoth(account);
    const { cookie } = await signIn(linden, account);
    const code = async () => codeOf((await goTo(linden, 'meeuw', cookie)).json().url);
    const first = await code();
    expect((await signIn(linden, { code: first })).status).toBe(404);
    expect((await meeuw.raw('/api/sessions', { headers: { cookie: `session=${first}` } })).status).toBe(401);
    meeuw.setNow(MORNING + MINUTE + 1_000);
    expect((await signIn(meeuw, { code: first })).status).toBe(404);
  });

  test('stays out once the password there has changed', async () => {
    const { linden, meeuw } = await openBoth(account);
    const { cookie } = await signIn(linden, account);
    await setPassword(meeuw, 'mila', 'mila', 'Zes stoelen in de gang');
    expect(await flatsOf(linden, cookie)).toEqual([]);
    expect((await goTo(linden, 'meeuw', cookie)).json().code).toBe('flatUnknown');
  });
});

test.each([
  ['another password', { userName: 'mila', password: 'Zes stoelen in de gang' }],
  ['another name', { userName: 'samira', password: PASSWORD }],
])('who has %s there is nobody there', async (_what, there) => {
  const { linden } = await openBoth(there);
  const { cookie } = await signIn(linden, account);
  expect(await flatsOf(linden, cookie)).toEqual([]);
  expect((await goTo(linden, 'meeuw', cookie)).status).toBe(404);
});

test('who came in at the tablet goes nowhere else, nor does anybody who is not signed in', async () => {
  const { linden } = await openBoth(account);
  const cookie = `${linden.cookie}; ${await linden.signIn('mila', 'tablet')}`;
  expect(await flatsOf(linden, cookie)).toEqual([]);
  expect((await goTo(linden, 'meeuw', cookie)).json().code).toBe('passwordNeeded');
  for (const path of ['/api/flats', '/api/flats/meeuw/link']) {
    const method = path === '/api/flats' ? 'GET' : 'POST';
    const headers = { origin: linden.origin, 'content-type': 'application/json' };
    expect((await linden.raw(path, { method, headers, ...(method === 'POST' ? { body: '{}' } : {}) })).status).toBe(
      401,
    );
  }
});

test('nothing but a copy goes to another flat', async () => {
  const { linden, meeuw } = await openBoth(account);
  const { cookie } = await signIn(linden, account);
  const envelope = { ...walkEnvelope(1), actor: { staffId: 'mila', proof: 'session', visitId: 'v' } };
  const reply = await linden.post('/api/flats/meeuw/commands', envelope, { cookie });
  expect([reply.status, reply.json().code]).toEqual([403, 'notAllowed']);
  expect([...rowsOf(meeuw.authority.state().board.signUp)]).toEqual([]);
});

test('a series and an announcement with its photo are new there, by the account there', async () => {
  const { linden, meeuw } = await openBoth(account);
  const { cookie } = await signIn(linden, account);
  const photo = { base64: Buffer.from(jpegBytes(40, 30)).toString('base64') };
  const { id } = (await linden.post('/api/photos', photo, { cookie })).json();
  const copy = (n: number, command: unknown) =>
    linden.post(
      '/api/flats/meeuw/commands',
      { ...walkEnvelope(n), command, actor: { staffId: 'mila', proof: 'session', visitId: 'v' } },
      { cookie },
    );
  const { id: _id, phases: _phases, revision: _revision, ...made } = aSeries({ id: 'x', title: 'Zingen' });
  const series = { ...made, rule: { type: 'dates', dates: ['2026-10-20'] } };
  expect((await copy(2, { type: 'putSeries', series })).json()).toMatchObject({ status: 'accepted' });
  const hung = { title: 'Lift', text: '', level: 'important', picture: { photo: id }, acts: [], translations: [] };
  const until = { from: '2026-10-14T06:00:00Z', until: '2026-10-15T06:00:00Z', deviceIds: [] };
  expect((await copy(3, { type: 'postAnnouncement', ...hung, ...until })).json()).toMatchObject({ status: 'accepted' });
  const { board } = meeuw.authority.state();
  expect([...rowsOf(board.series)].map(({ title }) => title)).toContain('Zingen');
  expect([...rowsOf(board.announcement)]).toMatchObject([{ title: 'Lift', by: 'mila' }]);
  expect((await meeuw.get(`/api/photos/${id}`)).status).toBe(200);
  expect([...rowsOf(linden.authority.state().board.announcement)]).toEqual([]);
});

describe('one server with two flats', () => {
  async function start() {
    const config = {
      port: 0,
      host: '127.0.0.1',
      dataFolder: await temporaryFolder(),
      databaseUrl: null,
      demonstrate: false,
      version: '1',
      flats: [
        { id: 'linden', hostName: 'linden.example' },
        { id: 'meeuw', hostName: 'meeuw.example' },
      ],
    };
    const log = createLog(() => undefined);
    const server = await startServer(config, { log, now: Date.now, clientFolder: '/nowhere', importInto });
    onTestFinished(() => server.stop());
    const port = Number(new URL(server.url).port);
    const ask = (host: string, path: string, headers = {}) => request(port, path, { headers: { host, ...headers } });
    return { server, ask };
  }

  test('answers each under its own name, and nobody under another', async () => {
    const { server, ask } = await start();
    for (const host of ['linden.example', 'MEEUW.example:8080'])
      expect((await ask(host, '/api/sessions')).json().code).toBe('sessionUnknown');
    expect((await ask('elsewhere.example', '/api/sessions')).json().code).toBe('hostUnknown');
    expect((await ask('10.0.0.7', '/api/health')).status).toBe(200);
    expect(server.firstAdminFiles.map((file) => file.split('/').at(-1))).toEqual([
      'first-admin-linden',
      'first-admin-meeuw',
    ]);
  });

  test('hears from its own tools which flat they mean', async () => {
    const { server, ask } = await start();
    const authorization = `Bearer ${server.operatorToken}`;
    const asOf = (flat: string) => ask('127.0.0.1', '/api/devices', { authorization, 'huiskamer-flat': flat });
    expect((await asOf('meeuw')).json()).toEqual([]);
    expect((await asOf('nowhere')).json().code).toBe('hostUnknown');
  });
});

describe('what is set', () => {
  const flatsIn = (text: string) => readConfig({ HUISKAMER_FLATS: text });

  test('names each flat and its address', () => {
    const read = flatsIn('linden=linden.example, meeuw=meeuw.example');
    expect(read).toMatchObject({
      ok: true,
      value: {
        flats: [
          { id: 'linden', hostName: 'linden.example' },
          { id: 'meeuw', hostName: 'meeuw.example' },
        ],
      },
    });
  });

  test.each([
    'linden',
    'linden=',
    'Linden=linden.example',
    'a=x.example,a=y.example',
    'a=x.example,b=x.example',
    'a=b/c',
  ])('%s is refused with an example', (text) => {
    expect(flatsIn(text)).toMatchObject({ ok: false, error: expect.stringContaining('linden=linden.voorbeeld.nl') });
  });

  test('a tool says which flat, where there are more', () => {
    const flats = [
      { id: 'linden', hostName: 'linden.example' },
      { id: 'meeuw', hostName: 'meeuw.example' },
    ];
    expect(chosenFlat({ flats }, 'meeuw')).toEqual({ ok: true, value: flats[1] });
    expect(chosenFlat({ flats }, null)).toMatchObject({ ok: false, error: expect.stringContaining('--flat linden') });
    expect(chosenFlat({ flats }, 'elzen')).toMatchObject({
      ok: false,
      error: expect.stringContaining('geen flat elzen'),
    });
    expect(chosenFlat({}, null)).toMatchObject({ ok: true, value: { id: 'house' } });
  });
});
