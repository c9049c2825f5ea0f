/** The team as it chooses its own name at a shared screen. Refuses to be shown to residents: that is `teamToday`. */
import type { Board } from '../../domain/board.ts';
import { rows } from '../../domain/table.ts';
import { teamToday } from '../../domain/team-views.ts';
import type { Instant } from '../../domain/time.ts';

export interface Colleague {
  readonly id: string;
  readonly name: string;
  /** "gastvrouw samen eten" */
  readonly work: string;
  readonly isHere: boolean;
  /** May give somebody a new code. */
  readonly manages: boolean;
}

/** Who is in the house now first, then by name. */
export function colleagues(board: Board, now: Instant): readonly Colleague[] {
  const here = new Set(teamToday(board, now).flatMap(({ here, member }) => (here ? [member.id] : [])));
  return [...rows(board.staffMember)]
    .map(({ function: work, id, name, role }) => ({
      id,
      name,
      work: work.split(',')[0] ?? work,
      isHere: here.has(id),
      manages: role !== 'volunteer',
    }))
    .sort((a, b) => Number(b.isHere) - Number(a.isHere) || a.name.localeCompare(b.name, 'nl'));
}
