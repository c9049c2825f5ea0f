/** What became of the last act, with its way back, until the next one (DESK rule 10). */
import type { MealDesk } from '../../app/meal-acts.ts';
import type { StaffSpeech } from '../../i18n/staff-i18n.ts';
import { Icon } from '../Icon.tsx';
import { MealButton } from './buttons.tsx';
import { toldWords } from './meal-words.ts';

export function ToldBar({ desk, speech }: { readonly desk: MealDesk; readonly speech: StaffSpeech }) {
  const { t } = speech;
  const told = desk.told.value;
  if (told === null) return <div class="m-told" role="status" />;
  const isDone = told.type === 'done';
  return (
    <div class="m-told" role="status">
      <div class={isDone ? 'm-told-box is-done' : 'm-told-box is-refused'}>
        <Icon name={isDone ? 'ok' : 'warn'} />
        <p>{toldWords(speech, told)}</p>
        {isDone && told.undo !== null ? (
          <MealButton icon="undo" onPress={desk.undo}>
            {t('deskmeal:notAfterAll')}
          </MealButton>
        ) : null}
        {told.type === 'asked' ? (
          <MealButton tone="yes" icon="check" onPress={desk.undo}>
            {t('deskadd:still')}
          </MealButton>
        ) : null}
        {isDone && told.undo !== null ? null : (
          <MealButton icon="cross" onPress={desk.untell}>
            {t(told.type === 'asked' ? 'deskmeal:notAfterAll' : 'deskmeal:close')}
          </MealButton>
        )}
      </div>
    </div>
  );
}
