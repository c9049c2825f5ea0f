/** A photo of a member of the team for the kiosk: set with their consent, taken away at once. Refuses any file but a photo. */
import { useState } from 'preact/hooks';
import type { StaffMember } from '../../domain/staff-member.ts';
import { photoOfMember } from '../../domain/team-views.ts';
import { Button, Wrong } from './controls.tsx';
import { type BoardProps, useDesk } from './desk-context.ts';
import { refusalWords } from './desk-words.ts';
import { MemberFace } from './MemberFace.tsx';

export interface FaceFieldProps extends BoardProps {
  readonly member: StaffMember;
}

export function FaceField({ board, member }: FaceFieldProps) {
  const desk = useDesk();
  const { app, t } = desk;
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const photo = photoOfMember(board, member.id);
  const put = (next: string | null) => {
    const text = t(next === null ? 'deskteam:photoGone' : 'deskteam:photoSaved', { name: member.name });
    const no = app.act({ type: 'setStaffPhoto', staffId: member.id, photo: next }, { text });
    setWrong(no === null ? null : refusalWords(desk, no, board));
  };
  const choose = async (file: File | undefined) => {
    if (file === undefined) return;
    setWrong(null);
    setBusy(true);
    const kept = await app.addPhoto(file);
    setBusy(false);
    if (kept.type === 'kept') return put(kept.id);
    if (kept.type === 'away') return setWrong(t('deskannouncement:photoNoInternet'));
    setWrong(t(kept.type === 'tooLarge' ? 'deskannouncement:photoTooLarge' : 'deskannouncement:photoUnfit'));
  };
  return (
    <fieldset class="s-field s-face-field">
      <legend>{t('deskteam:photo')}</legend>
      <p class="s-help">{t('deskteam:photoHelp', { name: member.name })}</p>
      <div class="s-row is-wrap">
        <MemberFace board={board} member={member} />
        {photo === null ? null : <Button onPress={() => put(null)}>{t('deskteam:photoAway')}</Button>}
      </div>
      <label class="s-file">
        <span>{t('deskteam:photoChoose')}</span>
        <input
          type="file"
          accept="image/jpeg,image/png,image/webp"
          aria-describedby={wrong === null ? undefined : 'face-wrong'}
          onChange={({ currentTarget }) => {
            void choose(currentTarget.files?.[0]);
            currentTarget.value = '';
          }}
        />
      </label>
      {busy ? <p role="status">{t('deskannouncement:photoBusy')}</p> : null}
      <Wrong id="face" sentence={wrong} />
    </fieldset>
  );
}
