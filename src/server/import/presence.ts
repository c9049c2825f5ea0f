/** When somebody of the team is there, as a roster says it: `ma-do 09:00-17:00`, `di en vr 10-12`, `wo-vr`. */
import type { StaffMember } from '../../domain/staff-member.ts';
import { parseWeekday } from './values.ts';

export interface PresenceRead {
  readonly presence: StaffMember['presence'];
  /** Days without hours stand for office hours, and somebody should hear so. */
  readonly assumedHours: boolean;
}

const OFFICE_HOURS = { from: '09:00', until: '17:00' } as const;
const DAY = '(?:[a-z]{2,9})';
const TIME = '(\\d{1,2}(?:[:.u]\\d{2})?)\\s*(?:u(?:ur)?)?';
const group = new RegExp(
  `^\\s*(${DAY}(?:\\s*(?:-|–|t/m|tot en met|en|,|/|&|\\+)\\s*${DAY})*)\\s*(?:(?:van\\s+)?${TIME}\\s*(?:-|–|tot)\\s*${TIME})?\\s*(?:,|;|/|en\\b|$)`,
  'i',
);

/** Null is what cannot be read. An empty text is nobody knows when. */
export function parsePresence(text: string): PresenceRead | null {
  const presence: StaffMember['presence'][number][] = [];
  let assumedHours = false;
  let rest = text.trim().slice(0, 300);
  while (rest !== '') {
    const match = group.exec(rest);
    if (match?.[1] === undefined) return null;
    const weekdays = parseDays(match[1]);
    const hours = match[2] === undefined ? OFFICE_HOURS : { from: timeOf(match[2]), until: timeOf(match[3] ?? '') };
    if (weekdays === null || hours.from === null || hours.until === null || hours.from >= hours.until) return null;
    assumedHours ||= match[2] === undefined;
    presence.push({ weekdays: [...weekdays], from: hours.from, until: hours.until });
    rest = rest.slice(match[0].length).trim();
  }
  return { presence, assumedHours };
}

function parseDays(text: string): readonly number[] | null {
  const word = text.trim().toLowerCase();
  if (word === 'dagelijks') return [1, 2, 3, 4, 5, 6, 7];
  if (word === 'werkdagen') return [1, 2, 3, 4, 5];
  const days = new Set<number>();
  for (const part of word.split(/\s+en\s+|[,/&+](?!m)/)) {
    const ends = part.split(/-|–|t\/m|tot en met/).map(parseWeekday);
    const [from, to = from] = ends;
    if (from == null || to == null || ends.length > 2) return null;
    for (let day = from; ; day = (day % 7) + 1) {
      days.add(day);
      if (day === to) break;
    }
  }
  return [...days].sort();
}

function timeOf(text: string): string | null {
  const [hour = '', minute = '00'] = text.toLowerCase().split(/[:.u]/);
  const time = `${hour.padStart(2, '0')}:${minute}`;
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? time : null;
}
