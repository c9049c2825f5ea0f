/** The page Eten: the list of a day, the weeks, the money and the menu. The day stays while one looks at another part. */
import { useState } from 'preact/hooks';
import { mealsOfDay } from '../app/meal-days.ts';
import { type PartOf, partsOf } from '../app/staff-places.ts';
import type { StaffKey } from '../i18n/staff-i18n.ts';
import { Segments } from './controls.tsx';
import { DeskMeal } from './DeskMeal.tsx';
import { type BoardProps, useDesk } from './desk-context.ts';
import { longDay } from './desk-words.ts';
import { MealDayBar } from './MealDayBar.tsx';
import { MealWeekPart } from './MealWeekPart.tsx';
import { MenuPart } from './MenuPart.tsx';
import { MoneyPart } from './MoneyPart.tsx';
import { PageHead } from './PageHead.tsx';

type Part = PartOf<'eten'>;

const titles: Readonly<Record<Part, StaffKey>> = {
  lijst: 'deskeat:list',
  week: 'deskeat:weeks',
  geld: 'deskeat:money',
  menu: 'deskeat:menu',
};

export function MealsPage({ board, part }: BoardProps & { readonly part: Part }) {
  const { app, t } = useDesk();
  const today = app.wallClock.value.date;
  /** Null follows today. */
  const [chosenDate, chooseDate] = useState<string | null>(null);
  const [chosenMeal, chooseMeal] = useState<string | null>(null);
  const tabs = (
    <Segments
      label={t('deskeat:parts')}
      choices={partsOf.eten.map((value) => ({ value, text: t(titles[value]) }))}
      chosen={part}
      onChoose={(next) => app.goTo({ page: 'eten', part: next })}
    />
  );
  if (part === 'week') return <MealWeekPart board={board} tabs={tabs} />;
  if (part === 'geld') return <MoneyPart board={board} tabs={tabs} />;
  const date = chosenDate ?? today;
  const meals = mealsOfDay(board, date);
  const meal = meals.find(({ id }) => id === chosenMeal) ?? meals[0];
  const days = (
    <MealDayBar
      board={board}
      date={date}
      meals={meals}
      chosen={meal?.id ?? ''}
      onDate={(next) => chooseDate(next === today ? null : next)}
      onMeal={chooseMeal}
    />
  );
  if (meal === undefined) return <NoMeal date={date} tabs={tabs} days={days} />;
  return part === 'menu' ? (
    <MenuPart key={meal.id} board={board} activityId={meal.id} tabs={tabs} days={days} />
  ) : (
    <DeskMeal key={meal.id} board={board} activityId={meal.id} tabs={tabs} days={days} />
  );
}

type Bars = Pick<Parameters<typeof DeskMeal>[0], 'tabs' | 'days'>;

function NoMeal({ date, days, tabs }: Bars & { readonly date: string }) {
  const desk = useDesk();
  const { t } = desk;
  return (
    <>
      <PageHead title={t('deskframe:meals')} line={longDay(desk, date)} tabs={tabs} />
      {days}
      <p class="s-card">{t('deskeat:noMeal')}</p>
    </>
  );
}
