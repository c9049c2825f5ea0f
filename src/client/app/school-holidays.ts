/**
 * Days the house is not as usual, and what is proposed for them: school holidays of region Midden as the ministry published
 * them (Rijksoverheid, schoolvakanties 2026–2027). The autumn and spring weeks are advice to schools; the house decides.
 */
import type { Board } from '../../domain/board.ts';
import { periodsOf } from '../../domain/holidays.ts';
import type { Period } from '../../domain/period.ts';
import type { PlainDate } from '../../domain/time.ts';

const schoolHolidays = [
  { name: 'Herfstvakantie', from: '2026-10-17', until: '2026-10-25' },
  { name: 'Kerstvakantie', from: '2026-12-19', until: '2027-01-03' },
  { name: 'Voorjaarsvakantie', from: '2027-02-20', until: '2027-02-28' },
  { name: 'Meivakantie', from: '2027-04-24', until: '2027-05-02' },
  { name: 'Zomervakantie', from: '2027-07-17', until: '2027-08-29' },
] as const;

export const housePeriods = (board: Board): readonly Period[] => periodsOf(board);

/** What is not over and not in the house's list yet. */
export const proposedPeriods = (board: Board, today: PlainDate) =>
  schoolHolidays.filter(
    (each) =>
      each.until >= today && !periodsOf(board).some(({ from, name }) => from === each.from && name === each.name),
  );
