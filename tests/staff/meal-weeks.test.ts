// The weeks of meals: what is counted, and that a few people are never told on.
import { expect, test } from 'vitest';
import { howOften, weekSums } from '../../src/client/app/meal-weeks.ts';
import type { Activity } from '../../src/domain/activity.ts';
import type { MealDay } from '../../src/domain/meal-figures.ts';

const day = (fields: Partial<Omit<MealDay, 'activity'>> & { readonly cancelled?: string } = {}): MealDay => ({
  people: 30,
  guests: 4,
  absent: 2,
  came: 28,
  residentIds: ['anna', 'riet'],
  empty: 10,
  isPast: true,
  ...fields,
  activity: { cancelled: fields.cancelled ?? null } as Activity,
});

test('a week is the sum of the meals that were, each resident once, and what is ahead or was cancelled is not counted', () => {
  const days = [
    day(),
    day({ empty: null, people: 12, guests: 0, absent: 0, residentIds: ['riet', 'mo'] }),
    day({ isPast: false, residentIds: ['hein'] }),
    day({ cancelled: 'ziek' }),
  ];
  const weeks = [
    { monday: '2026-10-12', days },
    { monday: '2026-10-19', days: [day({ isPast: false })] },
  ];
  expect(weekSums({ weeks }, '2026-10-15')).toEqual([
    { monday: '2026-10-12', meals: 2, people: 42, residents: 3, guests: 4, absent: 2, empty: 10 },
  ]);
});

test('how many came how often: none is none, a few is not a number, and nobody is counted twice', () => {
  const times = [1, 1, 2, 2, 2, 3, 4, 11, 12, 13, 14, 15];
  expect(howOften(times.map((each) => ({ times: each })))).toEqual([
    { from: 1, to: 2, people: 5 },
    { from: 3, to: 5, people: null },
    { from: 6, to: 10, people: 0 },
    { from: 11, to: null, people: 5 },
  ]);
});
