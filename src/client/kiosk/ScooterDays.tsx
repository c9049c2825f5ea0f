/** Scootmobiel lenen: one's own trip first, then the first free time in one tap, then the days. */
import { useRef } from 'preact/hooks';
import type { Scooter } from '../../domain/scooter-rows.ts';
import { type ScooterDay, scooterChoices, scooterDays, scooterTimes, typesOf } from '../../domain/scooter-views.ts';
import { Header, type ToolProps } from '../ui/Header.tsx';
import { DayTile, FirstFreeTile } from '../ui/ScooterTiles.tsx';
import { Screen } from '../ui/Screen.tsx';
import { useFit } from '../ui/steps-to-fit.ts';
import { type App, useApp } from './app-context.ts';
import type { BoardProps } from './board-props.ts';
import { DayAndTime, OrDay } from './DayAndTime.tsx';
import { subjectOf } from './fitting-page.ts';
import { Bar, toolsOf } from './frame.tsx';
import { LaterDays } from './LaterDays.tsx';
import { pageOf, pagingOf } from './paging.ts';
import { choiceTool } from './ScooterChoice.tsx';
import { dateUnder, dayAndHour, dayTitle, firstFree, ownTrips, scooterName } from './scooter-words.ts';
import { TripRow } from './TripRow.tsx';

/** Day tiles on the first page, beside the first free time, and on the pages after it; one slot is for Later. */
const DAYS = {
  alone: [
    { first: 3, more: 5 },
    { first: 1, more: 3 },
    { first: 1, more: 2 },
  ],
  withOwn: [
    { first: 2, more: 5 },
    { first: 1, more: 3 },
    { first: 0, more: 3 },
    { first: 0, more: 2 },
  ],
} as const;

export function ScooterDays({ board, page }: BoardProps & { readonly page: number }) {
  const app = useApp();
  const { t } = app.i18n;
  const days = scooterDays(board, app.minute.value, app.wanted.value);
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
  const look = [
    'tiles',
    first ? 'choose-day' : 'more-days',
    steps > 0 ? 'few' : '',
    steps > 1 ? 'fewer' : '',
    shares[steps]?.more === 2 ? 'pairs' : '',
    first && own !== undefined ? 'with-own' : '',
  ];

  return (
    <Screen
      id={`scooter ${turned}`}
      header={<Header {...headOf(app)} now={<DayAndTime />} tools={toolsOf(app, waysOf(app, first))} />}
      bar={<Bar current={first ? 'scooter' : 'none'} />}
    >
      <main class={look.filter((each) => each !== '').join(' ')} ref={place}>
        {first && own !== undefined ? <TripRow view={own} /> : null}
        {first ? <FirstFree board={board} /> : null}
        {(pages[turned] ?? []).map((day) => (
          <Day key={day.date} board={board} day={day} />
        ))}
        <LaterDays
          page={turned}
          from={pages[turned + 1]?.[0]?.date ?? null}
          label={t(pages[turned]?.length === 0 ? 'scooter:otherDays' : 'common:later')}
          start={{ label: t('common:today'), from: t('scooter:toToday') }}
        />
      </main>
    </Screen>
  );
}

/** Large letters need the room for the tools: the tiles ask by themselves which day. */
function headOf(app: App) {
  const { t } = app.i18n;
  const chosen = app.chosenScooter.value;
  if (app.size.value === 'groter') return { title: chosen?.name ?? t('scooter:title'), sub: '' };
  // Beside long words the tool does not say what is chosen.
  const says = chosen !== null && app.i18n.language.value.long;
  return { title: t('scooter:title'), sub: says ? <b>{chosen.name}</b> : <OrDay words={t('scooter:whichDay')} /> };
}

/** One's own trip and the choice of a scooter; large letters of a language with long words have room for one. */
function waysOf(app: App, first: boolean): readonly ToolProps[] {
  const own = ownTool(app);
  if (app.size.value === 'normal' || !app.i18n.language.value.long) return [...own, choiceTool(app)];
  return first && own.length > 0 ? own : [choiceTool(app)];
}

/** The way to one's own trip for who has not shown a card or code yet; as near in Mijn dingen. */
function ownTool(app: App): readonly ToolProps[] {
  if (app.own.value !== null) return [];
  return [{ picture: 'key', label: app.i18n.t('scooter:mine'), yields: true, onTap: app.openMyTrips }];
}

export function FirstFree({ board }: BoardProps) {
  const app = useApp();
  const { t } = app.i18n;
  const trip = firstFree(app, board);
  if (trip === null) return <NoneAtAll board={board} />;
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

function NoneAtAll({ board }: BoardProps) {
  const app = useApp();
  const { t } = app.i18n;
  const chosen = app.chosenScooter.value;
  if (chosen === null) {
    const face = { name: t('scooter:noneAtAll'), date: t('scooter:noneAtAllMore') };
    return <DayTile {...face} free={false} state={t('scooter:taken')} />;
  }
  const { name } = chosen;
  return (
    <FirstFreeTile
      label={t(isBroken(board, chosen) ? 'scooter:isBroken' : 'scooter:oneNotAtAll', { name })}
      take={t('scooter:otherScooter')}
      sign="scooter"
      onTap={() => app.show({ type: 'scooterChoice', page: 0 })}
    />
  );
}

function isBroken(board: BoardProps['board'], { id }: Scooter): boolean {
  return scooterChoices(board, null).some(({ scooter, broken }) => scooter.id === id && broken !== null);
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
  const chosen = app.chosenScooter.value;
  const times = scooterTimes(board, date, app.minute.value, app.wanted.value);
  if (times.every((time) => time.state === 'past')) return <DayTile {...face} free={false} state={t('scooter:past')} />;
  if (chosen !== null && isBroken(board, chosen)) {
    return <DayTile {...face} free={false} state={t('scooter:isBrokenOne')} />;
  }
  // That the chosen one is away is no miss while another is free.
  const full = () =>
    chosen === null || isFull(app, board, date) ? app.missed(date) : app.show({ type: 'scooterFull', date });
  return (
    <DayTile {...face} free={false} state={t(chosen === null ? 'scooter:allTaken' : 'scooter:taken')} onTap={full} />
  );
}

function isFull(app: App, board: BoardProps['board'], date: string): boolean {
  const any = { scooterId: null, types: typesOf(app.own.value) };
  return scooterDays(board, app.minute.value, any).some((day) => day.date === date && day.state === 'full');
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
