/**
 * The one judge: greys a button, answers a tap at once and decides on the server (DESIGN §4). Given the same board,
 * envelope and context it says the same everywhere. Refuses to look at a clock, a store or a random number.
 */
import type { Board } from './board.ts';
import { addCalendarLink, removeCalendarLink } from './calendar-link.ts';
import type { Change } from './changes.ts';
import type { Command, Envelope } from './commands.ts';
import { isForAnnouncements, judgeForAnnouncements } from './decide-for-announcements.ts';
import { isForPeople, judgeForPeople } from './decide-for-people.ts';
import { isForProgramme, judgeForProgramme } from './decide-for-programme.ts';
import { decideBy, isForResidents, type Judge, judgeForResidents } from './decide-for-residents.ts';
import { isForRounds, judgeForRounds } from './decide-for-rounds.ts';
import { setDiet, setGuestDiet } from './diets.ts';
import type { Actor } from './envelope.ts';
import { importScooters, importStaff } from './import-lists.ts';
import { importProgramme } from './import-programme.ts';
import { importResidents } from './import-residents.ts';
import { setLocation } from './location-settings.ts';
import { importMenu, setMenu } from './menus.ts';
import { may, type Role } from './permissions.ts';
import { markCame, markPaid, nameGuest, setTakeAway } from './plate-marks.ts';
import { movePlate, removePlate, restorePlate } from './plate-moves.ts';
import { addPlate, backToLine, letIn } from './plates.ts';
import type { Refusal } from './refusals.ts';
import { no, ok, type Result } from './result.ts';
import { lendScooter } from './scooter-keys.ts';
import { checkScooter, mendScooter } from './scooter-repairs.ts';
import { setPictureCode, setScooterRules } from './scooter-settings.ts';
import { closeMeal, finishMeal, notePaperLine, openMeal, printMeal, resetMeal } from './sitting.ts';
import { setStaffPhoto, setStaffToday } from './staff-faces.ts';
import {
  noteLockout,
  putStaffMember,
  removeStaffMember,
  setStaffCard,
  setStaffCode,
  setStaffPassword,
} from './team.ts';
import type { Instant } from './time.ts';
import { withNews } from './told-later.ts';

export interface Context {
  /** The judge's own time. */
  readonly now: Instant;
  /** When the tap was, as far as it is believed (`believedTap`); answers only "was it still open?". */
  readonly tappedAt: Instant;
  /** What the session of the sender is worth; a resident's envelope never carries more than `resident`. */
  readonly role: Role;
}

/** What a rule works with: the board, who acts, when, and ids for new rows (`<commandId>/<n>`). */
export interface Judgement extends Context {
  readonly board: Board;
  readonly actor: Actor;
  readonly zone: string;
  /** When the tap was, by the sender's own word. */
  readonly saidTappedAt: string;
  readonly newId: () => string;
}

export type Verdict = Result<readonly Change[], Refusal>;

/** Judges one envelope. An accepted command that changes nothing has no changes. */
export const decide = (board: Board, envelope: Envelope, context: Context): Verdict =>
  decideBy(judgeIfMay, board, envelope, context);

const judgeIfMay: Judge = (command, judgement) => {
  if (!may(command.type, judgement.role, judgement.actor.proof)) return no({ type: 'notAllowed' });
  return withNews(command, judge(command, judgement), judgement);
};

function judge(command: Command, judgement: Judgement): Verdict {
  if (isForResidents(command)) return judgeForResidents(command, judgement);
  if (isForPeople(command)) return judgeForPeople(command, judgement);
  if (isForRounds(command)) return judgeForRounds(command, judgement);
  if (isForProgramme(command)) return judgeForProgramme(command, judgement);
  if (isForAnnouncements(command)) return judgeForAnnouncements(command, judgement);
  switch (command.type) {
    case 'addPlate':
      return addPlate(command, judgement);
    case 'removePlate':
      return removePlate(command, judgement);
    case 'restorePlate':
      return restorePlate(command, judgement);
    case 'letIn':
      return letIn(command, judgement);
    case 'backToLine':
      return backToLine(command, judgement);
    case 'movePlate':
      return movePlate(command, judgement);
    case 'setTakeAway':
      return setTakeAway(command, judgement);
    case 'nameGuest':
      return nameGuest(command, judgement);
    case 'markPaid':
      return markPaid(command, judgement);
    case 'markCame':
      return markCame(command, judgement);
    case 'setDiet':
      return setDiet(command, judgement);
    case 'setGuestDiet':
      return setGuestDiet(command, judgement);
    case 'openMeal':
      return openMeal(command, judgement);
    case 'closeMeal':
      return closeMeal(command, judgement);
    case 'resetMeal':
      return resetMeal(command, judgement);
    case 'finishMeal':
      return finishMeal(command, judgement);
    case 'printMeal':
      return printMeal(command, judgement);
    case 'notePaperLine':
      return notePaperLine(command, judgement);
    case 'setMenu':
      return setMenu(command, judgement);
    case 'putStaffMember':
      return putStaffMember(command, judgement);
    case 'removeStaffMember':
      return removeStaffMember(command, judgement);
    case 'setStaffCode':
      return setStaffCode(command, judgement);
    case 'setStaffPassword':
      return setStaffPassword(command, judgement);
    case 'setStaffCard':
      return setStaffCard(command, judgement);
    case 'setStaffPhoto':
      return setStaffPhoto(command, judgement);
    case 'setStaffToday':
      return setStaffToday(command, judgement);
    case 'noteLockout':
      return noteLockout(command, judgement);
    case 'mendScooter':
      return mendScooter(command, judgement);
    case 'lendScooter':
      return lendScooter(command, judgement);
    case 'checkScooter':
      return checkScooter(command, judgement);
    case 'setScooterRules':
      return setScooterRules(command, judgement);
    case 'setPictureCode':
      return setPictureCode(command, judgement);
    case 'setLocation':
      return setLocation(command, judgement);
    case 'addCalendarLink':
      return addCalendarLink(command, judgement);
    case 'removeCalendarLink':
      return removeCalendarLink(command, judgement);
    case 'importResidents':
      return importResidents(command, judgement);
    case 'importProgramme':
      return ok(importProgramme(command, judgement));
    case 'importScooters':
      return ok(importScooters(command, judgement));
    case 'importStaff':
      return importStaff(command, judgement);
    case 'importMenu':
      return ok(importMenu(command, judgement));
  }
}
