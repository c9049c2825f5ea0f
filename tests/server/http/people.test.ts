// The desk's own ways to the people of the house over the network: cards, lists in, lists out.
import { describe, expect, test } from 'vitest';
import { rows } from '../../../src/domain/table.ts';
import { houseRows } from '../../support/builders.ts';
import { openTestHouse, secrets, type TestHouse } from './test-house.ts';

const CARD = '04 A1 B2 C3';
const staffRow = (id: string, role: 'volunteer' | 'manager' | 'admin') => ({
  ...{ id, name: id, role, function: '', contact: false, calls: false, phone: null, presence: [] },
});
const open = () =>
  openTestHouse({
    rows: {
      ...houseRows(),
      card: [{ id: secrets.hashCard(CARD), residentId: 'anna' }],
      staffMember: [staffRow('boss', 'admin'), staffRow('mila', 'manager'), staffRow('ton', 'volunteer')],
    },
  });
const as = async (house: TestHouse, who: string) => ({ cookie: await house.signIn(who) });

describe('cards of residents', () => {
  test('are given by a manager, tell whose they already are, and are never told', async () => {
    const house = await open();
    const mila = await as(house, 'mila');
    const give = async (residentId: string, card: string | null) =>
      (await house.post('/api/resident-cards', { residentId, card }, mila)).json();
    expect(await give('riet', '04-a1-b2-c3')).toMatchObject({
      status: 'refused',
      refusal: { type: 'cardTaken', residentId: 'anna' },
    });
    expect(await give('riet', '99887766')).toMatchObject({ status: 'accepted' });
    const listed = await house.get('/api/resident-cards', mila);
    expect(listed.json()).toEqual({ cards: ['anna', 'riet'], codes: [] });
    const known = await house.post('/api/identify', { card: '9988 7766', visitId: 'v' });
    expect(known.json()).toMatchObject({ residentId: 'riet', proof: 'card' });
    expect(await give('riet', null)).toMatchObject({ status: 'accepted' });
    expect((await house.post('/api/identify', { card: '99887766', visitId: 'v' })).status).toBe(404);
    expect(JSON.stringify(house.store.journal)).not.toContain('99887766');
    expect(house.logged()).not.toContain('99887766');
  });

  test('are nobody’s business but a manager’s', async () => {
    const house = await open();
    const ton = await as(house, 'ton');
    const body = { residentId: 'riet', card: '99887766' };
    expect((await house.get('/api/resident-cards', ton)).status).toBe(403);
    expect((await house.post('/api/resident-cards', body, ton)).status).toBe(403);
    expect((await house.post('/api/resident-cards', body)).status).toBe(401);
    const atTablet = { cookie: `${house.cookie}; ${await house.signIn('mila', house.deviceId)}` };
    expect((await house.post('/api/resident-cards?as=staff', body, atTablet)).json().code).toBe('passwordNeeded');
    for (const wrong of [{ residentId: 'riet' }, { residentId: 'riet', card: '- - - -' }, 'x'])
      expect((await house.post('/api/resident-cards', wrong, await as(house, 'mila'))).status).toBe(400);
  });
});

describe('erasing', () => {
  const gone = (house: TestHouse) => house.authority.state().board;

  test('is for managers with a password, and leaves nobody by that id', async () => {
    const house = await open();
    const body = { residentId: 'anna' };
    expect((await house.post('/api/resident-erasures', body, await as(house, 'ton'))).status).toBe(403);
    expect((await house.post('/api/resident-erasures', body)).status).toBe(401);
    const atTablet = { cookie: `${house.cookie}; ${await house.signIn('mila', house.deviceId)}` };
    const short = await house.post('/api/resident-erasures?as=staff', body, atTablet);
    expect(short.json().code).toBe('passwordNeeded');
    expect([...rows(gone(house).resident)].map(({ id }) => id)).toContain('anna');
    const mila = await as(house, 'mila');
    expect((await house.post('/api/resident-erasures', body, mila)).json()).toMatchObject({ status: 'accepted' });
    expect([...rows(gone(house).resident)].map(({ id }) => id)).not.toContain('anna');
    expect(await house.store.listErased('flat', 0)).toEqual(['anna']);
    expect((await house.post('/api/resident-erasures', body, mila)).json()).toMatchObject({
      refusal: { type: 'residentUnknown' },
    });
    expect((await house.post('/api/resident-erasures', {}, mila)).status).toBe(400);
    expect(house.store.journal.at(-1)?.actor).toMatchObject({ staffId: 'mila' });
  });

  test('is not a command that anybody may send', async () => {
    const house = await open();
    const reply = await house.operate('/api/commands', {
      id: '01234567-89ab-7cde-8f01-23456789abcd',
      command: { type: 'eraseResident', residentId: 'anna' },
      tappedAt: '2026-10-14T06:00:00Z',
      actor: { staffId: 'operator', proof: 'session', visitId: 'v' },
    });
    expect(reply.json()).toMatchObject({ status: 'refused', refusal: { type: 'notAllowed' } });
  });
});

