/** What a guest is called, as typed. Refuses a name that a row cannot hold. */
import { useState } from 'preact/hooks';
import { GUEST_NAME_LENGTH } from '../../app/meal-parts.ts';
import { MealButton } from './buttons.tsx';
import type { MealSpeech } from './meal-words.ts';

export interface GuestNameProps {
  readonly speech: MealSpeech;
  readonly name: string;
  readonly onSave: (name: string) => void;
}

export function GuestName(props: GuestNameProps) {
  const { t } = props.speech;
  const [text, setText] = useState(props.name);
  const tooLong = text.trim().length > GUEST_NAME_LENGTH;
  const save = () => {
    if (!tooLong) props.onSave(text.trim());
  };
  return (
    <div class="m-save">
      <label class="m-field">
        <span>{t('deskplate:guestHint')}</span>
        <input
          type="text"
          value={text}
          autocomplete="off"
          aria-invalid={tooLong}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
          onKeyDown={({ key }) => {
            if (key === 'Enter') save();
          }}
        />
        {tooLong ? <b class="m-wrong">{t('deskplate:guestLong', { count: GUEST_NAME_LENGTH })}</b> : null}
      </label>
      <MealButton tone="main" icon="check" onPress={save}>
        {t('deskplate:dietSave')}
      </MealButton>
    </div>
  );
}
