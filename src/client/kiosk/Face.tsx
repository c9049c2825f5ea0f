/** Somebody of the team in a circle: their photo, where they agreed to one, else their initials. Says nothing. */
import type { Board } from '../../domain/board.ts';
import type { StaffMember } from '../../domain/staff-member.ts';
import { initialsOf, photoOfMember } from '../../domain/team-views.ts';
import { Photo } from '../ui/Photo.tsx';

export interface FaceProps {
  readonly board: Board;
  readonly member: StaffMember;
}

export function Face({ board, member }: FaceProps) {
  const photo = photoOfMember(board, member.id);
  return (
    <span class="avatar" aria-hidden="true">
      <Photo src={photo === null ? null : `/api/photos/${encodeURIComponent(photo)}`}>{initialsOf(member.name)}</Photo>
    </span>
  );
}

/** What somebody is to residents stands before the first comma; the rest is for the team. */
export function mainFunction(text: string): string {
  return text.split(',')[0] ?? text;
}
