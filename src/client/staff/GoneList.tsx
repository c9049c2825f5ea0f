/** Who went off the list of a meal: the past is one line, with each way back behind it. */
import { Button } from './controls.tsx';
import { useDesk } from './desk-context.ts';
import { nameAndDoorOf } from './meal/meal-words.ts';
import type { MealState } from './meal/use-meal-list.ts';

export function GoneList({ state: { list, open, speech } }: { readonly state: MealState }) {
  const { t } = useDesk();
  if (list.gone.length === 0) return null;
  return (
    <details class="s-card s-details">
      <summary>{t('deskeat:gone', { count: list.gone.length })}</summary>
      <ul class="s-tasks">
        {list.gone.map((view) => (
          <li key={view.plate.id}>
            <span class="is-grow">{nameAndDoorOf(speech, view)}</span>
            <Button onPress={() => open(view.plate.id)}>{t('deskplate:restore')}</Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
