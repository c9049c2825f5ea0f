/** Somebody of the team as the kiosk shows them: a photo, else initials. Says nothing: the name stands beside it. */
import type { StaffMember } from '../../domain/staff-member.ts';
import { initialsOf, photoOfMember } from '../../domain/team-views.ts';
import { Photo } from '../ui/Photo.tsx';
import type { BoardProps } from './desk-context.ts';

export function MemberFace({ board, member }: BoardProps & { readonly member: StaffMember }) {
  const photo = photoOfMember(board, member.id);
  return (
    <span class="s-face" aria-hidden="true">
      <Photo src={photo === null ? null : `/api/photos/${encodeURIComponent(photo)}`}>{initialsOf(member.name)}</Photo>
    </span>
  );
}
