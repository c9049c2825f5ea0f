/** What became of the last act, with its way back, until the next one (DESK rule 10). */
import type { MealDesk } from '../../app/meal-acts.ts';
import type { StaffSpeech } from '../../i18n/staff-i18n.ts';
import { Icon } from '../Icon.tsx';
import { MealButton } from './buttons.tsx';
import { mealRefusal } from './meal-words.ts';

export function ToldBar({ desk, speech }: { readonly desk: MealDesk; readonly speech: StaffSpeech }) {
  const told = desk.told.value;
  return (
    <div class="m-told" role="status">
      {told === null ? null : (
        <div class={told.type === 'done' ? 'm-told-box is-done' : 'm-told-box is-refused'}>
          <Icon name={told.type === 'done' ? 'ok' : 'warn'} />
          <p>{told.type === 'done' ? told.text : mealRefusal(speech, told.reason)}</p>
          {told.type === 'done' && told.undo !== null ? (
            <MealButton icon="undo" onPress={desk.undo}>
              {speech.t('deskmeal:notAfterAll')}
            </MealButton>
          ) : (
            <MealButton icon="cross" onPress={desk.untell}>
              {speech.t('deskmeal:close')}
            </MealButton>
          )}
        </div>
      )}
    </div>
  );
}
