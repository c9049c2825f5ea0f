/** De komende dagen: tomorrow largest, a leaf for each day, and Later for the rest of what is known. */
import { useRef } from 'preact/hooks';
import { type DayAhead, daysAhead } from '../../domain/views.ts';
import { capitalised, civilDate, formatWeekday } from '../i18n/dates.ts';
import { DayLeaf, TomorrowLeaf } from '../ui/DayLeaf.tsx';
import { Header } from '../ui/Header.tsx';
import { pictureOf } from '../ui/pictograms/activity-picture.ts';
import { Screen } from '../ui/Screen.tsx';
import { useFit } from '../ui/steps-to-fit.ts';
import { Tiles } from '../ui/Tile.tsx';
import { tintOf } from './activity-look.ts';
import { type App, useApp } from './app-context.ts';
import type { BoardProps } from './board-props.ts';
import { subjectOf } from './fitting-page.ts';
import { Bar, timeNow, toolsOf } from './frame.tsx';
import { LaterDays } from './LaterDays.tsx';
import { digits, speechOf } from './now.ts';
import { pageOf, pagingOf } from './paging.ts';

/** Leaves on the first page (tomorrow counts double) and on the pages after it; one slot is for Later. */
const LEAVES = [
  { first: 4, more: 5 },
  { first: 2, more: 3 },
] as const;
const PLAN_LINES = { normal: 4, groter: 2 } as const;
const SIGNS = { normal: 3, groter: 2 } as const;

export function Week({ board, page }: BoardProps & { readonly page: number }) {
  const app = useApp();
  const { t } = app.i18n;
  const days = daysAhead(board, app.minute.value, app.viewer.value);
  const place = useRef<HTMLElement>(null);
  const { steps, trying } = useFit(place, {
    subject: subjectOf(app, 'week', days.length),
    most: LEAVES.length - 1,
    boxes: '.leaf, .head, .later',
    pages: (back) => leafPages(days, back).length,
  });
  const leaves = leafPages(days, steps);
  const turned = Math.min(trying ?? page, leaves.length - 1);
  const shown = leaves[turned] ?? [];
  const next = leaves[turned + 1]?.[0];

  return (
    <Screen
      id={`week ${turned}`}
      header={<Header title={t('week:title')} {...timeNow(app)} tools={toolsOf(app)} />}
      bar={<Bar current="none" />}
    >
      <Tiles class={steps === 0 ? 'week' : 'week few'} place={place}>
        {shown.map((day, i) =>
          turned === 0 && i === 0 ? <Tomorrow key={day.date} day={day} /> : <Leaf key={day.date} day={day} />,
        )}
        <LaterDays
          page={turned}
          from={next?.date ?? null}
          start={{ label: t('common:tomorrow'), from: t('week:first') }}
        />
      </Tiles>
    </Screen>
  );
}

function leafPages(days: readonly DayAhead[], steps: number): readonly (readonly DayAhead[])[] {
  const { first, more } = LEAVES[steps] ?? LEAVES[0];
  const rest = days.slice(first);
  const { pages } = pagingOf(rest.length, more, 0);
  const after =
    rest.length === 0 ? [] : Array.from({ length: pages }, (_, page) => pageOf(rest, { page, pages, rows: more }));
  return [days.slice(0, first), ...after];
}

function Tomorrow({ day }: { readonly day: DayAhead }) {
  const app = useApp();
  const { t } = app.i18n;
  const speech = speechOf(app);
  const date = civilDate(day.date);
  const taking = happening(day);
  const most = PLAN_LINES[app.size.value];
  const all = taking.length <= most;
  const lines = taking.slice(0, all ? most : most - 1);
  const title = t('week:tomorrow', { weekday: formatWeekday(speech, date) });
  return (
    <TomorrowLeaf
      title={title}
      day={date.day}
      count={all && taking.length > 0 ? undefined : countOf(app, day)}
      plan={lines.map(({ activity }) => ({
        picture: pictureOf(activity),
        tint: tintOf(activity),
        time: activity.allDay ? t('activity:allDay') : digits(activity.startTime),
        name: activity.title,
      }))}
      onTap={() => app.show({ type: 'day', date: day.date, page: 0 })}
    />
  );
}

function Leaf({ day }: { readonly day: DayAhead }) {
  const app = useApp();
  const speech = speechOf(app);
  const date = civilDate(day.date);
  const signs = new Map(happening(day).map(({ activity }) => [pictureOf(activity), tintOf(activity)]));
  return (
    <DayLeaf
      weekday={capitalised(speech, formatWeekday(speech, date))}
      day={date.day}
      signs={[...signs].slice(0, SIGNS[app.size.value]).map(([picture, tint]) => ({ picture, tint }))}
      count={countOf(app, day)}
      onTap={() => app.show({ type: 'day', date: day.date, page: 0 })}
    />
  );
}

function happening(day: DayAhead) {
  return day.activities.filter(({ state }) => state !== 'cancelled');
}

function countOf(app: App, day: DayAhead): string {
  const count = happening(day).length;
  return count === 0 ? app.i18n.t('week:nothing') : app.i18n.t('week:count', { count });
}
