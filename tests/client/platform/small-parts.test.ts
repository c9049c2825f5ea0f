import fc from 'fast-check';
import { safeParse } from 'valibot';
import { describe, expect, test } from 'vitest';
import { pixelsPerMillimetre, toldDiagonal } from '../../../src/client/platform/calibration.ts';
import { createIds } from '../../../src/client/platform/ids.ts';
import { createStorage } from '../../../src/client/platform/storage.ts';
import { commandIdSchema } from '../../../src/domain/envelope.ts';
import { createManualTimers } from '../../support/manual-timers.ts';

describe('ids', () => {
  test('are UUIDs of version 7 with the time in front, whatever chance gives', () => {
    const at = fc.integer({ min: 0, max: 2 ** 48 - 1 });
    fc.assert(
      fc.property(at, fc.uint8Array({ minLength: 16, maxLength: 16 }), (now, random) => {
        const id = createIds({ now: () => now, fillRandom: (bytes) => bytes.set(random) })();
        expect(safeParse(commandIdSchema, id).success).toBe(true);
        expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(now);
      }),
    );
  });
});

describe('calibration', () => {
  const remembering = () => {
    const kept = new Map<string, string>();
    const store = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, to: string) => kept.set(key, to),
    };
    return () => store;
  };

  test.each([
    [1280, 800, 5.88],
    [800, 1280, 5.88],
    [1920, 1080, 5.56],
  ])('a panel of %i by %i that nobody measured has %f pixels a millimetre', (width, height, expected) => {
    expect(pixelsPerMillimetre({ width, height }, null)).toBeCloseTo(expected, 2);
  });

  test('a diagonal is told once, with a point or a comma, and remembered', () => {
    const store = remembering();
    expect(toldDiagonal({ query: '', store })).toBeNull();
    expect(toldDiagonal({ query: '?diagonal=21,5', store })).toBe(21.5);
    expect(toldDiagonal({ query: '', store })).toBe(21.5);
  });

  test.each(['?diagonal=0', '?diagonal=much', '?diagonal=4000'])('%s is not believed', (query) => {
    expect(toldDiagonal({ query, store: remembering() })).toBeNull();
  });

  test('a browser that keeps nothing for a page does not stop the kiosk', () => {
    const store = () => {
      throw new Error('denied');
    };
    expect(toldDiagonal({ query: '?diagonal=10.1', store })).toBe(10.1);
    expect(toldDiagonal({ query: '', store })).toBeNull();
  });
});

describe('a browser without a database', () => {
  test('keeps everything in memory and says so', async () => {
    const storage = createStorage({ timers: createManualTimers(0), name: 'test' });
    await storage.keepInOutbox([{ id: 'a' }, { id: 'b' }]);
    await storage.removeFromOutbox(['a']);
    await storage.keepBoard({ board: 1 });
    expect(storage.state()).toEqual({ type: 'memory', reason: 'forbidden' });
    expect(await storage.outbox()).toEqual([{ id: 'b' }]);
    expect(await storage.board()).toEqual({ board: 1 });
    await storage.clear();
    expect(await storage.outbox()).toEqual([]);
    expect(await storage.board()).toBeNull();
  });
});
