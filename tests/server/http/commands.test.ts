import { describe, expect, test } from 'vitest';
import { LONGEST_BATCH } from '../../../src/domain/protocol.ts';
import { instantText } from '../../../src/domain/time.ts';
import { at, commandId, houseRows, MORNING, resident, staff } from '../../support/builders.ts';
import { openTestHouse, secrets, walkEnvelope } from './test-house.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('one command', () => {
  test('is accepted with the version the feed will show', async () => {
    const house = await openTestHouse();
    const reply = await house.post('/api/commands', walkEnvelope(1));
    expect(reply.status).toBe(200);
    expect(reply.json()).toEqual({ commandId: commandId(1), status: 'accepted', version: 1 });
    expect(house.store.journal).toMatchObject([{ deviceId: 'tablet', refusal: null }]);
  });

  test('sent again gets the first answer again and changes nothing', async () => {
    const house = await openTestHouse();
    const first = await house.post('/api/commands', walkEnvelope(1));
    const again = await house.post('/api/commands', walkEnvelope(1));
    expect(again.json()).toEqual(first.json());
    expect(house.store.journal).toHaveLength(1);
  });

  test('that a rule refuses is an answer, not a failure', async () => {
    const house = await openTestHouse();
    const envelope = { ...walkEnvelope(1), command: { ...walkEnvelope(1).command, activityId: 'nothing/2026-10-14' } };
    const reply = await house.post('/api/commands', envelope);
    expect(reply.status).toBe(200);
    expect(reply.json()).toMatchObject({ status: 'refused', refusal: { type: 'activityUnknown' } });
  });

  test('with an id that was used for something else is a problem of status 422', async () => {
    const house = await openTestHouse();
    await house.post('/api/commands', walkEnvelope(1));
    const reply = await house.post('/api/commands', walkEnvelope(1, 'kees'));
    expect(reply.status).toBe(422);
    expect(reply.headers['content-type']).toBe('application/problem+json');
    expect(reply.json()).toMatchObject({ code: 'commandIdReused', status: 422 });
    expect(house.store.journal).toHaveLength(1);
  });

  test('that a rule trips over is a defect: 500, nothing written, nothing told of the inside', async () => {
    const house = await openTestHouse({ rows: {} });
    const reply = await house.post('/api/commands', walkEnvelope(1));
    expect(reply.status).toBe(500);
    expect(reply.json()).toMatchObject({ code: 'defect' });
    expect(reply.text).not.toMatch(/location| at |\.ts/);
    expect(house.store.journal).toEqual([]);
  });
});

describe('a command of the wrong shape', () => {
  const good = walkEnvelope(1);
  test.each([
    ['an unknown command', { ...good, command: { type: 'burnDown' } }, 'command.type'],
    ['an unknown field', { ...good, extra: 1 }, 'extra'],
    [
      'a field too few',
      { ...good, command: { type: 'signUp', activityId: 'walk/2026-10-14', residentIds: ['anna'] } },
      'guests',
    ],
    ['an id that is no UUID version 7', { ...good, id: 'abc' }, 'id'],
    ['a date that does not exist', { ...good, tappedAt: '2026-02-30T10:00:00Z' }, 'tappedAt'],
    ['a negative party', { ...good, command: { ...good.command, guests: -1 } }, 'guests'],
    ['a session of a resident', { ...good, actor: { residentId: 'anna', proof: 'session', visitId: 'v' } }, 'actor'],
    ['a prototype', JSON.parse(`{"__proto__": {"id": "x"}, "id": ${JSON.stringify(good.id)}}`), ''],
    ['text', 'signUp', ''],
    ['null', null, ''],
    ['a number', 7, ''],
  ])('%s is refused with a sentence and written nowhere', async (_name, body, place) => {
    const house = await openTestHouse();
    const reply = await house.post('/api/commands', body);
    expect(reply.status).toBe(400);
    expect(reply.json()).toMatchObject({
      code: 'commandMalformed',
      detail: expect.stringMatching(/^De opdracht .*\.$/),
    });
    expect(reply.json().detail).toContain(place);
    expect(house.store.journal).toEqual([]);
  });
});

