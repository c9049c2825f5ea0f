/**
 * Noting on the round who was told and who was not reached, and taking that back. Told is told: of a booking its news
 * goes, of a visit its asking, of a line that nobody could read that it was asked about. Refuses volunteers who were not
 * given the round.
 */
import type { Board } from './board.ts';
import { type Call, noteOn, openCall } from './call-round.ts';
import { type CallNote, type CallRef, callId, type ToTell } from './call-rows.ts';
import { apply, type Change } from './changes.ts';
import type { CommandOf } from './commands.ts';
import type { Judgement, Verdict } from './decide.ts';
import type { Role } from './permissions.ts';
import { no, ok } from './result.ts';
import { isLapsed } from './scooter-free.ts';
import { refuseResident } from './scooter-riders.ts';
import type { Booking } from './scooter-rows.ts';
import { group, row } from './table.ts';
import { DAY, instantOfText, instantText } from './time.ts';

/** What became of a call is of use for so long. */
const NOTES_KEPT = 30 * DAY;
/** A call is put off by no more than this. */
const LATEST_AGAIN = 7 * DAY;

/** Managers do the round, and volunteers whom it was given to. */
export function mayCall(board: Board, role: Role, staffId: string): boolean {
  return role !== 'volunteer' || (row(board.staffMember, staffId, staffId)?.calls ?? false);
}

export function noteCall({ again, calls, outcome }: CommandOf<'noteCall'>, judgement: Judgement): Verdict {
  if (!isCaller(judgement)) return no({ type: 'notAllowed' });
  // What waits for ever is told to nobody.
  if (again !== undefined && instantOfText(again) > judgement.now + LATEST_AGAIN)
    return no({ type: 'againTooLate', days: LATEST_AGAIN / DAY });
  const changes: Change[] = [];
  for (const ref of calls) {
    const board = apply(judgement.board, changes);
    const call = openCall(board, ref, judgement.now);
    if (call === null) {
      const wasTold = row(board.callNote, residentOf(ref) ?? '', callId(ref))?.outcome === 'told';
      // A second tap, or a colleague at the same door.
      if (wasTold && outcome === 'told') continue;
      return no({ type: wasTold ? 'callTold' : 'callUnknown' });
    }
    const tries = noteOn(board, call)?.tries ?? 0;
    const isTold = outcome === 'told';
    const own = { outcome, tries: isTold ? tries : tries + 1, again: isTold ? null : (again ?? null) };
    const note = { ...noteOf(call, judgement), ...own };
    changes.push(...outdated(judgement, note), { type: 'callNotePut', row: note });
    if (outcome === 'told') changes.push(...toldNow(board, call, judgement));
  }
  return ok(changes);
}

export function undoCall({ calls }: CommandOf<'undoCall'>, judgement: Judgement): Verdict {
  if (!isCaller(judgement)) return no({ type: 'notAllowed' });
  const changes: Change[] = [];
  for (const ref of calls) {
    const note = row(judgement.board.callNote, residentOf(ref) ?? '', callId(ref));
    if (note === undefined) return no({ type: 'callUnknown' });
    const tries = note.outcome === 'told' ? note.tries : note.tries - 1;
    const parent = note.residentId ?? '';
    changes.push(
      tries > 0
        ? { type: 'callNotePut', row: { ...note, outcome: 'notReached', tries, again: null } }
        : { type: 'callNoteRemoved', parent, id: note.id },
    );
    if (note.outcome === 'told') changes.push(...openAgain(judgement.board, note));
  }
  return ok(changes);
}

/** Something to say that nothing else on the round says. */
export function putOnRound({ residentId, words }: CommandOf<'putOnRound'>, judgement: Judgement): Verdict {
  if (!isCaller(judgement)) return no({ type: 'notAllowed' });
  const refusal = refuseResident(judgement.board, residentId);
  if (refusal !== null) return no(refusal);
  const row: ToTell = { id: judgement.newId(), residentId, words, at: instantText(judgement.now) };
  return ok([{ type: 'toTellPut', row }]);
}

const isCaller = ({ actor, board, role }: Judgement): boolean =>
  mayCall(board, role, 'staffId' in actor ? actor.staffId : '');

const residentOf = (ref: CallRef): string | null => (ref.type === 'line' ? null : ref.residentId);

function noteOf(
  { ref, residentId, since }: Call,
  { actor, now }: Judgement,
): Omit<CallNote, 'again' | 'outcome' | 'tries'> {
  const by = 'staffId' in actor ? actor.staffId : null;
  return { id: callId(ref), residentId, about: ref, at: instantText(now), by, since: instantText(since) };
}

/** Notes of this resident that nobody looks at any more. */
function outdated({ board, now }: Judgement, { id, residentId }: Pick<CallNote, 'id' | 'residentId'>): Change[] {
  const parent = residentId ?? '';
  return [...group(board.callNote, parent).values()]
    .filter((note) => note.id !== id && now - instantOfText(note.at) > NOTES_KEPT)
    .map((note): Change => ({ type: 'callNoteRemoved', parent, id: note.id }));
}

/** What was told stands nowhere else as still to be told. */
function toldNow(board: Board, { about, residentId }: Call, { now }: Judgement): readonly Change[] {
  switch (about.type) {
    case 'news':
      return [];
    case 'trip': {
      const { booking } = about;
      const status = isLapsed(board, booking, now) ? 'released' : booking.status;
      return [{ type: 'bookingPut', row: { ...booking, status, news: null } }];
    }
    case 'visit': {
      const parent = residentId ?? '';
      return [{ type: 'visitAskedRemoved', parent, id: parent }];
    }
    case 'line':
      return [{ type: 'paperLinePut', row: { ...about.line, outcome: 'asked' } }];
    case 'word':
      return [{ type: 'toTellRemoved', parent: residentId ?? '', id: about.wordId }];
  }
}

/** As it was before it was told, unless there is newer news by now. */
function openAgain(board: Board, { about, since }: CallNote): readonly Change[] {
  switch (about.type) {
    case 'news':
      return [];
    case 'trip': {
      const booking = row(board.booking, about.scooterId, about.bookingId);
      // What became of it meanwhile is other news, or none.
      if (booking === undefined || booking.news !== null || booking.status !== statusOf[about.news]) return [];
      return [{ type: 'bookingPut', row: { ...booking, news: about.news } }];
    }
    case 'visit': {
      const { residentId } = about;
      if (row(board.visitAsked, residentId, residentId) !== undefined) return [];
      return [{ type: 'visitAskedPut', row: { id: residentId, at: since } }];
    }
    case 'line': {
      const line = row(board.paperLine, about.activityId, about.lineId);
      return line?.outcome === 'asked' ? [{ type: 'paperLinePut', row: { ...line, outcome: 'unreadable' } }] : [];
    }
    case 'word': {
      const { residentId, wordId: id, words } = about;
      return [{ type: 'toTellPut', row: { id, residentId, words, at: since } }];
    }
  }
}

/** How a booking stands of which this is the news. */
const statusOf = {
  released: 'released',
  doubt: 'booked',
  mended: 'booked',
  moved: 'booked',
  cancelled: 'cancelled',
} as const satisfies Readonly<Record<NonNullable<Booking['news']>, Booking['status']>>;
