/** A drawing of the house, or a photo that is made small here before it is sent. */
import { useState } from 'preact/hooks';
import type { Draft } from '../../app/announcement-drafts.ts';
import { HousePicture } from '../../ui/pictograms/HousePicture.tsx';
import { Button, Wrong } from '../controls.tsx';
import { useDesk } from '../desk-context.ts';
import { pictureNames, pictureWords } from './picture-words.ts';

export interface PictureFieldProps {
  readonly draft: Pick<Draft, 'picture'>;
  readonly onChange: (fields: Pick<Draft, 'picture'>) => void;
}

export function PictureField({ draft: { picture }, onChange }: PictureFieldProps) {
  const { app, t } = useDesk();
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const choose = async (file: File | undefined) => {
    if (file === undefined) return;
    setWrong(null);
    setBusy(true);
    const kept = await app.addPhoto(file);
    setBusy(false);
    if (kept.type === 'kept') return onChange({ picture: { photo: kept.id } });
    if (kept.type === 'away') return setWrong(t('deskannouncement:photoNoInternet'));
    setWrong(t(kept.type === 'tooLarge' ? 'deskannouncement:photoTooLarge' : 'deskannouncement:photoUnfit'));
  };
  return (
    <fieldset class="s-field s-drawings">
      <legend>{t('deskannouncement:picture')}</legend>
      <div class="s-row is-wrap">
        <button
          type="button"
          class="s-drawing"
          aria-pressed={picture === null}
          onClick={() => onChange({ picture: null })}
        >
          <span>{t('deskannouncement:pictureNone')}</span>
        </button>
        {pictureNames.map((name) => (
          <button
            key={name}
            type="button"
            class="s-drawing"
            aria-pressed={picture !== null && 'pictogram' in picture && picture.pictogram === name}
            onClick={() => onChange({ picture: { pictogram: name } })}
          >
            <HousePicture name={name} />
            <span>{pictureWords[name]}</span>
          </button>
        ))}
      </div>
      {picture !== null && 'photo' in picture ? (
        <div class="s-row is-wrap">
          <img class="s-photo" src={`/api/photos/${encodeURIComponent(picture.photo)}`} alt="" />
          <span>{t('deskannouncement:photoThere')}</span>
          <Button onPress={() => onChange({ picture: null })}>{t('deskannouncement:photoAway')}</Button>
        </div>
      ) : null}
      <label class="s-file">
        <span>{t('deskannouncement:photo')}</span>
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
    </fieldset>
  );
}
