/** When an alarm ends, as somebody says it, and the command that gives one. Refuses to choose an end. */
import type { Announcement } from '../../domain/announcement.ts';
import { type Board, locationOf } from '../../domain/board.ts';
import type { CommandOf } from '../../domain/commands.ts';
import { addDays, dateAt, type Instant, instantOf, instantText, MINUTE } from '../../domain/time.ts';

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

/** On every tablet, from now. */
export function alarmOf(
  said: Pick<Announcement, 'title' | 'acts' | 'translations'>,
  now: Instant,
  until: Instant,
): CommandOf<'postAnnouncement'> {
  return {
    type: 'postAnnouncement',
    level: 'alarm',
    title: said.title,
    text: '',
    picture: null,
    acts: said.acts,
    from: instantText(now),
    until: instantText(until),
    deviceIds: [],
    translations: said.translations.filter(({ title }) => title.trim() !== ''),
  };
}

/** The same alarm an hour longer. */
export const longer = ({ id, until }: Announcement): CommandOf<'changeAnnouncement'> => ({
  type: 'changeAnnouncement',
  announcementId: id,
  fields: { until: instantText(Date.parse(until) + HOUR) },
  was: { until },
});
