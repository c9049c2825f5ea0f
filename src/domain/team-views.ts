/** The team as residents see it: who is there today, with which face, and whom to call. Refuses to phrase. */
import { type Board, locationOf } from './board.ts';
import type { StaffMember } from './staff-member.ts';
import { row, rows } from './table.ts';
import { dateAt, type Instant, localAt, type PlainTime, weekdayOf } from './time.ts';

export interface Present {
  readonly member: StaffMember;
  readonly from: PlainTime;
  /** Null is not known: somebody said that they are there today. */
  readonly until: PlainTime | null;
  readonly here: boolean;
}

/** Who of the team is there today and has not gone home yet; who is here now comes first. */
export function teamToday(board: Board, now: Instant): readonly Present[] {
  const { date, time } = localAt(now, locationOf(board).timeZone);
  const found: Present[] = [];
  for (const member of rows(board.staffMember)) {
    const said = saidToday(board, member.id, date);
    if (said === false) continue;
    const spans = member.presence.filter(({ until, weekdays }) => weekdays.includes(weekdayOf(date)) && until > time);
    for (const { from, until } of spans) found.push({ member, from, until, here: from <= time });
    if (said === true && spans.length === 0) found.push({ member, from: '00:00', until: null, here: true });
  }
  return found.sort(
    (a, b) =>
      rank(a) - rank(b) || (a.from < b.from ? -1 : a.from > b.from ? 1 : a.member.name < b.member.name ? -1 : 1),
  );
}

const rank = ({ here, member }: Present): number => (here ? 0 : 2) + (member.role === 'volunteer' ? 1 : 0);

/** What somebody said of today; null is nothing. */
function saidToday(board: Board, staffId: string, date: string): boolean | null {
  const said = row(board.staffFace, staffId, staffId)?.today ?? null;
  return said?.date === date ? said.here : null;
}

/** Whether somebody is there on this day, at whatever time; and whether that is because somebody said so. */
export function dayOf(
  board: Board,
  member: StaffMember,
  now: Instant,
): { readonly here: boolean; readonly usual: boolean } {
  const date = dateAt(now, locationOf(board).timeZone);
  const usual = member.presence.some(({ weekdays }) => weekdays.includes(weekdayOf(date)));
  return { here: saidToday(board, member.id, date) ?? usual, usual };
}

export interface TeamFace {
  readonly member: StaffMember;
  /** Null is not today, or not any more. */
  readonly today: Present | null;
}

/** Everybody who does something residents may know of: who is there today first, then by name. */
export function wholeTeam(board: Board, now: Instant): readonly TeamFace[] {
  const present = teamToday(board, now);
  const known = [...rows(board.staffMember)].filter((each) => each.function !== '' || each.presence.length > 0);
  const order = (member: StaffMember) => {
    const place = present.findIndex((each) => each.member.id === member.id);
    return place < 0 ? present.length : place;
  };
  return known
    .sort((a, b) => order(a) - order(b) || (a.name < b.name ? -1 : 1))
    .map((member) => ({ member, today: present.find((each) => each.member.id === member.id) ?? null }));
}

/** The id of their photo; null is their initials. */
export const photoOfMember = (board: Board, staffId: string): string | null =>
  row(board.staffFace, staffId, staffId)?.photo ?? null;

/** The first letters of the first word and the last: "SH" of Samira el Haddou. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '');
  const letters = [words.at(0), words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '');
  return letters.join('').toUpperCase();
}

/** The number to call for help: of the fixed contact of the team, else of the first who has one. */
export function helpNumber(board: Board): StaffMember | null {
  const reachable = [...rows(board.staffMember)].filter(({ phone, role }) => phone !== null && role !== 'volunteer');
  reachable.sort((a, b) => (a.name < b.name ? -1 : 1));
  return reachable.find(({ contact }) => contact) ?? reachable[0] ?? null;
}
