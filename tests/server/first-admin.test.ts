// The first way into a real house: a link in a file, once.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rows as rowsOf } from '../../src/domain/table.ts';
import { createFirstAdmin } from '../../src/server/first-admin.ts';
import { houseRows, MORNING } from '../support/builders.ts';
import { temporaryFolder } from '../support/engines.ts';
import { openTestHouse, secrets, type TestHouse } from './http/test-house.ts';

async function openEmpty(staffMember = houseRows().staffMember?.slice(0, 0) ?? []) {
  const dataFolder = await temporaryFolder();
  const house = await openTestHouse({ rows: { ...houseRows(), staffMember }, dataFolder });
  const { authority, store } = house;
  const flat = { id: 'flat', hostName: null };
  const opened = { flat, authority, store, secrets, empty: false, demo: false };
  const firstAdmin = createFirstAdmin({ house: opened, dataFolder, now: () => MORNING });
  return { house, firstAdmin, file: join(dataFolder, 'first-admin') };
}
const codeIn = (file: string) => readFileSync(file, 'utf8').trim().split('#')[1] ?? '';
const signIn = (house: TestHouse, code: string) => house.post('/api/sessions', { code }, { cookie: '' });

test('a house without anybody who leads gets a link that only its own account can read', async () => {
  const { firstAdmin, file } = await openEmpty();
  expect(await firstAdmin.prepare('https://huis.example')).toBe(file);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(file, 'utf8')).toMatch(/^https:\/\/huis\.example\/beheer#[\w-]{43}\n$/);
});

test('the link makes an admin and lets them in, once, and the file is gone', async () => {
  const { house, firstAdmin, file } = await openEmpty();
  await firstAdmin.prepare(house.origin);
  const code = codeIn(file);
  const reply = await signIn(house, code);
  expect(reply.json()).toMatchObject({ name: 'Beheerder', role: 'admin', hasPassword: false });
  expect(existsSync(file)).toBe(false);
  expect((await signIn(house, code)).json()).toMatchObject({ code: 'linkUnknown' });
  expect([...rowsOf(house.authority.state().board.staffMember)]).toHaveLength(1);
  expect(house.logged()).not.toContain(code);
});

test('a new start makes a new link, and none once somebody leads', async () => {
  const { house, firstAdmin, file } = await openEmpty();
  await firstAdmin.prepare(house.origin);
  const first = codeIn(file);
  await firstAdmin.prepare(house.origin);
  expect(codeIn(file)).not.toBe(first);
  const unused = codeIn(file);
  await house.operate('/api/sessions/links', { name: 'Samira', role: 'admin' });
  expect((await signIn(house, unused)).status).toBe(404);
  expect(await firstAdmin.prepare(house.origin)).toBeNull();
  expect(existsSync(file)).toBe(false);
});

test('volunteers do not lead, managers do', async () => {
  const [member] = houseRows().staffMember ?? [];
  if (member === undefined) throw new Error('a house without a team');
  const led = await openEmpty([member]);
  expect(await led.firstAdmin.prepare(led.house.origin)).toBeNull();
  const helped = await openEmpty([{ ...member, role: 'volunteer' }]);
  expect(await helped.firstAdmin.prepare(helped.house.origin)).toBe(helped.file);
});
