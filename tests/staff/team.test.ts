// The team as managers see it: who may change whom, which passwords are refused here, and where a page is.
import { describe, expect, test } from 'vitest';
import { addressOf, opening, pagesOf, placeAt, restOf } from '../../src/client/app/staff-places.ts';
import { isSeen, mayChange, rolesToGive, secondsUntil, whyNotAccount } from '../../src/client/app/staff-team.ts';

const me = (role: 'volunteer' | 'manager' | 'admin' | 'operator') => ({ staffId: 'me', name: 'Ik', role }) as const;

describe('who may change whom', () => {
  test.each([
    ['volunteer', 'other', 'volunteer', false],
    ['manager', 'other', 'volunteer', true],
    ['manager', 'me', 'manager', true],
    ['manager', 'other', 'manager', false],
    ['manager', 'other', 'admin', false],
    ['admin', 'other', 'admin', true],
    ['operator', 'other', 'admin', true],
  ] as const)('%s, %s with role %s: %s', (role, id, of, may) => {
    expect(mayChange(me(role), { id, role: of })).toBe(may);
  });

  test('a manager gives no more than volunteer, and keeps their own role', () => {
    expect(rolesToGive(me('manager'), null)).toEqual(['volunteer']);
    expect(rolesToGive(me('manager'), { id: 'me', role: 'manager' })).toEqual(['manager']);
    expect(rolesToGive(me('admin'), null)).toContain('admin');
  });
});

test.each([
  [{ userName: 'ton', password: 'vier losse natte woorden' }, null],
  [{ userName: ' ', password: 'vier losse natte woorden' }, 'noUserName'],
  [{ userName: 'a'.repeat(41), password: 'vier losse natte woorden' }, 'longUserName'],
  [{ userName: 'ton', password: 'elf tekens!' }, 'short'],
  [{ userName: 'ton', password: 'x'.repeat(201) }, 'long'],
  [{ userName: 'Ton Wagenaar', password: 'ton wagenaar' }, 'isUserName'],
])('%j: %s', (account, wrong) => {
  expect(whyNotAccount(account)).toBe(wrong);
});

describe('places', () => {
  test('every page opens at an address of its own, and an address leads back', () => {
    for (const page of [
      'vandaag',
      'kloppen',
      'berichten',
      'eten',
      'bewoners',
      'scootmobielen',
      'team',
      'tablets',
      'instellingen',
    ] as const) {
      expect(placeAt(addressOf(opening(page)))).toEqual(opening(page));
    }
    expect(placeAt('eten/geld')).toEqual({ page: 'eten', part: 'geld' });
    expect(placeAt('K7M2QXabcdefgh')).toBeNull();
  });

  test('volunteers have no page for what managers do', () => {
    expect(pagesOf('volunteer', false)).toEqual(['eten', 'scootmobielen']);
    expect(pagesOf('manager', true)).toEqual([
      ...[
        'vandaag',
        'kloppen',
        'berichten',
        'programma',
        'eten',
        'bewoners',
        'scootmobielen',
        'team',
        'tablets',
        'instellingen',
      ],
    ]);
  });

  test('the round is a page for whom it was given to', () => {
    expect(pagesOf('volunteer', true)).toEqual(['kloppen', 'eten', 'scootmobielen']);
  });

  test('on a phone five have room, and of more the rest is behind one tab', () => {
    expect(restOf(pagesOf('volunteer', true))).toEqual([]);
    expect(restOf(pagesOf('manager', true))).toEqual([
      'programma',
      'bewoners',
      'scootmobielen',
      'team',
      'tablets',
      'instellingen',
    ]);
  });
});

test('a tablet that was silent for ten minutes is out of reach, and a code never has less than nothing left', () => {
  const now = Date.parse('2026-10-15T15:12:00Z');
  const device = { id: 'd', name: 'Hal', at: null, revoked: false, told: null };
  expect(isSeen({ ...device, lastSeen: '2026-10-15T15:03:00Z' }, now)).toBe(true);
  expect(isSeen({ ...device, lastSeen: '2026-10-15T15:02:00Z' }, now)).toBe(false);
  expect(isSeen({ ...device, lastSeen: null }, now)).toBe(false);
  expect(secondsUntil('2026-10-15T15:12:01Z', now)).toBe(1);
  expect(secondsUntil('2026-10-15T15:00:00Z', now)).toBe(0);
});
