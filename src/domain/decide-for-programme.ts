/** What the desk may want of the programme, each judged by its rule. Refuses nothing itself. */
import { countVisitors, markAttendance } from './attendance.ts';
import type { Command, CommandOf } from './commands.ts';
import type { Judgement, Verdict } from './decide.ts';
import { removePeriod, setPeriod } from './holidays.ts';
import { letPass } from './let-pass.ts';
import { messagePeople } from './message-people.ts';
import { cancelActivity, changeActivity, restoreActivity, restoreDate, skipDate } from './programme.ts';
import { putRoom, removeRoom } from './rooms.ts';
import { changeSeries } from './series-change.ts';
import { copyActivities, endSeries, putSeries } from './series-made.ts';

const forProgramme = [
  'changeActivity',
  'changeSeries',
  'putSeries',
  'endSeries',
  'cancelActivity',
  'restoreActivity',
  'skipDate',
  'restoreDate',
  'copyActivities',
  'putRoom',
  'removeRoom',
  'setPeriod',
  'removePeriod',
  'markAttendance',
  'countVisitors',
  'messagePeople',
  'letPass',
] as const satisfies readonly Command['type'][];
export type ForProgramme = CommandOf<(typeof forProgramme)[number]>;

const names: ReadonlySet<string> = new Set(forProgramme);
export const isForProgramme = (command: Command): command is ForProgramme => names.has(command.type);

export function judgeForProgramme(command: ForProgramme, judgement: Judgement): Verdict {
  switch (command.type) {
    case 'changeActivity':
      return changeActivity(command, judgement);
    case 'changeSeries':
      return changeSeries(command, judgement);
    case 'putSeries':
      return putSeries(command, judgement);
    case 'endSeries':
      return endSeries(command, judgement);
    case 'cancelActivity':
      return cancelActivity(command, judgement);
    case 'restoreActivity':
      return restoreActivity(command, judgement);
    case 'skipDate':
      return skipDate(command, judgement);
    case 'restoreDate':
      return restoreDate(command, judgement);
    case 'copyActivities':
      return copyActivities(command, judgement);
    case 'putRoom':
      return putRoom(command, judgement);
    case 'removeRoom':
      return removeRoom(command, judgement);
    case 'setPeriod':
      return setPeriod(command, judgement);
    case 'removePeriod':
      return removePeriod(command, judgement);
    case 'markAttendance':
      return markAttendance(command, judgement);
    case 'countVisitors':
      return countVisitors(command, judgement);
    case 'messagePeople':
      return messagePeople(command, judgement);
    case 'letPass':
      return letPass(command, judgement);
  }
}
