/** What somebody may not eat, all on one sheet. Refuses to be open without network: a diet is never kept on a tablet. */
import { useState } from 'preact/hooks';
import type { Allergen, Diet, DietKind } from '../../../domain/meal-rows.ts';
import { allergenChoices, dietChoices, NOTE_LENGTH } from '../../app/meal-parts.ts';
import type { StaffSpeech } from '../../i18n/staff-i18n.ts';
import { Icon } from '../Icon.tsx';
import { MealButton } from './buttons.tsx';
import { allergenWord, kindWord } from './meal-words.ts';

export type DietFields = Pick<Diet, 'kinds' | 'allergens' | 'note'>;

export interface DietEditorProps {
  readonly speech: StaffSpeech;
  readonly diet: DietFields | null;
  /** `was` is what stood there at first, whatever another has written since. */
  readonly onSave: (diet: DietFields, was: DietFields) => void;
}

const none: DietFields = { kinds: [], allergens: [], note: '' };

export function DietEditor({ diet, onSave, speech }: DietEditorProps) {
  const { t } = speech;
  const [was] = useState<DietFields>(diet ?? none);
  const [fields, setFields] = useState<DietFields>(was);
  const tooLong = fields.note.trim().length > NOTE_LENGTH;
  const save = () => {
    if (!tooLong) onSave({ ...fields, note: fields.note.trim() }, was);
  };
  const setKinds = (kind: DietKind) => setFields({ ...fields, kinds: toggled(dietChoices, fields.kinds, kind) });
  const setAllergens = (each: Allergen) =>
    setFields({ ...fields, allergens: toggled(allergenChoices, fields.allergens, each) });
  return (
    <div class="m-diet">
      <h3>{t('deskplate:kinds')}</h3>
      <div class="m-tiles">
        {dietChoices.map((kind) => (
          <Choice key={kind} isOn={fields.kinds.includes(kind)} onToggle={() => setKinds(kind)}>
            {kindWord(speech, kind)}
          </Choice>
        ))}
      </div>
      <h3>{t('deskplate:allergens')}</h3>
      <div class="m-tiles">
        {allergenChoices.map((each) => (
          <Choice key={each} isOn={fields.allergens.includes(each)} onToggle={() => setAllergens(each)}>
            {t('deskplate:not', { what: allergenWord(speech, each) })}
          </Choice>
        ))}
      </div>
      <div class="m-save">
        <label class="m-field">
          <span>{t('deskplate:dietNote')}</span>
          <input
            type="text"
            value={fields.note}
            autocomplete="off"
            aria-invalid={tooLong}
            onInput={({ currentTarget }) => setFields({ ...fields, note: currentTarget.value })}
          />
          {tooLong ? <b class="m-wrong">{t('deskplate:dietNoteLong', { count: NOTE_LENGTH })}</b> : null}
        </label>
        <MealButton tone="main" icon="check" onPress={save}>
          {t('deskplate:dietSave')}
        </MealButton>
      </div>
      <p class="m-soft">{t('deskplate:dietWho')}</p>
    </div>
  );
}

function Choice(props: { readonly isOn: boolean; readonly onToggle: () => void; readonly children: string }) {
  return (
    <button type="button" class="m-tile" aria-pressed={props.isOn} onClick={props.onToggle}>
      {props.isOn ? <Icon name="check" /> : null}
      <span>{props.children}</span>
    </button>
  );
}

/** In the order of all there are, so that the same diet is always the same row. */
function toggled<Each>(all: readonly Each[], chosen: readonly Each[], each: Each): Each[] {
  const isOn = chosen.includes(each);
  return all.filter((one) => (one === each ? !isOn : chosen.includes(one)));
}
