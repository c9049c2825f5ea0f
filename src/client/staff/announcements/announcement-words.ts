/** How the team's side says an announcement's times, its level, and a rule's no to it. Takes what is so. */
import type { Announcement, AnnouncementLevel } from '../../../domain/announcement.ts';
import type { Board } from '../../../domain/board.ts';
import type { StaffKey, StaffSpeech } from '../../i18n/staff-i18n.ts';
import type { Reason } from '../../state/screens.ts';
import { clock, longDay, momentIn, refusalWords } from '../desk-words.ts';

const levels: Readonly<Record<AnnouncementLevel, StaffKey>> = {
  information: 'deskannouncement:levelInformation',
  important: 'deskannouncement:levelImportant',
  alarm: 'deskannouncement:levelAlarm',
};
export const levelWord = ({ t }: StaffSpeech, level: AnnouncementLevel): string => t(levels[level]);

/** "van vrijdag 16 oktober, 9:00 tot zaterdag 17 oktober, 22:00", "vandaag van 15:12 tot 23:12" */
export function timesWords(
  speech: StaffSpeech,
  board: Board,
  { announcement, today }: { readonly announcement: Pick<Announcement, 'from' | 'until'>; readonly today: string },
): string {
  const [from, until] = [
    momentIn(board, Date.parse(announcement.from)),
    momentIn(board, Date.parse(announcement.until)),
  ];
  const dayOf = (date: string) => (date === today ? speech.t('deskwhen:today') : longDay(speech, date));
  if (from.date === until.date) {
    const times = { from: clock(from.time), until: clock(until.time) };
    return speech.t('deskannouncement:onOneDay', { day: dayOf(from.date), ...times });
  }
  const said = (key: StaffKey, { date, time }: typeof from) => speech.t(key, { day: dayOf(date), time: clock(time) });
  return `${said('deskannouncement:from', from)} ${said('deskannouncement:until', until)}`;
}

/** A rule's no as a sentence that says what to do now. */
export function announcementNo(speech: StaffSpeech, reason: Reason, board: Board | null): string {
  const { t } = speech;
  switch (reason.type) {
    case 'announcementEndsFirst':
      return t('deskannouncement:noEndsFirst');
    case 'announcementOver':
      return t('deskannouncement:noOver');
    case 'alarmWordy':
      return t('deskalarm:noWordy', { count: reason.most });
    case 'announcementEmpty':
      return t('deskannouncement:noEmpty');
    case 'announcementTooLong':
      return t(reason.hours <= 24 ? 'deskannouncement:noAlarmTooLong' : 'deskannouncement:noTooLong');
    case 'announcementUnknown':
      return t('deskannouncement:noUnknown');
    case 'changedMeanwhile':
      return t('deskannouncement:noChanged');
    default:
      return refusalWords(speech, reason, board);
  }
}
