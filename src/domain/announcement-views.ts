/** What of the board's announcements a tablet shows now, in which words, and who has seen an alarm. Refuses to choose words. */
import type { Announcement, AnnouncementLevel, Showing } from './announcement.ts';
import { ALARM_TEXT_LENGTH, MOST_ACTS, TEXT_LENGTH, TITLE_LENGTH } from './announcement.ts';
import { type Board, locationOf } from './board.ts';
import type { StaffMember } from './staff-member.ts';
import { group, row, rows } from './table.ts';
import { DAY, type Instant, instantOfText, localAt, type PlainDate, type PlainTime } from './time.ts';

/** Where and when it is looked at. */
export interface Looking {
  readonly now: Instant;
  /** The tablet; null where it does not know itself yet. */
  readonly deviceId: string | null;
}

/** On show now, without alarms: important ones first, then the newest. */
export function announcementsOn(board: Board, looking: Looking): readonly Announcement[] {
  return shownNow(board, looking, ({ level }) => level !== 'alarm').sort(byImportance);
}

/** The alarm over every screen now: the newest, or null. */
export function alarmOn(board: Board, looking: Looking): Announcement | null {
  return shownNow(board, looking, ({ level }) => level === 'alarm').sort(byImportance)[0] ?? null;
}

function shownNow(board: Board, { now, deviceId }: Looking, wanted: (each: Announcement) => boolean): Announcement[] {
  return [...rows(board.announcement)].filter(
    (each) => wanted(each) && stateOf(each, now) === 'on' && isMeantFor(each, deviceId),
  );
}

/** Whether it is for this tablet. One that does not know itself shows an alarm rather than miss it. */
export function isMeantFor({ deviceIds, level }: Announcement, deviceId: string | null): boolean {
  if (deviceIds.length === 0) return true;
  return deviceId === null ? level === 'alarm' : deviceIds.includes(deviceId);
}

export type AnnouncementState = 'later' | 'on' | 'over';

export function stateOf({ endedAt, from, until }: Announcement, now: Instant): AnnouncementState {
  if (endedAt !== null || instantOfText(until) <= now) return 'over';
  return instantOfText(from) <= now ? 'on' : 'later';
}

const ranks: { readonly [Level in AnnouncementLevel]: number } = { alarm: 0, important: 1, information: 2 };

const byImportance = (a: Announcement, b: Announcement): number =>
  ranks[a.level] - ranks[b.level] || instantOfText(b.at) - instantOfText(a.at) || (a.id < b.id ? 1 : -1);

/** Every announcement there is, as the team looks at them: on show first, then what comes, then what was. */
export function allAnnouncements(board: Board, now: Instant): readonly Announcement[] {
  const order: readonly AnnouncementState[] = ['on', 'later', 'over'];
  const place = (each: Announcement) => order.indexOf(stateOf(each, now));
  return [...rows(board.announcement)].sort((a, b) => place(a) - place(b) || byImportance(a, b));
}

export interface Said {
  readonly title: string;
  readonly text: string;
  /** BCP 47: Dutch where nobody has written this language. */
  readonly language: string;
}

export function saidIn({ title, text, translations }: Announcement, language: string): Said {
  const found = translations.find((each) => each.language === language && each.title !== '');
  return found === undefined ? { title, text, language: 'nl' } : found;
}

export interface AlarmSaid extends Said {
  /** Each in Dutch where nobody has written it. */
  readonly acts: readonly { readonly pictogram: string; readonly words: string; readonly language: string }[];
}

/** An alarm in one language; what nobody wrote in it is empty, but for what to do. */
export function alarmIn({ acts, text, title, translations }: Announcement, language: string): AlarmSaid {
  const found = translations.find((each) => each.language === language);
  if (found === undefined)
    return { title, text, language: 'nl', acts: acts.map((act) => ({ ...act, language: 'nl' })) };
  const said = acts.map(({ pictogram, words }, nth) => {
    const other = found.acts[nth] ?? '';
    return other === '' ? { pictogram, words, language: 'nl' } : { pictogram, words: other, language };
  });
  return { title: found.title, text: found.text, language, acts: said };
}

/** The languages an alarm is said in, Dutch first. */
export const languagesOf = ({ translations }: Announcement): readonly string[] => [
  'nl',
  ...translations.map(({ language }) => language),
];

/** About what fits beside the picture on Vandaag (DESK design rule 14). */
const ONE_LINE = 50;

/** The first sentence where it fits on one line; null where it does not. */
export function firstSentence(text: string): string | null {
  const [first = ''] = text.split(/(?<=[.!?])\s+(?=\p{Lu})|\n/u);
  const said = first.replace(/\.$/, '');
  return said === '' || said.length > ONE_LINE ? null : said;
}

/** Hung up less than a day ago. */
export const isNew = ({ at }: Announcement, now: Instant): boolean => now - instantOfText(at) < DAY;

/** Which tablets have shown an alarm, the first of them first. */
export function showingsOf(board: Board, announcementId: string): readonly Showing[] {
  return [...group(board.showing, announcementId).values()].sort((a, b) => instantOfText(a.at) - instantOfText(b.at));
}

/** The last day it hangs there on the wall of the house, and until what time; null is until midnight. */
export function endOnWall(
  board: Board,
  { until }: Pick<Announcement, 'until'>,
): { readonly date: PlainDate; readonly time: PlainTime | null } {
  const { timeZone } = locationOf(board);
  const at = instantOfText(until);
  const { date, time } = localAt(at, timeZone);
  return time === '00:00' ? { date: localAt(at - 1, timeZone).date, time: null } : { date, time };
}

/** Who of the team hung it up; null where nobody did, or they have left. */
export const hungBy = (board: Board, { by }: Announcement): StaffMember | null =>
  by === null ? null : (row(board.staffMember, by, by) ?? null);

export const announcementNamed = (board: Board, id: string): Announcement | null =>
  row(board.announcement, id, id) ?? null;

/** Characters of a title, a text and the text of an alarm, and cards of an alarm, at most. */
export const mostOf = {
  title: TITLE_LENGTH,
  text: TEXT_LENGTH,
  alarmText: ALARM_TEXT_LENGTH,
  acts: MOST_ACTS,
} as const;
