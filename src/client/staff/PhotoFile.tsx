/** Takes a photo from this device, makes it small and keeps it; says why not. Knows nothing of what it is of. */
import { useState } from 'preact/hooks';
import { Wrong } from './controls.tsx';
import { useDesk } from './desk-context.ts';

export interface PhotoFileProps {
  readonly label: string;
  /** What is wrong with it for another reason than the file, as a sentence. */
  readonly refused?: string | null;
  /** With the id under which the server keeps it. */
  readonly onKept: (id: string) => void;
}

export function PhotoFile({ label, refused = null, onKept }: PhotoFileProps) {
  const { app, t } = useDesk();
  const [busy, setBusy] = useState(false);
  const [unfit, setUnfit] = useState<string | null>(null);
  const choose = async (file: File | undefined) => {
    if (file === undefined) return;
    setUnfit(null);
    setBusy(true);
    const kept = await app.addPhoto(file);
    setBusy(false);
    if (kept.type === 'kept') return onKept(kept.id);
    if (kept.type === 'away') return setUnfit(t('deskannouncement:photoNoInternet'));
    setUnfit(t(kept.type === 'tooLarge' ? 'deskannouncement:photoTooLarge' : 'deskannouncement:photoUnfit'));
  };
  const wrong = unfit ?? refused;
  return (
    <>
      <label class="s-file">
        <span>{label}</span>
        <input
          type="file"
          accept="image/jpeg,image/png,image/webp"
          aria-describedby={wrong === null ? undefined : 'photo-wrong'}
          onChange={({ currentTarget }) => {
            void choose(currentTarget.files?.[0]);
            currentTarget.value = '';
          }}
        />
      </label>
      {busy ? <p role="status">{t('deskannouncement:photoBusy')}</p> : null}
      <Wrong id="photo" sentence={wrong} />
    </>
  );
}
