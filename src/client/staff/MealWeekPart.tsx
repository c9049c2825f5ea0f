/** Weken: how many eat and how many places stay empty, who comes how often, and what to buy for the days to come. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { type MealWeeks, mealWeeks } from '../../domain/meal-figures.ts';
import { howOften, type WeekSum, weekSums } from '../app/meal-weeks.ts';
import { weekNumber } from '../app/staff-week.ts';
import { Button, Door } from './controls.tsx';
import { type BoardProps, useDesk } from './desk-context.ts';
import { clock, longDay } from './desk-words.ts';
import { calledWords } from './meal/meal-words.ts';
import { PageHead } from './PageHead.tsx';
import { StackPlot } from './StackPlot.tsx';

const WEEKS = 8;
const FIRST_SHOWN = 12;
const FIRST_DAYS = 5;
/** What was not counted is not nothing. */
const NOT_COUNTED = '–';

export function MealWeekPart({ board, tabs }: BoardProps & { readonly tabs: VNode }) {
  const { app, t } = useDesk();
  const seen = mealWeeks(board, WEEKS, app.minute.value);
  const sums = weekSums(seen, app.wallClock.value.date);
  const plot = (valuesOf: (week: WeekSum) => readonly number[]) =>
    sums.map((week) => ({
      week: weekNumber(week.monday),
      values: week.meals === 0 ? null : valuesOf(week),
    }));
  const meals = sums.reduce((sum, week) => sum + week.meals, 0);
  return (
    <>
      <PageHead
        title={t('deskframe:meals')}
        line={t('deskmealweek:line', { count: meals, weeks: sums.length })}
        tabs={tabs}
      />
      <Shopping coming={seen.coming} />
      <div class="s-plots is-wide">
        <StackPlot
          title={t('deskmealweek:different')}
          says={t('deskmealweek:differentSay', { count: meals })}
          names={[]}
          weeks={plot((week) => [week.residents])}
          everyone={{ count: seen.everyone, words: t('deskmealweek:everyone', { count: seen.everyone }) }}
        />
        <StackPlot
          title={t('deskmealweek:people')}
          says={t('deskmealweek:peopleSay', { count: meals })}
          names={[t('deskmealweek:residents'), t('deskmealweek:guests')]}
          weeks={plot((week) => [week.people - week.guests, week.guests])}
        />
        <StackPlot
          title={t('deskmealweek:empty')}
          says={t('deskmealweek:emptySay', { count: meals })}
          names={[]}
          weeks={plot((week) => [week.empty])}
        />
        <StackPlot
          title={t('deskmealweek:absent')}
          says={t('deskmealweek:absentSay', { count: meals })}
          names={[]}
          weeks={plot((week) => [week.absent])}
        />
      </div>
      <WeeksTable weeks={sums} />
      <Regulars regulars={seen.regulars} />
    </>
  );
}

/** What is to be bought, as known now. */
function Shopping({ coming }: { readonly coming: MealWeeks['coming'] }) {
  const desk = useDesk();
  const { t } = desk;
  const [all, setAll] = useState(false);
  return (
    <section class="s-card" aria-labelledby="shopping">
      <h2 id="shopping">{t('deskmealweek:shopping')}</h2>
      {coming.length === 0 ? <p>{t('deskmealweek:noneComing')}</p> : null}
      <ul class="s-shopping">
        {(all ? coming : coming.slice(0, FIRST_DAYS)).map(({ activity, totals }) => (
          <li key={activity.id}>
            <span>
              <b>{longDay(desk, activity.date)}</b>
              <span class="is-soft">
                {t('deskmealweek:mealAt', { meal: activity.title, time: clock(activity.startTime) })}
              </span>
            </span>
            <b class="s-number">{t('deskmealweek:count', { count: totals.people })}</b>
            <span>
              {totals.dishes
                .filter(({ count }) => count > 0)
                .map(({ count, dish }) => `${count} ${dish ?? t('deskmealweek:noDish')}`)
                .join(' · ')}
            </span>
            <span class="is-soft">
              {[
                totals.guests > 0 ? t('deskmealweek:ofGuests', { count: totals.guests }) : '',
                totals.takeAway > 0 ? t('deskmealweek:ofTakeAway', { count: totals.takeAway }) : '',
                totals.withDiet > 0 ? t('deskmealweek:ofDiet', { count: totals.withDiet }) : '',
              ]
                .filter((word) => word !== '')
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {coming.length <= FIRST_DAYS ? null : (
        <Button onPress={() => setAll(!all)}>
          {all ? t('deskmealweek:showLess') : t('deskmealweek:showAllDays', { count: coming.length })}
        </Button>
      )}
    </section>
  );
}

function WeeksTable({ weeks }: { readonly weeks: readonly WeekSum[] }) {
  const { t } = useDesk();
  const heads = [
    t('deskmealweek:meals'),
    t('deskmealweek:eat'),
    t('deskmealweek:guestsHead'),
    t('deskmealweek:differentHead'),
    t('deskmealweek:emptyHead'),
    t('deskmealweek:absentHead'),
  ];
  const cells = ({ absent, empty, guests, meals, people, residents }: WeekSum) =>
    [meals, ...[people, guests, residents, empty, absent].map((value) => (meals === 0 ? NOT_COUNTED : value))].map(
      (value, index) => (
        <td key={heads[index]} data-head={heads[index]}>
          {value}
        </td>
      ),
    );
  return (
    <details class="s-card s-details" open>
      <summary>{t('deskmealweek:asTable')}</summary>
      <table class="s-table is-numbers is-cards">
        <thead>
          <tr>
            <th scope="col">{t('deskmealweek:week')}</th>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week, index) => (
            <tr key={week.monday}>
              <th scope="row">
                {t('deskmealweek:weekOf', { week: weekNumber(week.monday) })}
                {index === weeks.length - 1 ? `, ${t('deskmealweek:running')}` : ''}
              </th>
              {cells(week)}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Regulars({ regulars }: { readonly regulars: MealWeeks['regulars'] }) {
  const { t } = useDesk();
  const [all, setAll] = useState(false);
  const shown = all ? regulars : regulars.slice(0, FIRST_SHOWN);
  return (
    <section class="s-card s-stack" aria-labelledby="regulars">
      <h2 id="regulars">{t('deskmealweek:regulars')}</h2>
      {regulars.length === 0 ? <p>{t('deskmealweek:nobody')}</p> : null}
      <dl class="s-facts">
        {howOften(regulars).map(({ from, people, to }) => [
          <dt key={`${from} t`}>
            {to === null ? t('deskmealweek:timesMore', { from }) : t('deskmealweek:timesOf', { from, to })}
          </dt>,
          <dd key={`${from} d`}>
            {people === null ? t('deskmealweek:fewer') : t('deskmealweek:peopleCount', { count: people })}
          </dd>,
        ])}
      </dl>
      <ul class="s-tasks">
        {shown.map(({ absent, called, door, residentId, times }) => (
          <li key={residentId}>
            <Door number={door} />
            <b class="is-grow">{calledWords(called)}</b>
            <span>{t('deskmealweek:times', { count: times })}</span>
            {absent === 0 ? null : <span class="is-soft">{t('deskmealweek:absentTimes', { count: absent })}</span>}
          </li>
        ))}
      </ul>
      {regulars.length > FIRST_SHOWN ? (
        <Button onPress={() => setAll(!all)}>
          {all ? t('deskmealweek:showLess') : t('deskmealweek:showAll', { count: regulars.length })}
        </Button>
      ) : null}
    </section>
  );
}
