/** Cijfers: trips, hours and "niets vrij" of eight weeks, as plots and as the same table. */
import type { VNode } from 'preact';
import type { WeekUse } from '../../domain/scooter-desk-views.ts';
import { useOf } from '../app/staff-care.ts';
import { weekNumber } from '../app/staff-week.ts';
import { type BoardProps, useDesk } from './desk-context.ts';
import { PageHead } from './PageHead.tsx';
import { type PlotWeek, StackPlot } from './StackPlot.tsx';

const WEEKS = 8;
const HOUR = 60;

export function FiguresPart({ board, tabs }: BoardProps & { readonly tabs: VNode }) {
  const { app, t } = useDesk();
  const weeks = useOf(board, WEEKS, app.minute.value);
  const names = weeks[0]?.scooters.map(({ scooter }) => scooter.name) ?? [];
  const first = weeks.findIndex(isCounted);
  const since = first < 0 ? weeks.length - 1 : first;
  const plot = (valuesOf: (week: WeekUse) => readonly number[]) =>
    weeks.map(
      (week, index): PlotWeek => ({
        week: weekNumber(week.monday),
        values: index < since ? null : valuesOf(week),
      }),
    );
  const trips = plot(({ scooters }) => scooters.map((use) => use.trips));
  const hours = plot(({ scooters }) => scooters.map(({ minutes }) => minutes / HOUR));
  const misses = plot((week) => [week.misses]);
  const total = (list: readonly PlotWeek[]) => list.reduce((sum, { values }) => sum + totalOf(values ?? []), 0);
  const counted = weekNumber(weeks[since]?.monday ?? app.wallClock.value.date);
  return (
    <>
      <PageHead title={t('deskframe:scooters')} line={t('deskfigures:title')} tabs={tabs} />
      <ul class="s-bigs">
        <Big number={total(trips)} word={t('deskfigures:bigTrips', { count: total(trips) })} />
        <Big number={Math.round(total(hours))} word={t('deskfigures:bigHours', { count: Math.round(total(hours)) })} />
        <Big number={total(misses)} word={t('deskfigures:bigMisses', { count: total(misses) })} />
      </ul>
      {total(trips) === 0 ? <p class="s-card">{t('deskfigures:empty')}</p> : null}
      <div class="s-plots">
        <StackPlot title={t('deskfigures:trips')} says={t('deskfigures:tripsSay')} names={names} weeks={trips} />
        <StackPlot title={t('deskfigures:hours')} says={t('deskfigures:hoursSay')} names={names} weeks={hours} />
        <StackPlot title={t('deskfigures:misses')} says={t('deskfigures:missesSay')} names={[]} weeks={misses} />
      </div>
      {since === 0 ? null : <p>{t('deskfigures:notCounted', { week: counted })}</p>}
      <FiguresTable weeks={weeks.slice(since)} names={names} />
    </>
  );
}

const tenth = (hours: number): number => Math.round(hours * 10) / 10;
const totalOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** The first week with a trip or a request is where counting began. */
const isCounted = ({ misses, scooters }: WeekUse): boolean => misses > 0 || scooters.some(({ trips }) => trips > 0);

function Big({ number, word }: { readonly number: number; readonly word: string }) {
  return (
    <li class="s-card is-quiet">
      <b>{number}</b> {word}
    </li>
  );
}

interface FiguresTableProps {
  readonly weeks: readonly WeekUse[];
  readonly names: readonly string[];
}

function FiguresTable({ weeks, names }: FiguresTableProps) {
  const { t } = useDesk();
  return (
    <details class="s-card s-details" open>
      <summary>{t('deskfigures:asTable')}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than a phone is scrolled by keyboard too. */}
      <section class="s-scroll" tabIndex={0} aria-label={t('deskfigures:tableTitle')}>
        <table class="s-table is-numbers">
          <caption>{t('deskfigures:tableTitle')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('deskfigures:weekHead')}</th>
              {names.flatMap((scooter) => [
                <th key={`${scooter} trips`} scope="col">
                  {t('deskfigures:tripsOf', { scooter })}
                </th>,
                <th key={`${scooter} hours`} scope="col">
                  {t('deskfigures:hoursOf', { scooter })}
                </th>,
              ])}
              <th scope="col">{t('deskfigures:totalTrips')}</th>
              <th scope="col">{t('deskfigures:totalHours')}</th>
              <th scope="col">{t('deskfigures:none')}</th>
            </tr>
          </thead>
          <tbody>
            {weeks.map((week, index) => (
              <WeekRow key={week.monday} week={week} running={index === weeks.length - 1} />
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

function WeekRow({ week, running }: { readonly week: WeekUse; readonly running: boolean }) {
  const { t } = useDesk();
  const hours = (minutes: number) => tenth(minutes / HOUR).toLocaleString('nl-NL');
  return (
    <tr>
      <th scope="row">
        {t('deskfigures:week', { week: weekNumber(week.monday) })}
        {running ? `, ${t('deskfigures:running')}` : ''}
      </th>
      {week.scooters.flatMap(({ scooter, trips, minutes }) => [
        <td key={`${scooter.id} trips`}>{trips}</td>,
        <td key={`${scooter.id} hours`}>{hours(minutes)}</td>,
      ])}
      <td>{totalOf(week.scooters.map(({ trips }) => trips))}</td>
      <td>{hours(totalOf(week.scooters.map(({ minutes }) => minutes)))}</td>
      <td>{week.misses}</td>
    </tr>
  );
}
