// Cursors, believed taps, and what travels: everything written is read back as it was.
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { changeSchema } from '../../src/domain/changes.ts';
import { answerSchema, believedTap, cursorText, heardRefusalSchema, parseCursor } from '../../src/domain/protocol.ts';
import { refusalSchema } from '../../src/domain/refusals.ts';
import { redactChanges } from '../../src/domain/scopes.ts';
import { placesIn, story, take, worldOf } from '../support/arbitraries.ts';

describe('a cursor', () => {
  test('is read back as it was written', () => {
    const epoch = fc.stringMatching(/^[0-9a-z]{8,40}$/);
    fc.assert(
      fc.property(epoch, fc.nat(), (name, version) => {
        expect(parseCursor(cursorText({ epoch: name, version }))).toEqual({ epoch: name, version });
      }),
    );
  });

  test.each([
    '',
    ':',
    'abcdefgh:',
    'abcdefgh',
    'abcdefgh:-1',
    'abcdefgh:1.5',
    'abc:1',
    'ABCDEFGH:1',
    'abcdefgh:1 ',
    'abcdefgh:1\n',
    'abcdefgh:9999999999999999',
  ])('is not %j', (text) => {
    expect(parseCursor(text)).toBe(null);
  });
});

describe('a tap', () => {
  const now = 1_800_000_000_000;
  const HOUR = 3_600_000;

  test.each([
    ['just now', now, null, now],
    ['an hour ago, away from the network', now - HOUR, null, now - HOUR],
    ['an hour ago, on a device answered since', now - HOUR, now - 60_000, now - 60_000],
    ['in the future', now + HOUR, null, now],
    ['in the future, on a device answered even later', now + HOUR, now + 2 * HOUR, now],
    ['exactly twelve hours ago', now - 12 * HOUR, null, now - 12 * HOUR],
    ['longer than twelve hours ago', now - 12 * HOUR - 1, null, now],
    ['longer than twelve hours ago, on a device answered yesterday', now - 13 * HOUR, now - 24 * HOUR, now],
  ])('%s is believed as far as it can be', (_when, tappedAt, lastAnswered, believed) => {
    expect(believedTap(tappedAt, now, lastAnswered)).toBe(believed);
  });

  test('is never believed in the future, nor more than half a day back', () => {
    fc.assert(
      fc.property(fc.integer(), fc.option(fc.integer(), { nil: null }), (tappedAt, lastAnswered) => {
        const believed = believedTap(now + tappedAt, now, lastAnswered === null ? null : now + lastAnswered);
        expect(believed).toBeLessThanOrEqual(now);
        expect(believed).toBeGreaterThanOrEqual(now - 12 * HOUR);
      }),
    );
  });
});

test('every change and every refusal of a random day is read back as it was sent, in every scope', () => {
  fc.assert(
    fc.property(story, (told) => {
      const world = worldOf(told);
      for (const step of told.steps) take(world, step, placesIn(told));
      for (const { at, verdict, changes, after } of world.journal) {
        const sent = [...changes, ...redactChanges(changes, 'kiosk', after, at)];
        for (const change of sent) expect(v.parse(changeSchema, JSON.parse(JSON.stringify(change)))).toEqual(change);
        if (verdict.ok) continue;
        const { aftermath: _aftermath, ...heard } = verdict.error;
        const { told: _told, ...refusal } = heard;
        expect(v.parse(refusalSchema, JSON.parse(JSON.stringify(verdict.error)))).toEqual(refusal);
        expect(v.parse(heardRefusalSchema, JSON.parse(JSON.stringify(heard)))).toEqual(heard);
      }
    }),
    { numRuns: 40 },
  );
});

test('a “no” of a newer server is believed by its name, whatever else it says', () => {
  const answer = { commandId: '01890a5d-ac96-774b-bcce-b302099a8057', status: 'refused', version: 7 };
  const refusal = { type: 'moonTooFull', phase: 3 };
  expect(v.parse(answerSchema, { ...answer, refusal })).toMatchObject({ refusal });
  expect(v.safeParse(answerSchema, { ...answer, refusal: {} }).success).toBe(false);
});
