/** When an alarm ends, as somebody says it, and the commands that give or change one. Refuses to choose an end. */
import type { Announcement } from '../../domain/announcement.ts';
import { type Board, locationOf } from '../../domain/board.ts';
import type { CommandOf } from '../../domain/commands.ts';
import { addDays, dateAt, type Instant, instantOf, instantOfText, instantText, MINUTE } from '../../domain/time.ts';
import { type AlarmSaid, saidOf, sentOf } from './alarm-words.ts';

export type AlarmEnd =
  | { readonly type: 'hour' | 'four' | 'midnight' }
  /** On the wall, today or else tomorrow; empty is not said yet. */
  | { readonly type: 'time'; readonly time: string };

const HOUR = 60 * MINUTE;

/** Null where it is not said yet. */
export function endOfAlarm(board: Board, end: AlarmEnd, now: Instant): Instant | null {
  const zone = locationOf(board).timeZone;
  const today = dateAt(now, zone);
  switch (end.type) {
    case 'hour':
      return now + HOUR;
    case 'four':
      return now + 4 * HOUR;
    case 'midnight':
      return instantOf(addDays(today, 1), '00:00', zone);
    case 'time': {
      if (!/^\d\d:\d\d$/.test(end.time)) return null;
      const at = instantOf(today, end.time, zone);
      return at > now ? at : instantOf(addDays(today, 1), end.time, zone);
    }
  }
}

export interface AlarmWanted {
  readonly said: AlarmSaid;
  readonly until: Instant;
  /** Empty is every tablet. */
  readonly deviceIds: readonly string[];
}

/** From now. */
export function alarmOf({ deviceIds, said, until }: AlarmWanted, now: Instant): CommandOf<'postAnnouncement'> {
  return {
    type: 'postAnnouncement',
    level: 'alarm',
    ...sentOf(said),
    picture: null,
    from: instantText(now),
    until: instantText(until),
    deviceIds,
  };
}

/** Other words, another end or other tablets for one that is on: what is changed of it, and what was seen. */
export function changeOf(
  seen: Announcement,
  { deviceIds, said, until }: AlarmWanted,
): CommandOf<'changeAnnouncement'> | null {
  const { acts, text, title, translations } = sentOf(said);
  const wanted = { title, text, acts, translations, deviceIds, until: instantText(until) };
  const before = { ...sentOf(saidOf(seen)), deviceIds: seen.deviceIds, until: seen.until };
  const names = (Object.keys(wanted) as (keyof typeof wanted)[]).filter((name) =>
    name === 'until'
      ? instantOfText(wanted.until) !== instantOfText(before.until)
      : JSON.stringify(wanted[name]) !== JSON.stringify(before[name]),
  );
  if (names.length === 0) return null;
  const of = (from: typeof wanted | Announcement) => Object.fromEntries(names.map((name) => [name, from[name]]));
  return { type: 'changeAnnouncement', announcementId: seen.id, fields: of(wanted), was: of(seen) };
}

/** The same alarm an hour longer. */
export const longer = ({ id, until }: Announcement): CommandOf<'changeAnnouncement'> => ({
  type: 'changeAnnouncement',
  announcementId: id,
  fields: { until: instantText(Date.parse(until) + HOUR) },
  was: { until },
});
