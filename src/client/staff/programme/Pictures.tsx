/** The drawing of an activity: chosen, or the one of its goal. */
import type { StaffKey } from '../../i18n/staff-i18n.ts';
import { activityPictograms } from '../../ui/pictograms/activity-pictograms.ts';
import { isPictogramName, Pictogram } from '../../ui/pictograms/Pictogram.tsx';
import { useDesk } from '../desk-context.ts';

const names = Object.keys(activityPictograms).filter(isPictogramName);

export function Pictures({ chosen, onChoose }: { readonly chosen: string; readonly onChoose: (name: string) => void }) {
  const { t } = useDesk();
  return (
    <details class="p-pictures">
      <summary>{t('deskprogramme:otherPicture')}</summary>
      <fieldset class="s-parts">
        <legend>{t('deskprogramme:pictogram')}</legend>
        <label class="is-wide">
          <input
            type="radio"
            name="picture"
            checked={!names.some((name) => name === chosen)}
            onChange={() => onChoose('')}
          />
          <span>{t('deskprogramme:pictogramOwn')}</span>
        </label>
        {names.map((name) => (
          <label key={name}>
            <input type="radio" name="picture" checked={name === chosen} onChange={() => onChoose(name)} />
            <Pictogram name={name} />
            <span>{t(`deskpictures:${name}` as StaffKey)}</span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}
