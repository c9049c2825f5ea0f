/** Scootmobiel lenen: one's own trip first, then the first free time in one tap, then the days. */
import { useRef } from 'preact/hooks';
import { type ScooterDay, scooterDays, scooterTimes } from '../../domain/scooter-views.ts';
import { civilDate, formatDay, formatDayMonth } from '../i18n/dates.ts';
import { LaterTile } from '../ui/DayLeaf.tsx';
import { Header, type ToolProps } from '../ui/Header.tsx';
import { DayTile, FirstFreeTile } from '../ui/ScooterTiles.tsx';
import { Screen } from '../ui/Screen.tsx';
import { useFit } from '../ui/steps-to-fit.ts';
import { type App, useApp } from './app-context.ts';
import type { BoardProps } from './board-props.ts';
import { subjectOf } from './fitting-page.ts';
import { Bar, toolsOf } from './frame.tsx';
import { speechOf } from './now.ts';
import { pageOf, pagingOf } from './paging.ts';
import { dateUnder, dayAndHour, dayTitle, firstFree, ownTrips, scooterName, wantedBy } from './scooter-words.ts';
import { TripRow } from './TripRow.tsx';

/** Day tiles on the first page, beside the first free time, and on the pages after it; one slot is for Later. */
const DAYS = {
  alone: [
    { first: 3, more: 5 },
    { first: 1, more: 3 },
  ],
  withOwn: [
    { first: 2, more: 5 },
    { first: 1, more: 3 },
    { first: 0, more: 3 },
  ],
} as const;

export function ScooterDays({ board, page }: BoardProps & { readonly page: number }) {
  const app = useApp();
  const { t } = app.i18n;
  const days = scooterDays(board, app.minute.value, wantedBy(app));
  const [own] = ownTrips(app, board);
  const shares = DAYS[own === undefined ? 'alone' : 'withOwn'];
  const place = useRef<HTMLElement>(null);
  const { steps, trying } = useFit(place, {
    subject: subjectOf(app, 'scooter', days.length, own?.booking.id ?? '', own?.state ?? ''),
    most: shares.length - 1,
    boxes: '.tile, .text, .do',
    pages: (back) => dayPages(days, shares[back] ?? shares[0]).length,
  });
  const pages = dayPages(days, shares[steps] ?? shares[0]);
  const turned = Math.min(trying ?? page, pages.length - 1);
  const first = turned === 0;
  // Large letters of a language with long words need two lines for what the tiles ask anyway.
  const question = app.size.value === 'groter' && app.i18n.language.value.long ? '' : t('scooter:whichDay');
  const look = [
    'tiles',
    first ? 'choose-day' : 'more-days',
    steps > 0 ? 'few' : '',
    steps > 1 ? 'fewer' : '',
    first && own !== undefined ? 'with-own' : '',
  ];

  return (
    <Screen
      id={`scooter ${turned}`}
      header={<Header title={t('scooter:title')} sub={question} tools={toolsOf(app, ownTool(app))} />}
      bar={<Bar current={first ? 'scooter' : 'none'} />}
    >
      <main class={look.filter((each) => each !== '').join(' ')} ref={place}>
        {first && own !== undefined ? <TripRow view={own} /> : null}
        {first ? <FirstFree board={board} /> : null}
        {(pages[turned] ?? []).map((day) => (
          <Day key={day.date} board={board} day={day} />
        ))}
        <Later page={turned} from={pages[turned + 1]?.[0]?.date ?? null} only={pages[turned]?.length === 0} />
      </main>
    </Screen>
  );
}

/** The way to one's own trip for who has not shown a card or code yet. */
function ownTool(app: App): readonly ToolProps[] {
  if (app.own.value !== null) return [];
  return [{ picture: 'key', label: app.i18n.t('scooter:mine'), onTap: app.openMyTrips }];
}

export function FirstFree({ board }: BoardProps) {
  const app = useApp();
  const { t } = app.i18n;
  const trip = firstFree(app, board);
  if (trip === null) {
    return (
      <DayTile
        name={t('scooter:noneAtAll')}
        date={t('scooter:noneAtAllMore')}
        free={false}
        state={t('scooter:taken')}
      />
    );
  }
  const { date, time, minutes, scooter } = trip;
  return (
    <FirstFreeTile
      label={t('scooter:first')}
      when={dayAndHour(app, trip)}
      scooter={scooter === null ? undefined : scooterName(app, scooter)}
      take={t('scooter:takeThis')}
      onTap={() => app.book({ date, time, minutes })}
    />
  );
}

function Day({ board, day: { date, state, freeTimes } }: BoardProps & { readonly day: ScooterDay }) {
  const app = useApp();
  const { t } = app.i18n;
  const face = { name: dayTitle(app, date), date: dateUnder(app, date) };
  if (state === 'closed') return <DayTile {...face} free={false} state={t('scooter:closedDay')} />;
  if (state === 'free') {
    const times = () => app.show({ type: 'scooterTime', date, page: 0 });
    return <DayTile {...face} free state={t('scooter:timesFree', { count: freeTimes })} onTap={times} />;
  }
  const times = scooterTimes(board, date, app.minute.value, wantedBy(app));
  if (times.every((time) => time.state === 'past')) return <DayTile {...face} free={false} state={t('scooter:past')} />;
  return <DayTile {...face} free={false} state={t('scooter:allTaken')} onTap={() => app.missed(date)} />;
}

function dayPages(
  days: readonly ScooterDay[],
  { first, more }: { readonly first: number; readonly more: number },
): readonly (readonly ScooterDay[])[] {
  const rest = days.slice(first);
  const { pages } = pagingOf(rest.length, more, 0);
  const after = Array.from({ length: pages }, (_, page) => pageOf(rest, { page, pages, rows: more }));
  return [days.slice(0, first), ...after];
}

/** After the last page comes the first again, so that nobody stands at an end. */
function Later({ page, from, only }: { readonly page: number; readonly from: string | null; readonly only: boolean }) {
  const app = useApp();
  const { t } = app.i18n;
  if (from === null) {
    return <LaterTile label={t('common:today')} from={t('scooter:toToday')} onTap={() => app.turnTo(0)} />;
  }
  const speech = speechOf(app);
  const brief = speech.language.long || app.size.value === 'groter';
  const words = brief
    ? formatDayMonth(speech, civilDate(from))
    : t('week:from', { day: formatDay(speech, civilDate(from)) });
  const label = t(only ? 'scooter:otherDays' : 'common:later');
  return <LaterTile label={label} from={words} onTap={() => app.turnTo(page + 1)} />;
}
