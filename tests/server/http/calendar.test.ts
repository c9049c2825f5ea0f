// The programme for calendar programs: an address that cannot be guessed, until somebody withdraws it.
import { describe, expect, test } from 'vitest';
import { row, rows } from '../../../src/domain/table.ts';
import { commandId, houseRows } from '../../support/builders.ts';
import { openTestHouse, type TestHouse } from './test-house.ts';

const linksOf = (house: TestHouse) => [...rows(house.authority.state().board.calendarLink)];

async function openWithLink(room: string | null = null) {
  const house = await openTestHouse();
  const cookie = await house.signIn('mila');
  const made = await house.post('/api/calendar-links', { room }, { cookie });
  expect(made.json()).toMatchObject({ status: 'accepted' });
  const link = linksOf(house).at(-1)!;
  return { house, cookie, path: `/calendar/${link.id}.ics`, link };
}

const remove = (house: TestHouse, linkId: string, cookie: string) =>
  house.post(
    '/api/commands',
    {
      id: commandId(9),
      command: { type: 'removeCalendarLink', linkId },
      tappedAt: '2026-10-14T06:00:00Z',
      actor: { staffId: 'mila', proof: 'session', visitId: 'v' },
    },
    { cookie },
  );

describe('an address for calendar programs', () => {
  test('is 256 bits that nobody chooses, and shows the programme without a session', async () => {
    const { house, path, link } = await openWithLink();
    expect(link.id).toMatch(/^[\w-]{43}$/);
    const reply = await house.raw(path);
    expect([reply.status, reply.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(reply.text).toContain('SUMMARY:lunch');
    expect(reply.text).not.toMatch(/Anna|mila/i);
  });

  test('of a room shows that room only', async () => {
    const { house, path } = await openWithLink('Nergens');
    expect((await house.raw(path)).text).not.toContain('BEGIN:VEVENT');
  });

  test('is asked again for nothing until something changes', async () => {
    const { house, cookie, path } = await openWithLink();
    const etag = (await house.raw(path)).headers.etag ?? '';
    expect((await house.raw(path, { headers: { 'if-none-match': etag } })).status).toBe(304);
    await house.post('/api/calendar-links', { room: null }, { cookie });
    expect((await house.raw(path, { headers: { 'if-none-match': etag } })).status).toBe(200);
  });

  test('is nothing once it is withdrawn, as one that never was', async () => {
    const { house, cookie, path, link } = await openWithLink();
    const served = await house.raw(path);
    expect((await remove(house, link.id, cookie)).json()).toMatchObject({ status: 'accepted' });
    expect(row(house.authority.state().board.calendarLink, link.id, link.id)).toBeUndefined();
    const [gone, never] = [await house.raw(path), await house.raw(`/calendar/${'x'.repeat(43)}.ics`)];
    expect([gone.status, gone.text]).toEqual([404, never.text]);
    expect([gone.headers['cache-control'], served.headers['cache-control']]).toEqual(['no-store', 'private, no-cache']);
  });

  test('is made by managers alone, and not in heaps', async () => {
    const rows = houseRows();
    const [mila] = rows.staffMember ?? [];
    const joke = { ...mila!, id: 'joke', name: 'Joke', role: 'volunteer' as const };
    const house = await openTestHouse({ rows: { ...rows, staffMember: [mila!, joke] } });
    const volunteer = await house.signIn('joke');
    expect((await house.post('/api/calendar-links', { room: null }, { cookie: volunteer })).status).toBe(403);
    expect((await house.post('/api/calendar-links', { room: null })).status).toBe(401);
    const cookie = await house.signIn('mila');
    for (let n = 0; n < 50; n += 1) await house.post('/api/calendar-links', { room: null }, { cookie });
    expect((await house.post('/api/calendar-links', { room: null }, { cookie })).json()).toMatchObject({
      status: 'refused',
      refusal: { type: 'tooManyLinks', limit: 50 },
    });
  });

  test('stays out of the log', async () => {
    const { house, path, link } = await openWithLink();
    await house.raw(path);
    expect(house.logged()).not.toContain(link.id);
  });
});

test('a copy for another Huiskamer is for managers', async () => {
  const house = await openTestHouse();
  expect((await house.get('/api/exports/programme.ics')).status).toBe(401);
  const reply = await house.get('/api/exports/programme.ics', { cookie: await house.signIn('mila') });
  expect(reply.headers['content-disposition']).toBe('attachment; filename="weekprogramma.ics"');
  expect(reply.text).toContain('X-HUISKAMER-SIGN-UP;VALUE=TEXT:open');
});
