/** A photo of a member of the team for the kiosk: set with their consent, taken away at once. Refuses any file but a photo. */
import { useState } from 'preact/hooks';
import type { StaffMember } from '../../domain/staff-member.ts';
import { photoOfMember } from '../../domain/team-views.ts';
import { Button } from './controls.tsx';
import { type BoardProps, useDesk } from './desk-context.ts';
import { refusalWords } from './desk-words.ts';
import { MemberFace } from './MemberFace.tsx';
import { PhotoFile } from './PhotoFile.tsx';

export interface FaceFieldProps extends BoardProps {
  readonly member: StaffMember;
}

export function FaceField({ board, member }: FaceFieldProps) {
  const desk = useDesk();
  const { app, t } = desk;
  const [refused, setRefused] = useState<string | null>(null);
  const photo = photoOfMember(board, member.id);
  const put = (next: string | null) => {
    const text = t(next === null ? 'deskteam:photoGone' : 'deskteam:photoSaved', { name: member.name });
    const no = app.act({ type: 'setStaffPhoto', staffId: member.id, photo: next }, { text });
    setRefused(no === null ? null : refusalWords(desk, no, board));
  };
  return (
    <fieldset class="s-field s-face-field">
      <legend>{t('deskteam:photo')}</legend>
      <p class="s-help">{t('deskteam:photoHelp', { name: member.name })}</p>
      <div class="s-row is-wrap">
        <MemberFace board={board} member={member} />
        {photo === null ? null : <Button onPress={() => put(null)}>{t('deskteam:photoAway')}</Button>}
      </div>
      <PhotoFile label={t('deskteam:photoChoose')} refused={refused} onKept={put} />
    </fieldset>
  );
}
