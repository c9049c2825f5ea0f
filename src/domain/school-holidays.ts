/**
 * The school holidays of the region Midden, as the ministry of education (Rijksoverheid, schoolvakanties 2026–2027)
 * published them. Those of autumn and spring are advice to schools, and many add a week in May: the house decides.
 * Refuses to foretell years that are not published: a house writes those down itself.
 */
import type { PlainDate } from './time.ts';

export const schoolHolidayNames = ['autumn', 'christmas', 'spring', 'may', 'summer'] as const;
export type SchoolHolidayName = (typeof schoolHolidayNames)[number];

export interface SchoolHoliday {
  readonly name: SchoolHolidayName;
  /** Both included: from a Saturday to a Sunday. */
  readonly from: PlainDate;
  readonly until: PlainDate;
}

/** School year 2026–2027. */
const midden: readonly SchoolHoliday[] = [
  { name: 'autumn', from: '2026-10-17', until: '2026-10-25' },
  { name: 'christmas', from: '2026-12-19', until: '2027-01-03' },
  { name: 'spring', from: '2027-02-20', until: '2027-02-28' },
  { name: 'may', from: '2027-04-24', until: '2027-05-02' },
  { name: 'summer', from: '2027-07-17', until: '2027-08-29' },
];

/** Those that are not over on this date and of which none of these periods has a day. */
export function schoolHolidaysAfter(
  today: PlainDate,
  periods: readonly { readonly from: PlainDate; readonly until: PlainDate }[],
): readonly SchoolHoliday[] {
  return midden.filter(
    ({ from, until }) => until >= today && !periods.some((known) => known.from <= until && known.until >= from),
  );
}
