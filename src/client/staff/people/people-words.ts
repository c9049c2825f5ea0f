/** How the desk says what is known of a resident, and what the rules refuse about one. */
import type { Board } from '../../../domain/board.ts';
import { deskPerson } from '../../app/staff-people.ts';
import { languageName, type ResidentField, type ResidentFields } from '../../app/staff-residents.ts';
import type { StaffSpeech } from '../../i18n/staff-i18n.ts';
import type { Reason } from '../../state/screens.ts';

const words = {
  number: 'deskpeople:door',
  salutation: 'deskpeople:salutation',
  firstName: 'deskpeople:firstName',
  infix: 'deskpeople:infix',
  lastName: 'deskpeople:lastName',
  phone: 'deskpeople:phone',
  language: 'deskpeople:languageOn',
  showName: 'deskpeople:showName',
} as const satisfies Readonly<Record<ResidentField, string>>;

export const fieldWord = ({ t }: StaffSpeech, name: ResidentField): string => t(words[name]);

export function shownField({ t }: StaffSpeech, fields: ResidentFields, name: ResidentField): string {
  if (name === 'language') return languageName(fields.language);
  if (name === 'showName') return t(fields.showName ? 'deskpeople:yes' : 'deskpeople:no');
  return fields[name] || t('deskpeople:nothing');
}

/** "begane grond", "3e verdieping" */
export function floorWords({ t }: StaffSpeech, floor: number): string {
  if (floor === 0) return t('deskpeople:ground');
  return floor < 0 ? t('deskpeople:under', { floor: -floor }) : t('deskpeople:nth', { floor });
}

/** Null where it is no refusal about residents. */
export function peopleRefusal({ t }: StaffSpeech, reason: Reason, board: Board | null): string | null {
  switch (reason.type) {
    case 'nameMissing':
    case 'doorUnreadable':
    case 'phoneUnreadable':
    case 'floorMissing':
    case 'typesMissing':
      return t(`deskpeople:${reason.type}`);
    case 'otherFloor':
      return t('deskpeople:otherFloor', { floor: reason.floor });
    case 'alreadyLivesHere':
    case 'cardTaken': {
      const person = board === null ? null : deskPerson(board, reason.residentId);
      return t(`deskpeople:${reason.type}`, { name: person?.name ?? '', door: person?.door ?? '' });
    }
    default:
      return null;
  }
}
