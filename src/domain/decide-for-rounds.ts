/** What staff want of the call-and-knock round, judged. Refuses to know any other command. */
import { noteCall, putOnRound, undoCall } from './call-notes.ts';
import type { Command, CommandOf } from './commands.ts';
import type { Judgement, Verdict } from './decide.ts';

const forRounds = ['noteCall', 'undoCall', 'putOnRound'] as const satisfies readonly Command['type'][];
export type ForRounds = CommandOf<(typeof forRounds)[number]>;

const names: ReadonlySet<string> = new Set(forRounds);
export const isForRounds = (command: Command): command is ForRounds => names.has(command.type);

export function judgeForRounds(command: ForRounds, judgement: Judgement): Verdict {
  switch (command.type) {
    case 'noteCall':
      return noteCall(command, judgement);
    case 'undoCall':
      return undoCall(command, judgement);
    case 'putOnRound':
      return putOnRound(command, judgement);
  }
}
