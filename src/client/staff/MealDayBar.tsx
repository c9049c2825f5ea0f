/** To another day that has a meal, and to which meal where there are more. */
import type { Activity } from '../../domain/activity.ts';
import { mealDateFrom } from '../app/meal-days.ts';
import { Button, IconButton, Segments } from './controls.tsx';
import { type BoardProps, useDesk } from './desk-context.ts';
import { clock } from './desk-words.ts';
import { useSingleKeys } from './single-keys.ts';

export interface MealDayBarProps extends BoardProps {
  readonly date: string;
  readonly meals: readonly Activity[];
  /** The meal that is shown. */
  readonly chosen: string;
  readonly onDate: (date: string) => void;
  readonly onMeal: (activityId: string) => void;
}

export function MealDayBar({ board, chosen, date, meals, onDate, onMeal }: MealDayBarProps) {
  const { app, t } = useDesk();
  const today = app.wallClock.value.date;
  const go = (step: -1 | 1) => onDate(mealDateFrom(board, date, step));
  const toToday = () => onDate(today);
  useSingleKeys({ ArrowLeft: () => go(-1), ArrowRight: () => go(1), t: toToday });
  return (
    <div class="s-row is-wrap">
      <IconButton icon="back" label={t('deskeat:before')} onPress={() => go(-1)} />
      <Button onPress={toToday}>{t('deskeat:today')}</Button>
      <IconButton icon="next" label={t('deskeat:after')} onPress={() => go(1)} />
      {meals.length < 2 ? null : (
        <Segments
          label={t('deskeat:which')}
          choices={meals.map(({ id, startTime, title }) => ({
            value: id,
            text: t('deskeat:mealAt', { meal: title, time: clock(startTime) }),
          }))}
          chosen={chosen}
          onChoose={onMeal}
        />
      )}
    </div>
  );
}
