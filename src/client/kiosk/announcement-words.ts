/** What is said about an announcement: in which language, by whom, until when. Takes the time, never asks. */
import type { Announcement } from '../../domain/announcement.ts';
import { endOnWall, firstSentence, hungBy, type Said, saidIn } from '../../domain/announcement-views.ts';
import type { App } from './app-context.ts';
import { dayName, digits, speechOf } from './now.ts';

/** The words, and in which language they are where that is not the one the screen speaks. */
export function announcementWords(app: App, announcement: Announcement): Said & { readonly lang: string | undefined } {
  const { tag } = app.i18n.language.value;
  const said = saidIn(announcement, tag);
  return { ...said, lang: said.language === tag ? undefined : said.language };
}

/** "morgen", "vandaag, 17:00 uur" */
export function untilWords(app: App, announcement: Announcement): string {
  const board = app.board.value;
  if (board === null) return '';
  const { date, time } = endOnWall(board, announcement);
  const day = dayName(speechOf(app), app.wallClock.value.date, date);
  return time === null ? day : app.i18n.t('message:dayAt', { day, time: digits(time) });
}

/** The one line under a title: its first sentence, or until when it hangs. */
export function lineWords(app: App, announcement: Announcement): string {
  const { text } = saidIn(announcement, app.i18n.language.value.tag);
  return firstSentence(text) ?? app.i18n.t('message:until', { day: untilWords(app, announcement) });
}

/** "Van Samira Haddou, sociaal beheerder"; null where nobody of the team hung it up. */
export function byWords(app: App, announcement: Announcement): string | null {
  const board = app.board.value;
  const member = board === null ? null : hungBy(board, announcement);
  if (member === null) return null;
  const [does = ''] = member.function.split(',');
  const { t } = app.i18n;
  return does === '' ? t('message:by', { name: member.name }) : t('message:byWho', { name: member.name, does });
}

/** The name of its drawing, which stands in for a photo too. */
export const drawingOf = ({ picture }: Announcement): string =>
  picture !== null && 'pictogram' in picture ? picture.pictogram : 'message';

export const photoOf = ({ picture }: Announcement): string | null =>
  picture !== null && 'photo' in picture ? `/api/photos/${encodeURIComponent(picture.photo)}` : null;
