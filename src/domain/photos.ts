/** Which photos a board still shows: the server keeps no other. Refuses to know what is on them. */
import type { Board } from './board.ts';
import { rows } from './table.ts';

/** Their ids: of announcements, and of the team. */
export function photosOf({ announcement, staffFace }: Board): readonly string[] {
  const hung = [...rows(announcement)].flatMap(({ picture }) =>
    picture !== null && 'photo' in picture ? [picture.photo] : [],
  );
  return [...hung, ...[...rows(staffFace)].flatMap(({ photo }) => (photo === null ? [] : [photo]))];
}
