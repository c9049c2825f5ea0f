/** Mijn dingen: first what somebody must be told, then what they signed up for, each with its way back. */
import { myStandings, type StandingView } from '../../domain/own-meal-views.ts';
import type { BookingView } from '../../domain/scooter-views.ts';
import {
  type ActivityView,
  activityView,
  myActivities,
  myNotices,
  personOf,
  visitsAskedBy,
} from '../../domain/views.ts';
import { ordinal } from '../i18n/dates.ts';
import { Action } from '../ui/Action.tsx';
import { Header, type ToolProps } from '../ui/Header.tsx';
import { Mark } from '../ui/Mark.tsx';
import { Pictogram } from '../ui/pictograms/Pictogram.tsx';
import { Screen } from '../ui/Screen.tsx';
import { Row, Slip } from '../ui/Slip.tsx';
import { slipFace } from './ActivityRow.tsx';
import { type App, useApp } from './app-context.ts';
import type { BoardProps } from './board-props.ts';
import { ChangedMark } from './ChangedMark.tsx';
import { DayAndTime } from './DayAndTime.tsx';
import { NothingHere, useRows } from './DayRows.tsx';
import { Bar, laterTool, toolsOf } from './frame.tsx';
import { dishWords } from './meal-words.ts';
import { type NoticeLine, NoticeRow } from './NoticeRow.tsx';
import { dayName, speechOf } from './now.ts';
import { pageOf } from './paging.ts';
import { refusedWords } from './Refused.tsx';
import { StandingRow } from './StandingRow.tsx';
import { newsOf, ownTrips } from './scooter-words.ts';
import { ticketActsOf } from './TicketActs.tsx';
import { positionOf } from './Today.tsx';
import { TripRow } from './TripRow.tsx';

type Untold = App['untold']['value'][number];
type Line =
  | { readonly type: 'untold'; readonly untold: Untold }
  | { readonly type: 'notice'; readonly line: NoticeLine }
  | { readonly type: 'trip'; readonly trip: BookingView }
  | { readonly type: 'own'; readonly view: ActivityView }
  | { readonly type: 'standing'; readonly view: StandingView }
  | { readonly type: 'visit'; readonly residentId: string };

/** Where large letters leave no room for what is new about one thing, its picture goes. */
const ROWS = { normal: [3, 2, 1], groter: [2, 1, 1] } as const;

export function MyThings({ board, page }: BoardProps & { readonly page: number }) {
  const app = useApp();
  const { t } = app.i18n;
  const lines = linesOf(app, board);
  const fitting = useRows(app, { subject: 'mine', count: lines.length, page }, false, ROWS);
  const { list, paging, steps } = fitting;
  const done: ToolProps = { picture: 'check', label: t('common:done'), onTap: app.finish };
  const more = paging.pages > 1 ? [laterTool(app, (paging.page + 1) % paging.pages)] : [];
  const position = positionOf(app, paging);

  return (
    <Screen
      id={`my-things ${paging.page}`}
      header={
        <Header
          title={t('mine:title')}
          dial={<Pictogram name="door" />}
          sub={<span>{[whoWords(app, board), position].filter((part) => part !== '').join(' · ')}</span>}
          now={<DayAndTime />}
          tools={toolsOf(app, [done, ...more])}
        />
      }
      bar={<Bar current={paging.page === 0 ? 'mine' : 'none'} />}
    >
      <main class={steps > 1 ? 'rows bare' : 'rows'} ref={list} style={{ '--rows': paging.rows }}>
        {lines.length === 0 ? <NothingHere title={t('mine:empty')} more={t('mine:emptyMore')} /> : null}
        {pageOf(lines, paging).map((line) => (
          <OneLine key={keyOf(line)} board={board} line={line} />
        ))}
      </main>
    </Screen>
  );
}

