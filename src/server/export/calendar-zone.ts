/** What a calendar must say of the house's time zone (RFC 5545 §3.6.5): every change of the clock, one by one. */

type Jcal = readonly [name: string, properties: readonly unknown[], components: readonly unknown[]];

/**
 * The zone's clock from one year to another, both included, as a VTIMEZONE in jCal. A rule for each half of the year
 * would be shorter, and wrong for a zone that changes its mind.
 */
export function timeZoneOf(zone: string, [fromYear, toYear]: readonly [number, number]): Jcal {
  const start = Temporal.PlainDateTime.from({ year: fromYear, month: 1, day: 1 }).toZonedDateTime(zone);
  const changes = [observance(start, start)];
  let at = start;
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (next === null || next.year > toYear) break;
    changes.push(observance(next, next.subtract({ nanoseconds: 1 })));
    at = next;
  }
  return ['vtimezone', [['tzid', {}, 'text', zone]], changes];
}

/** From when on the clock says something else; the wall clock of before says when. */
function observance(from: Temporal.ZonedDateTime, before: Temporal.ZonedDateTime): Jcal {
  const wall = from.toInstant().toZonedDateTimeISO(before.offset).toPlainDateTime();
  const isSummer = from.offsetNanoseconds > standardOffset(from);
  return [
    isSummer ? 'daylight' : 'standard',
    [
      ['dtstart', {}, 'date-time', wall.toString({ smallestUnit: 'second' })],
      ['tzoffsetfrom', {}, 'utc-offset', before.offset.slice(0, 6)],
      ['tzoffsetto', {}, 'utc-offset', from.offset.slice(0, 6)],
    ],
    [],
  ];
}

/** Of the two a year has, the one with less ahead of the world's clock is the standard one. */
function standardOffset(at: Temporal.ZonedDateTime): number {
  const offsets = [1, 7].map((month) => at.with({ month, day: 1, hour: 12 }).offsetNanoseconds);
  return Math.min(...offsets);
}
