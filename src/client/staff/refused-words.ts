/** The rules' no to any act of the desk as a sentence, where nobody knows any more on which page it was. */
import type { Board } from '../../domain/board.ts';
import type { StaffSpeech } from '../i18n/staff-i18n.ts';
import type { Reason } from '../state/screens.ts';
import { announcementNo } from './announcements/announcement-words.ts';
import { programmeRefusal } from './programme/programme-words.ts';

export const refusedWords = (speech: StaffSpeech, reason: Reason, board: Board | null): string =>
  /^(?:announcement|alarm)/.test(reason.type)
    ? announcementNo(speech, reason, board)
    : programmeRefusal(speech, reason, board);