function OneLine({ board, line }: BoardProps & { readonly line: Line }) {
  switch (line.type) {
    case 'untold':
      return <UntoldRow untold={line.untold} />;
    case 'notice':
      return <NoticeRow line={line.line} />;
    case 'trip':
      return <TripRow view={line.trip} />;
    case 'own':
      return <OwnRow board={board} view={line.view} />;
    case 'standing':
      return <StandingRow view={line.view} />;
    case 'visit':
      return <VisitRow residentId={line.residentId} />;
  }
}

function keyOf(line: Line): string {
  switch (line.type) {
    case 'untold':
      return line.untold.envelope.id;
    case 'notice':
      return line.line.notice.id;
    case 'trip':
      return line.trip.booking.id;
    case 'own':
      return line.view.activity.id;
    case 'standing':
      return `${line.view.series.id}/${line.view.residentId}`;
    case 'visit':
      return `visit/${line.residentId}`;
  }
}

function linesOf(app: App, board: BoardProps['board']): readonly Line[] {
  const now = app.minute.value;
  const viewer = app.viewer.value;
  const untold = app.untold.value.map((each): Line => ({ type: 'untold', untold: each }));
  const notices = myNotices(board, now, viewer).flatMap((notice): NoticeLine[] => {
    const view = activityView(board, notice.activityId, now, viewer);
    return view === null ? [] : [{ notice, view }];
  });
  const trips = ownTrips(app, board);
  const told = new Set(notices.map(({ view }) => view.activity.id));
  // A cancelled activity is said once: by its notice, or by its row when the notice was put away.
  const standings = myStandings(board, viewer, now);
  const own = myActivities(board, now, viewer)
    .filter(({ activity, state }) => state !== 'cancelled' || !told.has(activity.id))
    .filter(isNews(standings));
  return [
    ...untold,
    ...notices.map((line): Line => ({ type: 'notice', line })),
    ...visitsAskedBy(board, viewer).map((residentId): Line => ({ type: 'visit', residentId })),
    ...trips.filter(comesFirst).map((trip): Line => ({ type: 'trip', trip })),
    ...inOrder([
      ...own.map((view): Line => ({ type: 'own', view })),
      ...trips.filter((trip) => !comesFirst(trip)).map((trip): Line => ({ type: 'trip', trip })),
    ]),
    ...standings.map((view): Line => ({ type: 'standing', view })),
  ];
}

/** Of a meal somebody comes to every time the next one is enough, unless something is out of the ordinary. */
function isNews(standings: readonly StandingView[]): (view: ActivityView) => boolean {
  const every = new Set(standings.filter(({ state }) => state === 'on').map(({ series }) => series.id));
  const said = new Set<string>();
  return ({ activity, party, state }) => {
    if (!every.has(activity.seriesId) || state !== 'joined' || activity.was !== null) return true;
    if (party !== null && (party.guests > 0 || party.residentIds.length > 1)) return true;
    if (said.has(activity.seriesId)) return false;
    said.add(activity.seriesId);
    return true;
  };
}

/** Somebody of the team comes by, with its way back. */
function VisitRow({ residentId }: { readonly residentId: string }) {
  const app = useApp();
  const { t } = app.i18n;
  const off = () => app.takeBackVisit(residentId);
  const action = (
    <Action picture="undo" tone="stop" label={t('help:visitUndo')} about={t('help:visitTitle')} onTap={off} />
  );
  return (
    <Row action={action}>
      <Slip picture="team" tint="plain" name={t('help:visitTitle')} look="mine">
        <Mark picture="check" tone="yes" label={t('help:visitAsked')} />
      </Slip>
    </Row>
  );
}

/** Under way, or with something to tell. */
function comesFirst(trip: BookingView): boolean {
  return trip.state !== 'early' || newsOf(trip) !== null;
}

function inOrder(lines: readonly Line[]): readonly Line[] {
  return lines.toSorted((one, other) => (startOf(one) < startOf(other) ? -1 : startOf(one) > startOf(other) ? 1 : 0));
}

