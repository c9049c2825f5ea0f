import { describe, expect, test } from 'vitest';
import type { Notice } from '../../../src/domain/notice.ts';
import { instantText } from '../../../src/domain/time.ts';
import { houseRows, MORNING } from '../../support/builders.ts';
import { openTestHouse, secrets, walkEnvelope } from './test-house.ts';

const rows = () => ({
  ...houseRows(),
  card: [
    { id: secrets.hashCard('04 A1 B2'), residentId: 'anna' },
    { id: secrets.hashCard('04 DE AD'), residentId: 'lies' },
  ],
});
const right = { card: '04a1b2', visitId: 'visit-1' };
const wrong = { card: 'nobody', visitId: 'visit-1' };
const HOUR = 3_600_000;

test('a card tells who it is, and what they do that a shared screen does not show', async () => {
  const house = await openTestHouse({ rows: rows() });
  const command = { type: 'signUp', activityId: 'memory/2026-10-14', residentIds: ['anna'], guests: 0 };
  await house.post('/api/commands', { ...walkEnvelope(1), command });
  await house.post('/api/commands', walkEnvelope(2, 'kees'));
  const reply = await house.post('/api/identify', right);
  expect(reply.status).toBe(200);
  expect(reply.json()).toMatchObject({
    residentId: 'anna',
    token: expect.stringMatching(/^\d+\.[\w-]+$/),
    signUps: [{ activityId: 'memory/2026-10-14', residentIds: ['anna'], visitId: null }],
  });
  expect(reply.headers['cache-control']).toBe('no-store');
});

test('a card tells its holder what is new for them, also where a shared screen may not', async () => {
  const notice = (id: string, residentId: string, activityId: string): Notice => ({
    id,
    residentId,
    type: 'promoted',
    activityId,
    at: instantText(MORNING),
    words: '',
  });
  const own = [notice('n1', 'anna', 'memory/2026-10-14'), notice('n2', 'anna', 'walk/2026-10-14')];
  const house = await openTestHouse({
    rows: { ...rows(), notice: [...own, notice('n3', 'kees', 'memory/2026-10-14')] },
  });
  expect((await house.post('/api/identify', right)).json()).toMatchObject({ notices: own });
});

test.each([
  ['that nobody has', 'nobody'],
  ['of somebody who left', '04DEAD'],
])('a card %s is unknown', async (_name, card) => {
  const house = await openTestHouse({ rows: rows() });
  const reply = await house.post('/api/identify', { card, visitId: 'visit-1' });
  expect(reply.status).toBe(404);
  expect(reply.json()).toMatchObject({ code: 'cardUnknown', detail: expect.stringMatching(/pas/) });
});

test('the number of a card is in no log', async () => {
  const house = await openTestHouse({ rows: rows() });
  await house.post('/api/identify', right);
  await house.post('/api/identify', { card: 'SECRET99', visitId: 'visit-1' });
  await house.post('/api/identify', { card: 'SECRET99' });
  expect(house.logged()).toContain('/api/identify');
  expect(house.logged()).not.toMatch(/04a1b2|SECRET99|anna/i);
});

test.each([
  ['no card', { visitId: 'v' }],
  ['an empty card', { card: '', visitId: 'v' }],
  ['a card without end', { card: 'x'.repeat(65), visitId: 'v' }],
  ['a card that is no text', { card: 4, visitId: 'v' }],
  ['more than was asked', { ...right, residentId: 'kees' }],
  ['a list', [right]],
])('%s is not understood', async (_name, body) => {
  const house = await openTestHouse({ rows: rows() });
  const reply = await house.post('/api/identify', body);
  expect(reply.status).toBe(400);
  expect(reply.json()).toMatchObject({ code: 'requestMalformed' });
});

describe('too many wrong cards', () => {
  test('rest wrong ones of that tablet for an hour, and never a right one', async () => {
    const house = await openTestHouse({ rows: rows() });
    for (let n = 0; n < 20; n += 1) expect((await house.post('/api/identify', wrong)).status).toBe(404);
    const reply = await house.post('/api/identify', wrong);
    expect(reply.status).toBe(429);
    expect(reply.json()).toMatchObject({ code: 'tooManyTries' });
    expect(Number(reply.headers['retry-after'])).toBe(3_600);
    expect((await house.post('/api/identify', right)).status).toBe(200);
    house.setNow(MORNING + HOUR);
    expect((await house.post('/api/identify', wrong)).status).toBe(404);
  });

  test('of other tablets rest those of this one only when they are fifty together', async () => {
    const house = await openTestHouse({ rows: rows() });
    const cookies = [];
    for (let n = 0; n < 3; n += 1) cookies.push((await house.operate('/api/devices', { name: `t${n}` })).json().cookie);
    for (let n = 0; n < 50; n += 1) {
      const cookie = cookies[Math.floor(n / 20)];
      expect((await house.post('/api/identify', wrong, { cookie })).status).toBe(404);
    }
    expect((await house.post('/api/identify', wrong)).status).toBe(429);
    expect((await house.post('/api/identify', right)).status).toBe(200);
  });

  test('right ones are not counted', async () => {
    const house = await openTestHouse({ rows: rows() });
    for (let n = 0; n < 25; n += 1) expect((await house.post('/api/identify', right)).status).toBe(200);
    expect((await house.post('/api/identify', wrong)).status).toBe(404);
  });
});
