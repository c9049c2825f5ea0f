/** Whether a week has the night in which the clock goes an hour back or forward. Refuses to know words. */
import { addDays, DAY, instantOf, type PlainDate } from '../../domain/time.ts';

export interface ClockChange {
  /** The day whose night it is. */
  readonly date: PlainDate;
  readonly goes: 'back' | 'forward';
}

/** The first of these days that is longer or shorter than a day is; null where all are as long. */
export function clockChange(dates: readonly PlainDate[], zone: string): ClockChange | null {
  for (const date of dates) {
    const length = instantOf(addDays(date, 1), '00:00', zone) - instantOf(date, '00:00', zone);
    if (length !== DAY) return { date, goes: length > DAY ? 'back' : 'forward' };
  }
  return null;
}