describe('a body that is no command at all', () => {
  test.each([
    ['half of a JSON', '{"id": "', 'bodyMalformed', 400],
    ['nothing', '', 'bodyMalformed', 400],
    ['a hundred thousand brackets deep', '['.repeat(100_000), 'bodyMalformed', 400],
    ['deep and whole', `${'['.repeat(50_000)}${']'.repeat(50_000)}`, '', 200],
  ])('%s', async (_name, body, code, status) => {
    const house = await openTestHouse();
    const { cookie, origin } = house;
    const headers = { cookie, origin, 'content-type': 'application/json' };
    const reply = await house.raw('/api/commands', { method: 'POST', headers, body });
    expect(reply.status).toBe(status);
    if (code !== '') expect(reply.json()).toMatchObject({ code });
    else expect(reply.json()).toMatchObject([{ commandId: null, problem: { code: 'commandMalformed' } }]);
    expect((await house.get('/api/health')).status).toBe(200);
  });

  test('over the limit is refused, whether it says its length or not', async () => {
    const house = await openTestHouse();
    const { cookie, origin } = house;
    const headers = { cookie, origin, 'content-type': 'application/json' };
    const body = JSON.stringify({ ...walkEnvelope(1), filler: 'x'.repeat(300 * 1024) });
    const told = await house.raw('/api/commands', { method: 'POST', headers, body });
    const untold = await house.raw('/api/commands', {
      method: 'POST',
      headers: { ...headers, 'transfer-encoding': 'chunked' },
      body,
    });
    for (const reply of [told, untold]) {
      expect(reply.status).toBe(413);
      expect(reply.json()).toMatchObject({ code: 'bodyTooLarge' });
    }
    expect(house.store.journal).toEqual([]);
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', ''])(
    'of type "%s" is refused',
    async (type) => {
      const house = await openTestHouse();
      const reply = await house.post('/api/commands', walkEnvelope(1), { 'content-type': type });
      expect(reply.status).toBe(415);
      expect(reply.json()).toMatchObject({ code: 'typeNotJson' });
      expect(house.store.journal).toEqual([]);
    },
  );
});

describe('a batch', () => {
  test('is answered in order, each for itself', async () => {
    const house = await openTestHouse();
    const wrong = { id: 'abc', command: { type: 'signUp' } };
    const refused = { ...walkEnvelope(3), command: { type: 'dismissNotice', noticeId: 'none' } };
    const reply = await house.post('/api/commands', [walkEnvelope(1), wrong, refused, walkEnvelope(2, 'kees')]);
    expect(reply.status).toBe(200);
    expect(reply.json()).toMatchObject([
      { commandId: commandId(1), status: 'accepted', version: 1 },
      { commandId: 'abc', status: 'problem', problem: { code: 'commandMalformed', status: 400 } },
      { commandId: commandId(3), status: 'refused', refusal: { type: 'noticeUnknown' } },
      { commandId: commandId(2), status: 'accepted', version: 3 },
    ]);
  });

  test('with the same command twice is judged once and answered twice', async () => {
    const house = await openTestHouse();
    const reply = await house.post('/api/commands', [walkEnvelope(1), walkEnvelope(1)]);
    const [first, second] = reply.json();
    expect(first).toMatchObject({ status: 'accepted' });
    expect(second).toEqual(first);
    expect(house.store.journal).toHaveLength(1);
  });

  test('without commands has no answers, and one that is too long is refused whole', async () => {
    const house = await openTestHouse();
    expect((await house.post('/api/commands', [])).json()).toEqual([]);
    const many = Array.from({ length: LONGEST_BATCH + 1 }, () => null);
    const reply = await house.post('/api/commands', many);
    expect(reply.status).toBe(400);
    expect(reply.json()).toMatchObject({ code: 'batchTooLong' });
  });

  test('while the database is away is 503 as a whole, and can be sent again', async () => {
    const house = await openTestHouse();
    await house.get('/api/board');
    await house.post('/api/commands', []);
    house.store.fail(true);
    const reply = await house.post('/api/commands', [walkEnvelope(1)]);
    expect(reply.status).toBe(503);
    expect(reply.json()).toMatchObject({ code: 'storeUnavailable' });
    expect(reply.headers['retry-after']).toBe('1');
    house.store.fail(false);
    expect((await house.post('/api/commands', [walkEnvelope(1)])).json()).toMatchObject([{ status: 'accepted' }]);
  });
});

describe('who sends', () => {
  test('without a cookie nobody is heard', async () => {
    const house = await openTestHouse();
    for (const cookie of ['', 'device=', 'device=short', `device=${'x'.repeat(43)}`, 'device=%00%00']) {
      const reply = await house.post('/api/commands', walkEnvelope(1), { cookie });
      expect(reply.status).toBe(401);
      expect(reply.json()).toMatchObject({ code: 'deviceUnknown' });
    }
    expect(house.store.journal).toEqual([]);
  });

  test('a revoked tablet is told so', async () => {
    const house = await openTestHouse();
    house.store.revoke('tablet');
    const reply = await house.post('/api/commands', walkEnvelope(1));
    expect(reply.status).toBe(410);
    expect(reply.json()).toMatchObject({ code: 'deviceRevoked' });
  });

  test('a tablet never has the power of staff, the operator has', async () => {
    const house = await openTestHouse();
    const cancel = {
      ...walkEnvelope(1),
      command: { type: 'cancelActivity', activityId: 'walk/2026-10-14', reason: 'storm' },
      actor: staff,
    };
    const reply = await house.post('/api/commands', cancel);
    expect([reply.status, reply.json().code]).toEqual([401, 'sessionUnknown']);
    expect(house.store.journal).toEqual([]);
    const byOperator = await house.operate('/api/commands', { ...cancel, id: commandId(2) });
    expect(byOperator.json()).toMatchObject({ status: 'accepted' });
    expect(house.store.journal.at(-1)).toMatchObject({ deviceId: null });
  });

  test('a wrong token of the operator is no way in, not even beside a good cookie', async () => {
    const house = await openTestHouse();
    const reply = await house.post('/api/commands', walkEnvelope(1), { authorization: 'Bearer guess' });
    expect(reply.status).toBe(401);
    expect(reply.json()).toMatchObject({ code: 'operatorUnknown' });
  });
});

describe('a no to whoever has left the screen', () => {
  const late = { ...walkEnvelope(1), tappedAt: instantText(MORNING - 30 * MINUTE) };
  const tooMany = { ...late, command: { ...late.command, guests: 9 } };

  test('says that the server tells it, and what is to be told goes into the journal beside it', async () => {
    const house = await openTestHouse();
    const refusal = { type: 'tooManyGuests', activityId: 'walk/2026-10-14', limit: 2, told: true };
    const reply = await house.post('/api/commands', tooMany);
    expect(reply.json()).toEqual({ commandId: commandId(1), status: 'refused', version: 1, refusal });
    expect(house.store.journal).toMatchObject([
      {
        refusal,
        changes: [{ type: 'noticePut' }, { type: 'callTaskPut', row: { type: 'tooLate', residentId: 'anna' } }],
      },
    ]);
  });

  test('sent again is told once', async () => {
    const house = await openTestHouse();
    const first = await house.post('/api/commands', tooMany);
    expect((await house.post('/api/commands', tooMany)).json()).toEqual(first.json());
    expect(house.store.journal).toHaveLength(1);
  });
});

describe('the proof of a card', () => {
  const withCard = (token?: string) => ({
    ...walkEnvelope(1),
    actor: { residentId: 'anna', proof: 'card', visitId: 'visit-anna', ...(token === undefined ? {} : { token }) },
  });

  test('counts with the token of that visit, and the token is not kept', async () => {
    const house = await openTestHouse({ rows: rowsWithCard() });
    const { token } = (await house.post('/api/identify', { card: '04 A1', visitId: 'visit-anna' })).json();
    expect((await house.post('/api/commands', withCard(token))).json()).toMatchObject({ status: 'accepted' });
    expect(JSON.stringify(house.store.journal)).not.toContain(token);
  });

  test('does not count without a token, with a made-up one, for another visit or another resident', async () => {
    const house = await openTestHouse({ rows: rowsWithCard() });
    const { token } = (await house.post('/api/identify', { card: '04 A1', visitId: 'visit-anna' })).json();
    const [expiry, signature] = token.split('.');
    const tries = [
      withCard(),
      withCard(''),
      withCard(`${Number(expiry) + 1}.${signature}`),
      withCard(`${expiry}.AAAA`),
      { ...withCard(token), actor: { ...withCard(token).actor, visitId: 'another' } },
      { ...withCard(token), actor: { ...withCard(token).actor, residentId: 'kees' } },
      { ...withCard(token), actor: { ...withCard(token).actor, proof: 'code' } },
    ];
    for (const envelope of tries) {
      const reply = await house.post('/api/commands', envelope);
      expect(reply.json()).toEqual({
        commandId: commandId(1),
        status: 'refused',
        version: 0,
        refusal: { type: 'notAllowed' },
      });
    }
    expect(house.store.journal).toEqual([]);
  });

  test('ends half an hour after the card, by the moment of the tap', async () => {
    const house = await openTestHouse({ rows: rowsWithCard() });
    const { token } = (await house.post('/api/identify', { card: '04 A1', visitId: 'visit-anna' })).json();
    house.setNow(MORNING + 40 * MINUTE);
    const late = { ...withCard(token), tappedAt: instantText(MORNING + 31 * MINUTE) };
    expect((await house.post('/api/commands', [])).status).toBe(200);
    expect((await house.post('/api/commands', late)).json()).toMatchObject({ refusal: { type: 'notAllowed' } });
  });

  test('still counts for a tap made in time that arrives late, also after a later request', async () => {
    const house = await openTestHouse({ rows: rowsWithCard() });
    const { token } = (await house.post('/api/identify', { card: '04 A1', visitId: 'visit-anna' })).json();
    house.setNow(MORNING + 50 * MINUTE);
    await house.post('/api/commands', walkEnvelope(2, 'kees'));
    house.setNow(MORNING + 60 * MINUTE);
    expect((await house.post('/api/commands', withCard(token))).json()).toMatchObject({ status: 'accepted' });
  });

  test('counts for a tablet whose clock runs ahead', async () => {
    const house = await openTestHouse({ rows: rowsWithCard() });
    const { token } = (await house.post('/api/identify', { card: '04 A1', visitId: 'visit-anna' })).json();
    const ahead = { ...withCard(token), tappedAt: instantText(MORNING + 60 * MINUTE) };
    expect((await house.post('/api/commands', ahead)).json()).toMatchObject({ status: 'accepted' });
  });

  test('counts for as long as tablets keep what they sent, and not after', async () => {
    const house = await openTestHouse({ rows: rowsWithCard() });
    const { token } = (await house.post('/api/identify', { card: '04 A1', visitId: 'visit-anna' })).json();
    const nextWeek = (n: number) => ({
      ...withCard(token),
      id: commandId(n),
      command: { type: 'signUp', activityId: 'walk/2026-10-21', residentIds: ['anna'], guests: 0 },
    });
    house.setNow(MORNING + 72 * HOUR);
    expect((await house.post('/api/commands', nextWeek(1))).json()).toMatchObject({ status: 'accepted' });
    house.setNow(MORNING + 73 * HOUR);
    for (const _delivery of [1, 2]) {
      const reply = await house.post('/api/commands', nextWeek(2));
      expect(reply.json()).toMatchObject({ status: 'refused', refusal: { type: 'notAllowed' } });
    }
    expect(house.store.journal).toHaveLength(1);
  });

  test.each([
    ['an answer that was lost', 1 * MINUTE, 'epoch0001'],
    ['another history', 60 * MINUTE, 'epoch0002'],
    ['half a day, in another history', 13 * HOUR, 'epoch0002'],
    ['four days', 96 * HOUR, 'epoch0001'],
  ])('that was accepted is accepted again after %s', async (_what, later, epoch) => {
    const house = await openTestHouse({ rows: rowsWithCard() });
    const { token } = (await house.post('/api/identify', { card: '04 A1', visitId: 'visit-anna' })).json();
    const delivered = MORNING + 40 * MINUTE;
    house.setNow(delivered);
    const first = await house.post('/api/commands', withCard(token));
    expect(first.json()).toMatchObject({ status: 'accepted' });
    house.store.renewEpoch(epoch);
    house.setNow(delivered + later);
    expect((await house.post('/api/commands', withCard(token))).json()).toEqual(first.json());
    expect(house.store.journal).toHaveLength(1);
  });
});

describe('which clock', () => {
  const lunch = (n: number, tappedAt: number) => ({
    ...walkEnvelope(n),
    command: { type: 'signUp', activityId: 'lunch/2026-10-14', residentIds: ['anna'], guests: 0 },
    tappedAt: instantText(tappedAt),
  });
  const before = at('2026-10-14', '09:58');
  const after = at('2026-10-14', '10:20');

  test('a tap made before closing counts when the network comes back', async () => {
    const house = await openTestHouse();
    house.setNow(after);
    expect((await house.post('/api/commands', lunch(1, before))).json()).toMatchObject({ status: 'accepted' });
  });

  test('also when the one before it was under way at the tap and was answered after closing', async () => {
    const house = await openTestHouse();
    const commit = Promise.withResolvers<void>();
    const waiting = house.store.holdCommits(commit.promise);
    house.setNow(before);
    const first = house.post('/api/commands', lunch(1, before));
    await waiting;
    house.setNow(after);
    commit.resolve();
    expect((await first).json()).toMatchObject({ status: 'accepted' });
    const second = { ...lunch(2, before + 1_000), command: { ...lunch(2, before).command, residentIds: ['kees'] } };
    expect((await house.post('/api/commands', { ...second, actor: resident('kees') })).json()).toMatchObject({
      status: 'accepted',
    });
  });

  test('not when a later request of the same tablet had its answer', async () => {
    const house = await openTestHouse();
    house.setNow(at('2026-10-14', '10:10'));
    await house.post('/api/commands', []);
    house.setNow(after);
    expect((await house.post('/api/commands', lunch(1, before))).json()).toMatchObject({ status: 'refused' });
  });
});

const rowsWithCard = () => ({ ...houseRows(), card: [{ id: secrets.hashCard('04A1'), residentId: 'anna' }] });
