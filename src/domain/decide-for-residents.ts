/**
 * What residents may want, judged by the same rules as everywhere (DESIGN §4): a screen in the hall loads these and no
 * others. Refuses what only staff may want, whoever asks.
 */
import { type Board, locationOf } from './board.ts';
import { effective } from './changes.ts';
import type { Command, CommandOf, Envelope } from './commands.ts';
import type { Context, Judgement, Verdict } from './decide.ts';
import { chooseDish } from './dish-choice.ts';
import { dismissNotice } from './notice-rules.ts';
import type { Role } from './permissions.ts';
import { residentMay } from './resident-permissions.ts';
import { no, ok } from './result.ts';
import { book, missScooter } from './scooter.ts';
import { returnScooter, takeScooter } from './scooter-keys.ts';
import { reportDefect } from './scooter-repairs.ts';
import { cancelBooking, moveBooking, seenBooking } from './scooter-trips.ts';
import { changeGuests, signUp, withdraw } from './sign-up.ts';
import { pauseStanding, resumeStanding, setStanding, stopStanding } from './standing.ts';
import { askVisit, takeBackVisit } from './visit-asked.ts';

const forResidents = [
  'signUp',
  'changeGuests',
  'withdraw',
  'chooseDish',
  'setStanding',
  'stopStanding',
  'pauseStanding',
  'resumeStanding',
  'dismissNotice',
  'book',
  'cancelBooking',
  'moveBooking',
  'takeScooter',
  'returnScooter',
  'seenBooking',
  'reportDefect',
  'missScooter',
  'askVisit',
  'takeBackVisit',
] as const satisfies readonly Command['type'][];
export type ForResidents = CommandOf<(typeof forResidents)[number]>;

const names: ReadonlySet<string> = new Set(forResidents);
export const isForResidents = (command: Command): command is ForResidents => names.has(command.type);

export type Judge = (command: Command, judgement: Judgement) => Verdict;

/** As `decide`, of what residents may want. */
export const decideForResidents = (board: Board, envelope: Envelope, context: Context): Verdict =>
  decideBy(judgeOrRefuse, board, envelope, context);

const judgeOrRefuse: Judge = (command, judgement) =>
  isForResidents(command) && residentMay(command.type, judgement.actor.proof)
    ? judgeForResidents(command, judgement)
    : no({ type: 'notAllowed' });

/** Whose role, with which ids, and what really changes: the same before and after every rule. `judge` says who may. */
export function decideBy(
  judge: Judge,
  board: Board,
  { actor, command, id, tappedAt }: Envelope,
  context: Context,
): Verdict {
  const role: Role = 'residentId' in actor ? 'resident' : context.role;
  if (!('residentId' in actor) && context.role === 'resident') return no({ type: 'notAllowed' });
  let made = 0;
  const newId = () => {
    made += 1;
    return `${id}/${made}`;
  };
  const zone = locationOf(board).timeZone;
  const verdict = judge(command, { ...context, role, board, actor, zone, saidTappedAt: tappedAt, newId });
  return verdict.ok ? ok(effective(board, verdict.value)) : verdict;
}

export function judgeForResidents(command: ForResidents, judgement: Judgement): Verdict {
  switch (command.type) {
    case 'signUp':
      return signUp(command, judgement);
    case 'changeGuests':
      return changeGuests(command, judgement);
    case 'withdraw':
      return withdraw(command, judgement);
    case 'chooseDish':
      return chooseDish(command, judgement);
    case 'setStanding':
      return setStanding(command, judgement);
    case 'stopStanding':
      return stopStanding(command, judgement);
    case 'pauseStanding':
      return pauseStanding(command, judgement);
    case 'resumeStanding':
      return resumeStanding(command, judgement);
    case 'dismissNotice':
      return dismissNotice(command, judgement);
    case 'book':
      return book(command, judgement);
    case 'cancelBooking':
      return cancelBooking(command, judgement);
    case 'moveBooking':
      return moveBooking(command, judgement);
    case 'takeScooter':
      return takeScooter(command, judgement);
    case 'returnScooter':
      return returnScooter(command, judgement);
    case 'seenBooking':
      return seenBooking(command, judgement);
    case 'reportDefect':
      return reportDefect(command, judgement);
    case 'missScooter':
      return missScooter(command, judgement);
    case 'askVisit':
      return askVisit(command, judgement);
    case 'takeBackVisit':
      return takeBackVisit(command, judgement);
  }
}
