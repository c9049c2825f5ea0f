// What a demonstration offers who has a look: a team that can sign in, and tables that are laid.
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Snapshot } from '../../src/domain/protocol.ts';
import { temporaryFolder } from '../support/engines.ts';
import { type RunningServer, startServer } from '../support/running-server.ts';

async function start(dataFolder: string, sampleMeals = false): Promise<RunningServer> {
  const server = await startServer({ dataFolder, sampleMeals });
  onTestFinished(async () => void (await server.stop()));
  // It answers before the last line has come through the pipe.
  await vi.waitFor(() => expect(printedPassword(server)).toHaveLength(2));
  return server;
}

const json = (url: string) => ({ 'content-type': 'application/json', origin: url });
const printedCode = (server: RunningServer, name: string) =>
  new RegExp(`${name}, op het scherm: code (\\d{6})`).exec(server.printed())?.[1];
const printedPassword = (server: RunningServer) =>
  /Samira Haddou, op \/beheer: naam (\S+), wachtwoord (\S+)/.exec(server.printed())?.slice(1) ?? [];

async function ask(server: RunningServer, path: string, body: object, cookie = '') {
  return fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: { ...json(server.url), cookie },
    body: JSON.stringify(body),
  });
}
const cookieOf = (reply: Response) => reply.headers.getSetCookie().at(-1)?.split(';')[0] ?? '';

async function staffBoard(server: RunningServer): Promise<Snapshot['rows']> {
  const headers = { authorization: `Bearer ${server.operatorToken}` };
  const reply = await fetch(`${server.url}/api/board?as=staff`, { headers });
  return ((await reply.json()) as Snapshot).rows;
}

test('the team of the sample building gets in with what is printed, and others only where it is printed', async () => {
  const server = await start(await temporaryFolder());
  const tablet = cookieOf(await ask(server, '/api/devices/demonstration', {}));
  const { staffMember = [] } = await staffBoard(server);
  for (const name of ['Joke Pronk', 'Ben Tuinstra']) {
    const staffId = staffMember.find((member) => member.name === name)?.id;
    const reply = await ask(server, '/api/sessions', { staffId, digits: printedCode(server, name) }, tablet);
    expect(await reply.json()).toMatchObject({ name, role: 'volunteer' });
  }
  const [userName, password] = printedPassword(server);
  const manager = await ask(server, '/api/sessions', { userName, password });
  expect(await manager.json()).toMatchObject({ name: 'Samira Haddou', role: 'manager', hasPassword: true });
  const another = await start(await temporaryFolder());
  expect(printedCode(another, 'Joke Pronk')).not.toBe(printedCode(server, 'Joke Pronk'));
});

test('the same is printed at the next start, but what somebody changed', async () => {
  const folder = await temporaryFolder();
  const first = await start(folder);
  const [userName, password] = printedPassword(first);
  const session = cookieOf(await ask(first, '/api/sessions', { userName, password }));
  const { staffMember = [] } = await staffBoard(first);
  const staffId = staffMember.find(({ name }) => name === 'Ben Tuinstra')?.id;
  expect((await ask(first, '/api/staff-secrets', { staffId, way: 'code' }, session)).status).toBe(200);
  const code = printedCode(first, 'Joke Pronk');
  await first.stop();
  const second = await start(folder);
  expect(printedCode(second, 'Joke Pronk')).toBe(code);
  expect(printedPassword(second)).toEqual([userName, password]);
  // It could be the same again by chance, of which nobody would have to be told either.
  expect(printedCode(second, 'Ben Tuinstra')).toBeUndefined();
});

test('the tables of the coming days are laid, and none is full', async () => {
  const server = await start(await temporaryFolder(), true);
  const { signUp = [], diet = [], standing = [], series = [] } = await staffBoard(server);
  expect(diet.length).toBeGreaterThanOrEqual(10);
  expect(new Set(diet.flatMap((each) => [...each.kinds, ...each.allergens])).size).toBeGreaterThanOrEqual(8);
  expect(standing.length).toBeGreaterThanOrEqual(2);
  const people = new Map<string, number>();
  for (const { activityId, residentIds, guests, status } of signUp)
    if (status === 'going') people.set(activityId, (people.get(activityId) ?? 0) + residentIds.length + guests);
  expect(people.size).toBeGreaterThan(0);
  for (const [activityId, count] of people) {
    const meal = series.find(({ id }) => activityId.startsWith(`${id}/`));
    expect(meal?.meal).not.toBeNull();
    expect(count).toBeLessThan(meal?.capacity ?? 0);
  }
  // Within a week there is one warm meal that has not been eaten.
  const warm = [...people].filter(([id]) => id.startsWith('warm')).map(([, count]) => count);
  expect(Math.max(...warm)).toBeGreaterThanOrEqual(25);
  expect(Math.max(...warm)).toBeLessThanOrEqual(38);
});
