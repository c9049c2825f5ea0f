/**
 * Photos of the team, and who is there today against their fixed days. Any manager says who is there; a photo is changed by
 * who may act on that member (`team.ts`). Refuses to know what is on a photo.
 */
import { type Board, locationOf } from './board.ts';
import type { CommandOf } from './commands.ts';
import type { Judgement, Verdict } from './decide.ts';
import { no, ok } from './result.ts';
import type { StaffFace } from './staff-face.ts';
import { row } from './table.ts';
import { withMember } from './team.ts';
import { dateAt } from './time.ts';

export function setStaffPhoto({ staffId, photo }: CommandOf<'setStaffPhoto'>, judgement: Judgement): Verdict {
  return withMember(staffId, judgement, ({ board }) => put({ ...faceOf(board, staffId), photo }));
}

/** For today alone; null is back to their fixed days. */
export function setStaffToday({ staffId, here }: CommandOf<'setStaffToday'>, { board, now }: Judgement): Verdict {
  if (row(board.staffMember, staffId, staffId) === undefined) return no({ type: 'staffUnknown', staffId });
  const date = dateAt(now, locationOf(board).timeZone);
  return put({ ...faceOf(board, staffId), today: here === null ? null : { date, here } });
}

const put = (face: StaffFace): Verdict => ok([{ type: 'staffFacePut', row: face }]);

const faceOf = (board: Board, staffId: string): StaffFace =>
  row(board.staffFace, staffId, staffId) ?? { id: staffId, photo: null, today: null };
