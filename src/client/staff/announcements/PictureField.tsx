/** A drawing of the house, or a photo that is made small here before it is sent. */
import type { Draft } from '../../app/announcement-drafts.ts';
import { HousePicture } from '../../ui/pictograms/HousePicture.tsx';
import { Button } from '../controls.tsx';
import { useDesk } from '../desk-context.ts';
import { PhotoFile } from '../PhotoFile.tsx';
import { pictureNames, pictureWords } from './picture-words.ts';

export interface PictureFieldProps {
  readonly draft: Pick<Draft, 'picture'>;
  readonly onChange: (fields: Pick<Draft, 'picture'>) => void;
}

export function PictureField({ draft: { picture }, onChange }: PictureFieldProps) {
  const { t } = useDesk();
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
      <PhotoFile label={t('deskannouncement:photo')} onKept={(photo) => onChange({ picture: { photo } })} />
    </fieldset>
  );
}