const base64 = (text: string) => Buffer.from(text).toString('base64');
const file = (text: string) => ({ residents: { name: 'bewoners.csv', base64: base64(text) } });
const LIST = 'huisnummer;verdieping;voornaam;achternaam\n12;1;Ans;Bos\n14;zolder;Cor;Mol\n';

describe('a list from the desk', () => {
  test('changes nothing while a line waits, and everything at once after that', async () => {
    const house = await open();
    const mila = await as(house, 'mila');
    const before = house.authority.state().version;
    for (const path of ['/api/imports/preview', '/api/imports']) {
      const reply = await house.post(path, { files: file(LIST) }, mila);
      expect(reply.json()).toMatchObject({ applied: false, undecided: 1 });
    }
    expect(house.authority.state().version).toBe(before);
    const decisions = { residents: [{ line: 3, cells: { floor: '1' } }] };
    const preview = await house.post('/api/imports/preview', { files: file(LIST), decisions }, mila);
    expect(preview.json()).toMatchObject({ applied: false, undecided: 0 });
    expect(house.authority.state().version).toBe(before);
    const done = await house.post('/api/imports', { files: file(LIST), decisions }, mila);
    expect(done.json()).toMatchObject({ applied: true, undecided: 0 });
    const { board } = house.authority.state();
    const names = [...rows(board.residentPrivate)].map(({ firstName }) => firstName);
    expect(names).toEqual(expect.arrayContaining(['Ans', 'Cor', 'Anna']));
    const again = await house.post('/api/imports', { files: file(LIST), decisions }, mila);
    expect(again.json().files[0].lines.map(({ what }: { what: string }) => what)).toEqual(['same', 'same']);
    expect(house.authority.state().board).toEqual(board);
  });

  test('is for managers who came in by a password, and has a shape', async () => {
    const house = await open();
    const body = { files: file(LIST) };
    expect((await house.post('/api/imports', body, await as(house, 'ton'))).status).toBe(403);
    const atTablet = { cookie: `${house.cookie}; ${await house.signIn('mila', house.deviceId)}` };
    const reply = await house.post('/api/imports?as=staff', body, atTablet);
    expect([reply.status, reply.json().code]).toEqual([403, 'passwordNeeded']);
    const mila = await as(house, 'mila');
    for (const wrong of [{}, { files: { people: body } }, { files: { residents: { name: 'x', base64: '%' } } }])
      expect((await house.post('/api/imports/preview', wrong, mila)).json().code).toBe('importMalformed');
  });

  test('lets a manager make no managers, an admin does', async () => {
    const house = await open();
    const team = { staff: { name: 'team.csv', base64: base64('naam;rol\nSamira;manager\nBen;vrijwilliger\n') } };
    const asked = await house.post('/api/imports', { files: team }, await as(house, 'mila'));
    expect(asked.json()).toMatchObject({ applied: false, undecided: 1 });
    const done = await house.post('/api/imports', { files: team }, await as(house, 'boss'));
    expect(done.json()).toMatchObject({ applied: true });
  });
});

test('the residents as a file are for managers, and come back without a change', async () => {
  const house = await open();
  const mila = await as(house, 'mila');
  expect((await house.get('/api/exports/residents.csv', await as(house, 'ton'))).status).toBe(403);
  const reply = await house.get('/api/exports/residents.csv', mila);
  expect(reply.headers['content-disposition']).toBe('attachment; filename="bewoners.csv"');
  expect(reply.headers['content-type']).toBe('text/csv; charset=utf-8');
  const before = house.authority.state().board;
  const files = { residents: { name: 'bewoners.csv', base64: reply.bytes.toString('base64') } };
  expect((await house.post('/api/imports', { files }, mila)).json()).toMatchObject({ applied: true });
  expect(house.authority.state().board).toEqual(before);
});
