/**
 * Broken, mended, looked at. What is broken is out of service at once; its bookings stay, in doubt, until their resident
 * or staff move or leave them (DESIGN §9). Refuses to lose a booking.
 */
import type { Change } from './changes.ts';
import type { CommandOf } from './commands.ts';
import type { Judgement, Verdict } from './decide.ts';
import { no, ok } from './result.ts';
import { bookingsOf, defectOf, isLapsed, settle } from './scooter-free.ts';
import type { Booking, ScooterPart } from './scooter-rows.ts';
import { group, row } from './table.ts';
import { instantText } from './time.ts';

export function reportDefect({ scooterId, part }: CommandOf<'reportDefect'>, judgement: Judgement): Verdict {
  const { board, now } = judgement;
  if (row(board.scooter, scooterId, scooterId) === undefined) return no({ type: 'scooterUnknown', scooterId });
  return ok([...settle(board, [scooterId], now), ...brokenBy(part, scooterId, judgement)]);
}

/** The defect, and the doubt it brings. The same part told twice is one defect. */
export function brokenBy(part: ScooterPart, scooterId: string, judgement: Judgement): readonly Change[] {
  const { board, actor, newId, now } = judgement;
  const open = [...group(board.defect, scooterId).values()].filter(({ mendedAt }) => mendedAt === null);
  if (open.some((defect) => defect.part === part)) return [];
  const residentId = 'residentId' in actor ? actor.residentId : null;
  const row = { id: newId(), scooterId, part, residentId, at: instantText(now), mendedAt: null };
  // Who was told that it is broken need not hear that more of it is.
  const doubt = open.length > 0 ? [] : tellBooked(scooterId, 'doubt', judgement);
  return [{ type: 'defectPut', row }, ...doubt];
}

/** Back in service, and told to everybody who has it booked: all of them were in doubt. */
export function mendScooter({ scooterId }: CommandOf<'mendScooter'>, judgement: Judgement): Verdict {
  const { board, now } = judgement;
  if (row(board.scooter, scooterId, scooterId) === undefined) return no({ type: 'scooterUnknown', scooterId });
  if (defectOf(board, scooterId) === null) return no({ type: 'notBroken', scooterId });
  const mended = [...group(board.defect, scooterId).values()]
    .filter(({ mendedAt }) => mendedAt === null)
    .map((defect): Change => ({ type: 'defectPut', row: { ...defect, mendedAt: instantText(now) } }));
  return ok([...settle(board, [scooterId], now), ...mended, ...tellBooked(scooterId, 'mended', judgement)]);
}

export function checkScooter({ scooterId }: CommandOf<'checkScooter'>, { board, newId, now }: Judgement): Verdict {
  if (row(board.scooter, scooterId, scooterId) === undefined) return no({ type: 'scooterUnknown', scooterId });
  return ok([
    ...settle(board, [scooterId], now),
    { type: 'checkUpPut', row: { id: newId(), scooterId, at: instantText(now) } },
  ]);
}

function tellBooked(scooterId: string, news: 'doubt' | 'mended', { board, now }: Judgement): readonly Change[] {
  const isToCome = (booking: Booking) => booking.status === 'booked' && !isLapsed(board, booking, now);
  return [...bookingsOf(board, scooterId)]
    .filter(isToCome)
    .map((booking): Change => ({ type: 'bookingPut', row: { ...booking, news } }));
}
