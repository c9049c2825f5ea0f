// What somebody of the team began to fill in: kept for themselves alone, not too much of it, and for three days.
import { describe, expect, test } from 'vitest';
import { DAY } from '../../../src/domain/time.ts';
import { LARGEST_DRAFT, MOST_DRAFTS } from '../../../src/server/http/drafts.ts';
import { houseRows, MORNING } from '../../support/builders.ts';
import { helper } from '../../support/one-of-each-command.ts';
import { openTestHouse, type TestHouse } from './test-house.ts';

const team = (['volunteer', 'manager', 'admin'] as const).map((role) => ({ ...helper, id: role, name: role, role }));
const opened = () => openTestHouse({ rows: { ...houseRows(), staffMember: team } });

async function at(house: TestHouse, staffId: string) {
  const cookie = await house.signIn(staffId);
  return {
    keep: (name: string, value: object | null, of = staffId) =>
      house.post('/api/drafts', { staffId: of, name, value }, { cookie }),
    all: async () => (await house.get('/api/drafts', { cookie })).json(),
  };
}

test.each(['volunteer', 'manager', 'admin'])('%s finds their own again, and sees nobody else’s', async (role) => {
  const house = await opened();
  for (const { id } of team) {
    const { keep } = await at(house, id);
    expect((await keep('resident', { firstName: `of ${id}` })).status).toBe(204);
  }
  const { all, keep } = await at(house, role);
  expect(await all()).toEqual({ staffId: role, drafts: [{ name: 'resident', value: { firstName: `of ${role}` } }] });
  await keep('resident', { firstName: 'later' });
  expect((await all()).drafts).toEqual([{ name: 'resident', value: { firstName: 'later' } }]);
  await keep('resident', null);
  expect((await all()).drafts).toEqual([]);
  const others = team.filter(({ id }) => id !== role);
  for (const { id } of others) expect((await (await at(house, id)).all()).drafts).toHaveLength(1);
});

test('what was begun before another signed in at this browser is not kept as theirs', async () => {
  const house = await opened();
  const other = await at(house, 'volunteer');
  const reply = await other.keep('resident', { firstName: 'Ineke' }, 'manager');
  expect([reply.status, reply.json().code]).toEqual([403, 'notAllowed']);
  expect((await other.all()).drafts).toEqual([]);
  expect((await (await at(house, 'manager')).all()).drafts).toEqual([]);
});

test('nobody without an account has any: not a screen, not a stranger, not the operator', async () => {
  const house = await opened();
  const draft = { staffId: 'manager', name: 'resident', value: {} };
  expect((await house.get('/api/drafts')).json().code).toBe('sessionUnknown');
  expect((await house.post('/api/drafts', draft)).json().code).toBe('sessionUnknown');
  expect((await house.raw('/api/drafts')).json().code).toBe('sessionUnknown');
  const operator = { authorization: `Bearer ${house.operatorToken}`, cookie: '' };
  expect((await house.get('/api/drafts', operator)).json().code).toBe('notAllowed');
  expect((await house.operate('/api/drafts', draft)).json().code).toBe('notAllowed');
});

test('neither the log nor any feed says anything of it', async () => {
  const house = await opened();
  const { keep } = await at(house, 'manager');
  const version = house.authority.state().version;
  await keep('resident of-anna', { firstName: 'Ineke' });
  expect(house.logged()).toContain('/api/drafts');
  expect(house.logged()).not.toMatch(/Ineke|of-anna/);
  expect(house.authority.state().version).toBe(version);
  const board = await house.get('/api/board?as=staff', { cookie: await house.signIn('admin') });
  expect(board.text).not.toContain('Ineke');
});

describe('is refused in words', () => {
  test('what is too long, and what was kept before stays', async () => {
    const house = await opened();
    const { all, keep } = await at(house, 'manager');
    const most = LARGEST_DRAFT - JSON.stringify({ staffId: 'manager', name: 'a', value: { text: '' } }).length;
    expect((await keep('a', { text: 'x'.repeat(most) })).status).toBe(204);
    const reply = await keep('a', { text: 'x'.repeat(most + 1) });
    expect([reply.status, reply.json().detail]).toEqual([
      413,
      'Dit formulier is te lang om te bewaren voor straks. Zet het erin, of maak het korter.',
    ]);
    expect((await all()).drafts[0].value.text).toHaveLength(most);
  });

  test('one too many, and not one that is there', async () => {
    const house = await opened();
    const { all, keep } = await at(house, 'manager');
    for (let number = 0; number < MOST_DRAFTS; number += 1) await keep(`form ${number}`, { number });
    const reply = await keep('form more', {});
    expect([reply.status, reply.json().detail]).toEqual([
      422,
      'U bent al met 20 formulieren begonnen. Maak er eerst een af, of stop er een.',
    ]);
    expect((await keep('form 3', { number: 33 })).status).toBe(204);
    expect((await all()).drafts).toHaveLength(MOST_DRAFTS);
    await keep('form 3', null);
    expect((await keep('form more', {})).status).toBe(204);
    // Another has room of their own.
    expect((await (await at(house, 'admin')).keep('form more', {})).status).toBe(204);
  });

  test.each([
    { staffId: 'manager', value: {} },
    { staffId: 'manager', name: '', value: {} },
    { staffId: 'manager', name: 'a', value: 'text' },
    { staffId: 'manager', name: 'a', value: {}, more: 1 },
  ])('what is no draft: %j', async (body) => {
    const house = await opened();
    const reply = await house.post('/api/drafts', body, { cookie: await house.signIn('manager') });
    expect(reply.json().code).toBe('requestMalformed');
  });
});

test('is there for more than a day, and after three not any more', async () => {
  const house = await opened();
  await (await at(house, 'manager')).keep('resident', { firstName: 'Ineke' });
  const foundAt = async (now: number) => {
    house.setNow(now);
    return (await (await at(house, 'manager')).all()).drafts.length;
  };
  expect(await foundAt(MORNING + DAY)).toBe(1);
  expect(await foundAt(MORNING + 3 * DAY)).toBe(1);
  expect(await foundAt(MORNING + 3 * DAY + 1_000)).toBe(0);
});
