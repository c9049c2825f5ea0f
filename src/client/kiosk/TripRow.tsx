/** One's own trip as a row: when, with which scooter, how it stands, and the one thing to do about it now. */
import type { BookingView } from '../../domain/scooter-views.ts';
import { Action } from '../ui/Action.tsx';
import { Mark, type MarkProps } from '../ui/Mark.tsx';
import { Row, Slip, type SlipProps } from '../ui/Slip.tsx';
import { type App, useApp } from './app-context.ts';
import { dayName, digits, speechOf } from './now.ts';
import { newsOf, scooterName } from './scooter-words.ts';

export function TripRow({ view }: { readonly view: BookingView }) {
  const app = useApp();
  const { booking, date, from } = view;
  const open = view.state === 'over' ? undefined : () => app.show({ type: 'trip', bookingId: booking.id });
  return (
    <Row action={<TripAction view={view} />}>
      <Slip
        picture={view.state === 'doubt' ? 'damage' : 'scooter'}
        tint="plain"
        // Large letters: that it cannot be taken is said in full; the time is one tap on.
        time={app.size.value === 'groter' && isStuck(view) ? undefined : digits(from)}
        till={dayName(speechOf(app), app.wallClock.value.date, date)}
        name={nameOf(app, view)}
        look={lookOf(view)}
        onTap={open}
      >
        <TripMeta view={view} />
      </Slip>
    </Row>
  );
}

/** Where it cannot be taken, that comes first. */
function nameOf(app: App, { scooter, state }: BookingView): string {
  const { name } = scooter;
  if (state === 'doubt') return app.i18n.t('scooter:isBroken', { name });
  if (state === 'waits') return app.i18n.t('scooter:notBack', { name });
  return app.size.value === 'groter' ? name : scooterName(app, scooter);
}

function isStuck({ state }: BookingView): boolean {
  return state === 'doubt' || state === 'waits';
}

function lookOf(view: BookingView): NonNullable<SlipProps['look']> {
  const news = newsOf(view);
  if (news === 'cancelled' || view.state === 'doubt') return 'off';
  if (news === 'released') return 'note';
  return 'mine';
}

/** What happened comes before what can be done: it is read once and put away. */
function TripAction({ view }: { readonly view: BookingView }) {
  const app = useApp();
  const { t } = app.i18n;
  const { booking, scooter, other, state } = view;
  const about = scooter.name;
  if (newsOf(view) !== null) {
    return (
      <Action
        picture="check"
        tone="plain"
        label={t('mine:know')}
        about={about}
        onTap={() => app.tripSeen(booking.id)}
      />
    );
  }
  switch (state) {
    case 'ready': {
      const take = () => app.show({ type: 'trip', bookingId: booking.id });
      return <Action picture="key" label={t('scooter:pick')} about={about} onTap={take} />;
    }
    case 'away':
    case 'late': {
      const bring = () => app.show({ type: 'tripReturn', bookingId: booking.id });
      return <Action picture="home" label={t('scooter:bring')} about={about} onTap={bring} />;
    }
    case 'doubt':
    case 'waits':
      if (other !== null) {
        const move = () => app.moveTrip(booking.id, other.id);
        return <Action picture="check" label={t('scooter:takeOther')} about={other.name} onTap={move} />;
      }
      return <Undo view={view} />;
    case 'early':
      return <Undo view={view} />;
    case 'over':
      return null;
  }
}

function Undo({ view: { booking, scooter } }: { readonly view: BookingView }) {
  const app = useApp();
  const undo = () => app.cancelTrip(booking.id);
  return <Action picture="undo" tone="stop" label={app.i18n.t('activity:undo')} about={scooter.name} onTap={undo} />;
}

function TripMeta({ view }: { readonly view: BookingView }) {
  const app = useApp();
  const mark = markOf(app, view);
  const more = moreOf(app, view);
  return (
    <>
      {mark === null ? null : <Mark {...mark} />}
      {more === null ? null : <span>{more}</span>}
    </>
  );
}

function markOf(app: App, view: BookingView): MarkProps | null {
  const { t } = app.i18n;
  const { booking, scooter, state } = view;
  const { name } = scooter;
  const news = newsOf(view);
  if (news === 'released') return { picture: 'clock', label: t('scooter:released') };
  if (news === 'cancelled') return { picture: 'cross', tone: 'stop', label: t('scooter:cancelled') };
  if (news === 'moved') return { picture: 'check', tone: 'yes', label: t('scooter:moved') };
  if (news === 'mended') return { picture: 'check', tone: 'yes', label: t('scooter:mended', { name }) };
  switch (state) {
    case 'doubt':
    case 'waits':
      return null;
    case 'late':
      return { picture: 'clock', label: t('scooter:timeUp', { name }) };
    case 'away':
      return { picture: 'check', tone: 'yes', label: t('scooter:away') };
    case 'ready':
    case 'early':
    case 'over':
      if (app.uncertain.value.has(booking.id)) return { picture: 'waiting', label: t('away:notedMark') };
      return { picture: 'check', tone: 'yes', label: t(state === 'ready' ? 'scooter:ready' : 'scooter:yours') };
  }
}

function moreOf(app: App, view: BookingView): string | null {
  const { t } = app.i18n;
  const { booking, other, state, to } = view;
  if (booking.notMade !== null && app.size.value !== 'groter') {
    return t(booking.notMade === 'taken' ? 'scooter:wasTaken' : 'scooter:againstRule');
  }
  if (newsOf(view) !== null || state === 'late' || state === 'over') return null;
  if (isStuck(view)) {
    return other === null ? t('scooter:noOther') : t('scooter:otherFree', { name: other.name });
  }
  if (app.size.value === 'groter') return null;
  return t('scooter:backAt', { time: digits(to) });
}
