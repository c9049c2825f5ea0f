/** What staff may want of the people of the house, judged. Refuses to hold a rule: each has its own file. */
import type { Command, CommandOf } from './commands.ts';
import type { Judgement, Verdict } from './decide.ts';
import { eraseResident } from './erasing.ts';
import { leaveHouse, returnToHouse } from './leaving.ts';
import { putResident, setClearance, setResidentCard } from './people.ts';

const forPeople = [
  'putResident',
  'leaveHouse',
  'returnToHouse',
  'eraseResident',
  'setClearance',
  'setResidentCard',
] as const satisfies readonly Command['type'][];
export type ForPeople = CommandOf<(typeof forPeople)[number]>;

const names: ReadonlySet<string> = new Set(forPeople);
export const isForPeople = (command: Command): command is ForPeople => names.has(command.type);

export function judgeForPeople(command: ForPeople, judgement: Judgement): Verdict {
  switch (command.type) {
    case 'putResident':
      return putResident(command, judgement);
    case 'leaveHouse':
      return leaveHouse(command, judgement);
    case 'returnToHouse':
      return returnToHouse(command, judgement);
    case 'eraseResident':
      return eraseResident(command, judgement);
    case 'setClearance':
      return setClearance(command, judgement);
    case 'setResidentCard':
      return setResidentCard(command, judgement);
  }
}
