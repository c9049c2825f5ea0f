// What staff did at a tablet while the network was away, delivered later.
import { describe, expect, test } from 'vitest';
import type { StaffRole } from '../../../src/domain/staff-member.ts';
import { type Instant, instantText } from '../../../src/domain/time.ts';
import { commandId, houseRows, MORNING } from '../../support/builders.ts';
import { openTestHouse, type TestHouse } from './test-house.ts';

const MINUTE = 60_000;
const member = (id: string, role: StaffRole) => ({
  id,
  name: id,
  role,
  function: '',
  contact: false,
  calls: false,
  phone: null,
  presence: [],
});
const team = [
  member('ada', 'admin'),
  member('mila', 'manager'),
  member('joke', 'volunteer'),
  member('ben', 'volunteer'),
];
const open = () => openTestHouse({ rows: { ...houseRows(), staffMember: team } });

const plateFor = (residentId: string) => ({
  type: 'addPlate',
  activityId: 'lunch/2026-10-14',
  residentId,
  hostId: null,
  guestName: '',
  dish: null,
  takeAway: false,
  despite: ['closed', 'full'],
  mayWait: false,
});

const cancelWalk = { type: 'cancelActivity', activityId: 'walk/2026-10-14', reason: '' };

/** A tap of this member, at this moment by the tablet's word. */
const tap = (n: number, staffId: string, tappedAt: Instant, command: unknown = plateFor('anna')) => ({
  id: commandId(n),
  command,
  tappedAt: instantText(tappedAt),
  actor: { staffId, proof: 'session', visitId: 'v' },
});

async function deliver(house: TestHouse, body: unknown, session = ''): Promise<unknown> {
  const answer = (await house.post('/api/commands', body, { cookie: `${house.cookie}; ${session}` })).json();
  const said = (one: ReturnType<typeof JSON.parse>) =>
    one.status === 'accepted' ? 'accepted' : (one.refusal?.type ?? one.problem?.code ?? one.code);
  return Array.isArray(answer) ? answer.map(said) : said(answer);
}

const signOut = (house: TestHouse, session: string) =>
  house.raw('/api/sessions', {
    method: 'DELETE',
    headers: { cookie: `${house.cookie}; ${session}`, origin: house.origin, 'content-type': 'application/json' },
  });

describe('a tap made while the session was open at that tablet', () => {
  test('counts when it is over, and one made after it waits until somebody signs in', async () => {
    const house = await open();
    const session = await house.signIn('joke', 'tablet');
    house.setNow(MORNING + 30 * MINUTE);
    expect(await deliver(house, tap(1, 'joke', MORNING + 9 * MINUTE), session)).toBe('accepted');
    expect(await deliver(house, tap(2, 'joke', MORNING + 29 * MINUTE), session)).toBe('sessionUnknown');
    expect(house.store.journal).toHaveLength(1);
    const again = await house.signIn('joke', 'tablet');
    expect(await deliver(house, tap(2, 'joke', MORNING + 29 * MINUTE), again)).not.toBe('sessionUnknown');
  });

  test('counts after its owner signed out, up to that moment', async () => {
    const house = await open();
    const session = await house.signIn('joke', 'tablet');
    house.setNow(MORNING + 5 * MINUTE);
    await signOut(house, session);
    house.setNow(MORNING + 6.5 * MINUTE);
    const taps = [tap(1, 'joke', MORNING + 4 * MINUTE), tap(2, 'joke', MORNING + 6 * MINUTE)];
    expect(await deliver(house, taps)).toEqual(['accepted', 'sessionUnknown']);
  });

  test('counts without any cookie of the session, in the first delivery after it', async () => {
    const house = await open();
    await house.signIn('joke', 'tablet');
    house.setNow(MORNING + 60 * MINUTE);
    expect(await deliver(house, tap(1, 'joke', MORNING + 4 * MINUTE))).toBe('accepted');
  });

  test('says that they were at work, so that a long turn without network counts to its end', async () => {
    const house = await open();
    await house.signIn('joke', 'tablet');
    house.setNow(MORNING + 60 * MINUTE);
    const turn = [9, 18, 27, 36].map((minutes, n) => tap(n + 1, 'joke', MORNING + minutes * MINUTE));
    const idle = tap(9, 'joke', MORNING + 47 * MINUTE);
    const [first, ...rest] = (await deliver(house, [...turn, idle])) as readonly string[];
    expect(first).toBe('accepted');
    // Anna is on the list by then: what counts is that they were judged.
    expect(rest).toEqual(['alreadySignedUp', 'alreadySignedUp', 'alreadySignedUp', 'sessionUnknown']);
  });

  test('does not count at another tablet, from a laptop, of who has left the team, or before the session', async () => {
    const house = await open();
    const session = await house.signIn('joke', 'tablet');
    await house.signIn('ben');
    house.setNow(MORNING + 30 * MINUTE);
    const { cookie } = (await house.operate('/api/devices', { name: 'keuken' })).json();
    const elsewhere = await house.post('/api/commands', tap(1, 'joke', MORNING + MINUTE), { cookie });
    expect(elsewhere.json()).toMatchObject({ code: 'sessionUnknown' });
    expect(await deliver(house, tap(2, 'joke', MORNING - MINUTE), session)).toBe('sessionUnknown');
    expect(await deliver(house, tap(3, 'ben', MORNING + MINUTE))).toBe('sessionUnknown');
    const remove = { ...tap(4, 'operator', MORNING), command: { type: 'removeStaffMember', staffId: 'joke' } };
    expect((await house.operate('/api/commands', remove)).json()).toMatchObject({ status: 'accepted' });
    expect(await deliver(house, tap(5, 'joke', MORNING + MINUTE), session)).toBe('notAllowed');
  });

  test('cannot be made up afterwards: no tap is older than the last answer the tablet had', async () => {
    const house = await open();
    const session = await house.signIn('joke', 'tablet');
    house.setNow(MORNING + 30 * MINUTE);
    expect(await deliver(house, tap(1, 'joke', MORNING + 29 * MINUTE), session)).toBe('sessionUnknown');
    expect(await deliver(house, tap(2, 'joke', MORNING + MINUTE), session)).toBe('sessionUnknown');
  });
});

