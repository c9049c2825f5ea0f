/** From the list of a meal to who is at the table, and when all is done. */
import { actOrTell, everyoneIsHere } from '../app/meal-acts.ts';
import { Button, State } from './controls.tsx';
import { useDesk } from './desk-context.ts';
import type { MealState } from './meal/use-meal-list.ts';

export interface TableActsProps {
  readonly state: MealState;
  readonly atTable: boolean;
  readonly onTable: (is: boolean) => void;
}

export function TableActs({ atTable, onTable, state: { list } }: TableActsProps) {
  const { app, t } = useDesk();
  const { activity, sitting, totals } = list;
  if (totals.people === 0) return null;
  return (
    <div class="s-acts">
      {sitting?.finishedAt == null ? null : <State tone="ok">{t('deskmeal:finished')}</State>}
      {list.door === 'open' ? (
        <Button
          icon="lock"
          onPress={() => {
            actOrTell(
              app,
              { type: 'closeMeal', activityId: activity.id },
              {
                text: t('deskadd:closedTold'),
                undo: () => ({
                  command: { type: 'resetMeal', activityId: activity.id },
                  text: t('deskadd:openAllTold'),
                }),
              },
            );
          }}
        >
          {t('deskmeal:closeNow')}
        </Button>
      ) : null}
      <Button onPress={() => onTable(!atTable)}>{t(atTable ? 'deskmeal:toList' : 'deskeat:whoIsHere')}</Button>
      {atTable && totals.unmarked > 0 ? (
        <Button icon="check" onPress={() => void everyoneIsHere(app, list)}>
          {t('deskmeal:everyone')}
        </Button>
      ) : null}
      {atTable && sitting?.finishedAt == null ? (
        <Button
          icon="ok"
          tone="yes"
          onPress={() => {
            actOrTell(app, { type: 'finishMeal', activityId: activity.id }, { text: t('deskmeal:finished') });
          }}
        >
          {t('deskmeal:finish')}
        </Button>
      ) : null}
    </div>
  );
}
