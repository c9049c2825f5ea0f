/** The names calendars give a time zone, to one that time arithmetic knows. Refuses to guess where the clocks differ. */
import { WINDOWS_TO_IANA_MAP } from 'windows-iana';
import { addDays, instantOf, type PlainDate } from '../../domain/time.ts';
import type { CalendarZone } from './calendar-file.ts';

export interface ZoneFinder {
  /**
   * The zone of a name, or null where nobody knows it. A zone whose clock agrees with the house's for two years is the
   * house's own: a weekly 10:00 then stays a rule.
   */
  find(name: string): string | null;
}

const DAYS_TO_AGREE = 731;

export function createZoneFinder({
  zone,
  today,
  zones,
}: {
  readonly zone: string;
  readonly today: PlainDate;
  readonly zones: readonly CalendarZone[];
}): ZoneFinder {
  const known = new Map<string, string | null>();
  const own = offsetsOf(zone, today);
  const agrees = (other: string): boolean => other === zone || offsetsOf(other, today).every((at, i) => at === own[i]);
  const search = (name: string): string | null => {
    const described = zones.find((each) => each.name === name);
    const found = [name, windowsZone(name), described?.location, ...tails(name)].find((each) => each && isZone(each));
    if (found) return agrees(found) ? zone : found;
    const ownOffsets = [...new Set(own)].map(offsetText).sort().join();
    return described !== undefined && described.offsets.join() === ownOffsets ? zone : null;
  };
  return {
    find: (name) => {
      const trimmed = name.trim().slice(0, 100);
      const before = known.get(trimmed);
      if (before !== undefined) return before;
      const found = search(trimmed);
      known.set(trimmed, found);
      return found;
    },
  };
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('nl', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function windowsZone(name: string): string | undefined {
  const wanted = name.toLowerCase();
  const found = WINDOWS_TO_IANA_MAP.find(
    (each) => each.territory === '001' && each.windowsName.toLowerCase() === wanted,
  );
  return found?.iana[0];
}

/** Some programs put their own path before the name: `/softwarestudio.org/Olson_1/Europe/Amsterdam`. */
function tails(name: string): readonly string[] {
  const parts = name.split('/').filter((part) => part !== '');
  return [parts.slice(-3).join('/'), parts.slice(-2).join('/')];
}

/** Minutes from UTC at noon UTC of each day ahead. */
function offsetsOf(zone: string, today: PlainDate): readonly number[] {
  const first = Temporal.Instant.fromEpochMilliseconds(instantOf(addDays(today, -31), '12:00', 'UTC'));
  const clock = first.toZonedDateTimeISO('UTC');
  return Array.from({ length: DAYS_TO_AGREE }, (_, day) => {
    return clock.add({ days: day }).withTimeZone(zone).offsetNanoseconds / 60e9;
  });
}

function offsetText(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}${String(rest).padStart(2, '0')}`;
}