describe('a tap that is said to be from before the session ended', () => {
  test.each([
    ['a sign-out', (house: TestHouse, session: string) => signOut(house, session)],
    ['the board', (house: TestHouse) => house.get('/api/board')],
    ['a refusal', (house: TestHouse) => house.post('/api/sessions', { staffId: 'joke', digits: '000000' })],
  ])('is not believed two minutes after the tablet was answered about %s', async (_what, ask) => {
    const house = await open();
    const session = await house.signIn('joke', 'tablet');
    house.setNow(MORNING + 11 * MINUTE);
    await ask(house, session);
    house.setNow(MORNING + 13 * MINUTE);
    expect(await deliver(house, tap(1, 'joke', MORNING + MINUTE))).toBe('sessionUnknown');
    expect(house.store.journal).toEqual([]);
  });

  test('is believed when the network comes back, whatever the residents’ side asked first', async () => {
    const house = await open();
    await house.signIn('joke', 'tablet');
    house.setNow(MORNING + 60 * MINUTE);
    await house.get('/api/board');
    house.setNow(MORNING + 61 * MINUTE);
    expect(await deliver(house, tap(1, 'joke', MORNING + MINUTE))).toBe('accepted');
  });

  test('is not believed three hours later from a screen that was there all the time', async () => {
    const house = await open();
    const session = await house.signIn('mila', 'tablet');
    house.setNow(MORNING + 5 * MINUTE);
    await signOut(house, session);
    house.setNow(MORNING + 180 * MINUTE);
    expect(await deliver(house, tap(1, 'mila', MORNING + 4 * MINUTE))).toBe('sessionUnknown');
  });

  test('counts for work at a meal alone: the rest waits until they are signed in', async () => {
    const house = await open();
    await house.signIn('mila', 'tablet');
    house.setNow(MORNING + 30 * MINUTE);
    const { id: _id, ...newcomer } = member('zoe', 'volunteer');
    const put = tap(1, 'mila', MORNING + MINUTE, { type: 'putStaffMember', id: null, ...newcomer });
    const cancel = tap(2, 'mila', MORNING + MINUTE, cancelWalk);
    expect(await deliver(house, [put, cancel])).toEqual(['sessionUnknown', 'sessionUnknown']);
    const again = await house.signIn('mila', 'tablet');
    expect(await deliver(house, cancel, again)).toBe('accepted');
  });
});

describe('a tap of one member delivered while another is signed in', () => {
  test('counts as the one’s where their session was open, with their power and not the other’s', async () => {
    const house = await open();
    await house.signIn('joke', 'tablet');
    house.setNow(MORNING + 30 * MINUTE);
    const mila = await house.signIn('mila', 'tablet');
    expect(await deliver(house, tap(1, 'joke', MORNING + MINUTE), mila)).toBe('accepted');
    expect(house.store.journal[0]).toMatchObject({ actor: { staffId: 'joke' }, deviceId: 'tablet' });
  });

  test('is refused to a volunteer where no session was open; who leads decides, with the lesser power of the two', async () => {
    const house = await open();
    house.setNow(MORNING + 30 * MINUTE);
    const ben = await house.signIn('ben', 'tablet');
    expect(await deliver(house, tap(1, 'joke', MORNING + MINUTE), ben)).toBe('notAllowed');
    const mila = await house.signIn('mila', 'tablet', 'password');
    expect(await deliver(house, tap(2, 'joke', MORNING + MINUTE, cancelWalk), mila)).toBe('notAllowed');
    expect(await deliver(house, tap(3, 'joke', MORNING + MINUTE), mila)).toBe('accepted');
    const promote = { type: 'putStaffMember', ...member('mila', 'admin') };
    const asAda = { ...tap(4, 'ada', MORNING + MINUTE), command: promote };
    expect(await deliver(house, asAda, mila)).toBe('notAllowed');
    expect(await deliver(house, tap(5, 'nobody', MORNING + MINUTE), mila)).toBe('notAllowed');
  });
});
