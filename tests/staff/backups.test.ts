// What the desk hears of the backups of its house.
import { expect, test } from 'vitest';
import type { Reply } from '../../src/client/platform/http.ts';
import { createBackupDesk } from '../../src/client/sync/backup-desk.ts';

const seenOf = (reply: Reply) => createBackupDesk({ get: async () => reply }).seen();

test('is when the last was made, and what failed since', async () => {
  const made = { at: '2026-11-22T01:10:00Z', bytes: 10 };
  const failed = { at: '2026-11-23T01:10:00Z', why: 'full' };
  expect(await seenOf({ type: 'ok', body: { made, failed, nightly: true } })).toEqual({
    made: Date.parse(made.at),
    failed: { at: Date.parse(failed.at), why: 'full' },
    nightly: true,
  });
  expect(await seenOf({ type: 'ok', body: { made: null, failed: null, nightly: false } })).toEqual({
    made: null,
    failed: null,
    nightly: false,
  });
});

test('is nothing where the server does not answer, or says something else', async () => {
  for (const reply of [
    { type: 'unreachable', reason: 'network' },
    { type: 'problem', status: 403, code: 'notAllowed' },
    { type: 'ok', body: { made: 'yesterday' } },
  ] as const)
    expect(await seenOf(reply)).toBeNull();
});
