/** Which meal, where there is more than one today, or none: then the next one. */
import type { Board } from '../../../domain/board.ts';
import { mealList } from '../../../domain/meal-views.ts';
import { mealsAhead } from '../../app/meal-parts.ts';
import { civilDate, clockTime, formatDay, formatTime } from '../../i18n/dates.ts';
import type { StaffSpeech } from '../../i18n/staff-i18n.ts';
import { MealTop } from './MealTop.tsx';

export interface MealChoiceProps {
  readonly board: Board;
  readonly speech: StaffSpeech;
  readonly now: number;
  readonly name: string;
  readonly onReady: () => void;
  readonly onChoose: (activityId: string) => void;
}

export function MealChoice({ board, name, now, onChoose, onReady, speech }: MealChoiceProps) {
  const { t } = speech;
  const { meals, type } = mealsAhead(board, now);
  const title = { today: 'deskmeal:choose', next: 'deskmeal:noneToday', none: 'deskmeal:noneToday' } as const;
  const sub = {
    today: t('deskmeal:chooseText', { count: meals.length }),
    next: t('deskmeal:nextIs'),
    none: t('deskmeal:noneAhead'),
  };
  return (
    <>
      <MealTop speech={speech} title={t(title[type])} sub={sub[type]} name={name} onBack={null} onReady={onReady} />
      <main class="m-meals">
        {meals.map((meal) => {
          const people = mealList(board, meal.id, now)?.totals.people ?? 0;
          const day = formatDay(speech, civilDate(meal.date));
          return (
            <button key={meal.id} type="button" class="m-meal" onClick={() => onChoose(meal.id)}>
              <b>{meal.title}</b>
              <span>{t('deskmeal:when', { day, time: formatTime(clockTime(meal.startTime)), room: meal.room })}</span>
              <span>{t('deskmeal:mealPeople', { count: people })}</span>
            </button>
          );
        })}
      </main>
    </>
  );
}
