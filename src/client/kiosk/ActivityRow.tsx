/** One activity on a day: a slip with what can be done, or a ticket when it is the viewer's own. */
import { closedOnWall } from '../../domain/own-meal-views.ts';
import type { ActivityView } from '../../domain/views.ts';
import { ordinal } from '../i18n/dates.ts';
import { Action } from '../ui/Action.tsx';
import { Chairs, Mark } from '../ui/Mark.tsx';
import { Name } from '../ui/Name.tsx';
import { pictureOf } from '../ui/pictograms/activity-picture.ts';
import { Row, Slip, type SlipProps, Ticket } from '../ui/Slip.tsx';
import { tintOf } from './activity-look.ts';
import { type App, useApp } from './app-context.ts';
import { ChangedMark } from './ChangedMark.tsx';
import { digits, speechOf } from './now.ts';

/** More free chairs than this are not counted out (README of the pictures: "few places"). */
export const FEW_CHAIRS = 5;

export function ActivityRow({ view }: { readonly view: ActivityView }) {
  const app = useApp();
  const { t } = app.i18n;
  const { activity, state } = view;
  const face = { ...slipFace(app, view), onTap: () => app.show({ type: 'activity', activityId: activity.id }) };
  const meta = <Meta view={view} />;

  switch (state) {
    case 'joined':
      return (
        <Row>
          <Ticket {...face} stub={t('activity:joined')} small={savedWord(app, view)}>
            {meta}
          </Ticket>
        </Row>
      );
    case 'waiting':
      return (
        <Row>
          <Ticket
            {...face}
            place={view.place ?? 1}
            stub={t('activity:place', { ordinal: ordinal(speechOf(app), view.place ?? 1) })}
            small={savedWord(app, view)}
          >
            {meta}
          </Ticket>
        </Row>
      );
    case 'open':
    case 'full':
      return (
        <Row action={<JoinAction view={view} />}>
          <Slip {...face} look={state}>
            {meta}
          </Slip>
        </Row>
      );
    case 'cancelled':
      return (
        <Row>
          <Slip {...face} soon={undefined} look="off">
            {meta}
          </Slip>
        </Row>
      );
    case 'closed':
    case 'free':
    case 'started':
      return (
        <Row>
          <Slip {...face}>{meta}</Slip>
        </Row>
      );
  }
}

export function JoinAction({ view }: { readonly view: ActivityView }) {
  const app = useApp();
  const { t } = app.i18n;
  const full = view.state === 'full';
  return (
    <Action
      picture={full ? 'waiting' : 'sign-up'}
      tone={full ? 'plain' : 'yes'}
      label={t(full ? 'activity:toList' : 'activity:join')}
      about={view.activity.title}
      onTap={() => app.join(view.activity.id, 0)}
    />
  );
}

/** What every slip of an activity shows, wherever it stands. */
export function slipFace(app: App, view: ActivityView): Omit<SlipProps, 'children' | 'look' | 'onTap'> {
  const { t } = app.i18n;
  const { activity } = view;
  return {
    picture: pictureOf(activity),
    tint: tintOf(activity),
    soon: soonWord(app, view),
    ...(activity.allDay
      ? { allDay: t('activity:allDay') }
      : {
          time: digits(activity.startTime),
          till: app.size.value === 'groter' ? undefined : t('activity:until', { time: digits(activity.endTime) }),
        }),
    name: activity.title,
    nameLang: app.i18n.language.value.tag === 'nl' ? undefined : 'nl',
  };
}

export function soonWord(app: App, { moment }: ActivityView): string | undefined {
  if (moment === 'now') return app.i18n.t('activity:now');
  return moment === 'soon' ? app.i18n.t('activity:soon') : undefined;
}

/** "bewaard" while the sign-up has not reached the server. */
export function savedWord(app: App, { party }: ActivityView): string | undefined {
  const unsent = party !== null && app.unsent.value.has(party.id);
  return unsent ? app.i18n.t('activity:saved') : undefined;
}

function Meta({ view }: { readonly view: ActivityView }) {
  const app = useApp();
  const { t } = app.i18n;
  const { activity, state } = view;
  const large = app.size.value === 'groter';
  const room = activity.room === '' ? null : <Name text={activity.room} lang="nl" />;

  if (state === 'cancelled') {
    return (
      <>
        <Mark picture="cross" tone="stop" label={t('activity:cancelled')} />
        {large ? null : <bdi lang="nl">{activity.cancelled}</bdi>}
      </>
    );
  }
  if (state === 'waiting') return <Mark picture="waiting" label={t('activity:onList')} />;
  if (activity.was !== null) return <ChangedMark activity={activity} />;
  if (state === 'full') {
    return (
      <>
        {large ? null : room}
        <Mark picture="cross" label={t('activity:full')} />
        {large ? null : <span>{seats(app, view)}</span>}
      </>
    );
  }
  if (state === 'open' && view.left !== null && view.left <= FEW_CHAIRS) {
    return (
      <>
        {large ? null : room}
        {large ? null : <Chairs free={view.left} />}
        <b>{t('activity:chairs', { count: view.left })}</b>
      </>
    );
  }
  if (large) return room;
  const more = sideRemark(app, view);
  return (
    <span>
      {room}
      {room === null || more === '' ? '' : ' · '}
      {more}
    </span>
  );
}

function seats(app: App, { activity, people }: ActivityView): string {
  if (activity.capacity === null) return '';
  return app.i18n.t('activity:fullOf', { going: people, capacity: activity.capacity });
}

/** Since when nobody can come any more; of another day than today only that it is so. */
export function closedWords(app: App, activity: ActivityView['activity']): string {
  const { t } = app.i18n;
  const board = app.board.value;
  if (board === null) return t('activity:closed');
  const { date, time } = closedOnWall(board, activity);
  return date === app.wallClock.value.date ? t('activity:closedAt', { time: digits(time) }) : t('activity:closed');
}

function sideRemark(app: App, { activity, state, people }: ActivityView): string {
  const { t } = app.i18n;
  if (state === 'free') return t('activity:walkIn');
  if (state === 'closed') return closedWords(app, activity);
  return people === 0 ? '' : t('activity:people', { count: people });
}
