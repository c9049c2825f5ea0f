/** How the team, its days and its troubles at the door are said. Refuses to say more of a lockout than was kept. */
import type { Board } from '../../domain/board.ts';
import type { StaffMember, StaffRole } from '../../domain/staff-member.ts';
import type { RecentLockout, TeamNo } from '../app/staff-team.ts';
import type { StaffKey, StaffSpeech } from '../i18n/staff-i18n.ts';
import { clock, momentIn, shortMoment, span } from './desk-words.ts';

const roles: Readonly<Record<StaffRole, StaffKey>> = {
  volunteer: 'deskteam:volunteer',
  manager: 'deskteam:manager',
  admin: 'deskteam:admin',
};

export const roleWord = ({ t }: StaffSpeech, role: StaffRole): string => t(roles[role]);

/** "ma, di: 9:00 tot 17:00" */
export function presenceWords(speech: StaffSpeech, presence: StaffMember['presence']): string {
  if (presence.length === 0) return speech.t('deskteam:noPresence');
  return presence
    .map(({ weekdays, from, until }) => {
      const days = weekdays.map((day) => speech.t(`deskwhen:short${day}` as StaffKey)).join(', ');
      return `${days}: ${span(speech, { from, to: until })}`;
    })
    .join(' · ');
}

const ways: Readonly<Record<RecentLockout['way'], StaffKey>> = {
  code: 'deskteam:wrongCode',
  card: 'deskteam:wrongCard',
  password: 'deskteam:wrongPassword',
  enrolment: 'deskteam:wrongEnrolment',
};

/** "Joke Pronk: te vaak een verkeerde code op Tablet hal, do 14:05." */
export function lockoutWords(speech: StaffSpeech, board: Board, lockout: RecentLockout): string {
  const { t } = speech;
  const moment = momentIn(board, Date.parse(lockout.at));
  const isToday = lockout.rests;
  return t('deskteam:lockout', {
    who: lockout.who ?? t('deskteam:somebody'),
    what: t(ways[lockout.way]),
    where: lockout.device ?? t('deskteam:ownDevice'),
    time: isToday ? clock(moment.time) : shortMoment(speech, moment),
  });
}

const noes: Readonly<Record<TeamNo, StaffKey>> = {
  notAllowed: 'deskno:notAllowed',
  passwordNeeded: 'deskno:passwordNeeded',
  weak: 'deskenter:common',
  taken: 'deskteam:taken',
  unknown: 'deskteam:unknown',
  rest: 'deskenter:tries',
  away: 'deskenter:savingAway',
};

export const teamNo = ({ t }: StaffSpeech, why: TeamNo): string => t(noes[why]);
