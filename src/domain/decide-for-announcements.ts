/** Judges what can be wanted with announcements. Refuses to know any other command. */
import { changeAnnouncement, endAnnouncement, noteShowing, postAnnouncement } from './announcements.ts';
import type { Command, CommandOf } from './commands.ts';
import type { Judgement, Verdict } from './decide.ts';

const forAnnouncements = ['postAnnouncement', 'changeAnnouncement', 'endAnnouncement', 'noteShowing'] as const;
type ForAnnouncements = CommandOf<(typeof forAnnouncements)[number]>;

const names: ReadonlySet<string> = new Set(forAnnouncements);
export const isForAnnouncements = (command: Command): command is ForAnnouncements => names.has(command.type);

export function judgeForAnnouncements(command: ForAnnouncements, judgement: Judgement): Verdict {
  switch (command.type) {
    case 'postAnnouncement':
      return postAnnouncement(command, judgement);
    case 'changeAnnouncement':
      return changeAnnouncement(command, judgement);
    case 'endAnnouncement':
      return endAnnouncement(command, judgement);
    case 'noteShowing':
      return noteShowing(command, judgement);
  }
}