function startOf(line: Line): string {
  if (line.type === 'trip') return `${line.trip.date} ${line.trip.from}`;
  return line.type === 'own' ? `${line.view.activity.date} ${line.view.activity.startTime}` : '';
}

function whoWords(app: App, board: BoardProps['board']): string {
  const { t } = app.i18n;
  const people = (app.identity.value?.residentIds ?? []).flatMap((id) => personOf(board, id) ?? []);
  const [first] = people;
  if (first === undefined) return '';
  const name = people
    .flatMap((person) => (person.name === null ? [] : [`${person.name.firstName} ${person.name.initial}`.trim()]))
    .join(' · ');
  if (name === '') return t('who:door', { number: first.number });
  return t('mine:about', { name, number: first.number });
}

/** What the server refused after they had left the screen. */
function UntoldRow({ untold: { envelope, reason } }: { readonly untold: Untold }) {
  const app = useApp();
  const about = titleOf(app, envelope);
  const { t } = app.i18n;
  const [what, now] = refusedWords(reason);
  const knows = (
    <Action picture="check" tone="plain" label={t('mine:know')} about={t(what)} onTap={() => app.told(envelope.id)} />
  );
  return (
    <Row action={knows}>
      <Slip picture="message" tint="plain" look="note" name={about ?? t(what)}>
        {t(about === null ? now : what)}
      </Slip>
    </Row>
  );
}

/** Which activity it was about, while the house still has it. */
function titleOf(app: App, { command }: Untold['envelope']): string | null {
  const board = app.board.value;
  if (board === null || !('activityId' in command)) return null;
  return activityView(board, command.activityId, app.minute.value, app.viewer.value)?.activity.title ?? null;
}

function OwnRow({ board, view }: BoardProps & { readonly view: ActivityView }) {
  const app = useApp();
  const { t } = app.i18n;
  const { activity, party, state } = view;
  const till = dayName(speechOf(app), app.wallClock.value.date, activity.date);
  const face = { ...slipFace(app, view), soon: undefined, till };
  if (state === 'cancelled' || party === null) {
    return (
      <Row>
        <Slip {...face} look="off">
          <Mark picture="cross" tone="stop" label={t('activity:cancelled')} />
        </Slip>
      </Row>
    );
  }
  const started = view.moment === 'now' && !activity.allDay;
  const undo = (
    <Action
      picture="undo"
      tone="stop"
      label={t('activity:undo')}
      about={activity.title}
      onTap={() => app.withdraw(activity.id, party.id)}
    />
  );
  // Of a meal: other food first, and every time from there; where there is nothing to choose, every time at once.
  const [open] = started ? [] : ticketActsOf(app, board, { view, party });
  return (
    <Row action={started ? null : undo}>
      <Slip {...face} look={state === 'waiting' ? 'mine wait' : 'mine'} onTap={open?.onTap}>
        <OwnMeta view={view} dish={dishWords(app, board, party)} />
      </Slip>
    </Row>
  );
}

function OwnMeta({ view, dish }: { readonly view: ActivityView; readonly dish: string | null }) {
  const app = useApp();
  const { t } = app.i18n;
  const { activity, place } = view;
  const large = app.size.value === 'groter';
  const more = dish ?? (large || activity.room === '' ? null : activity.room);
  const beside =
    more === null ? null : <bdi lang={app.i18n.language.value.tag === 'nl' ? undefined : 'nl'}>{more}</bdi>;
  if (place !== null) {
    const where = <Mark picture="waiting" label={t('activity:place', { ordinal: ordinal(speechOf(app), place) })} />;
    return dish === null ? (
      where
    ) : (
      <>
        {where}
        {beside}
      </>
    );
  }
  if (activity.was !== null) return <ChangedMark activity={activity} />;
  if (view.party !== null && app.unsent.value.has(view.party.id))
    return <Mark picture="waiting" label={t('away:notedMark')} />;
  return (
    <>
      <Mark picture="check" tone="yes" label={t('activity:joined')} />
      {beside}
    </>
  );
}
