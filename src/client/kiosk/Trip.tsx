/** One's own trip in full: when, where, back by; and what can be done with it now. */
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { BookingView } from '../../domain/scooter-views.ts';
import { clockTime } from '../i18n/dates.ts';
import { Action } from '../ui/Action.tsx';
import { FactSheet } from '../ui/FactSheet.tsx';
import { Header } from '../ui/Header.tsx';
import { Name } from '../ui/Name.tsx';
import { Pictogram } from '../ui/pictograms/Pictogram.tsx';
import { ClockFace } from '../ui/pictures/ClockFace.tsx';
import { Screen } from '../ui/Screen.tsx';
import { useStepsToFit } from '../ui/steps-to-fit.ts';
import { type App, useApp } from './app-context.ts';
import type { BoardProps } from './board-props.ts';
import { subjectOf } from './fitting-page.ts';
import { Bar, timeNow, toolsOf } from './frame.tsx';
import { digits } from './now.ts';
import { ownTrip, useWhileAsked } from './own-trip.ts';
import { Refused } from './Refused.tsx';
import { dayAndHour, scooterName } from './scooter-words.ts';

export function Trip({ board, bookingId }: BoardProps & { readonly bookingId: string }) {
  const app = useApp();
  const own = ownTrip(app, board, bookingId);
  const view = useWhileAsked(own?.state === 'over' ? null : own);
  const place = useRef<HTMLElement>(null);
  const subject = subjectOf(app, 'trip', bookingId, view?.state ?? '');
  // Where, when and back by all stay: in smaller letters where the larger ones have no room, then without the clock.
  const steps = useStepsToFit(place, { subject, most: 2, boxes: '.facts, .acts' });
  if (view === null) return <Refused reason={{ type: 'bookingUnknown', bookingId }} />;
  return (
    <Screen
      id={`trip ${view.state}`}
      header={
        <Header title={titleOf(app, view)} {...(steps < 2 ? timeNow(app) : { sub: undefined })} tools={toolsOf(app)} />
      }
      bar={<Bar current="none" />}
    >
      <main class={steps === 0 ? 'one' : 'one tight'} ref={place}>
        <FactSheet
          picture={view.state === 'doubt' ? 'damage' : 'scooter'}
          tint="plain"
          withPicture={app.size.value === 'normal'}
          facts={factsOf(app, view)}
          story={storyOf(app, view)}
        />
        <div class="acts">
          <TripActs view={view} />
        </div>
      </main>
    </Screen>
  );
}

function titleOf(app: App, { scooter, state }: BookingView): string {
  const { t } = app.i18n;
  const { name } = scooter;
  switch (state) {
    case 'ready':
    case 'away':
    case 'late':
      return t('scooter:goes', { name });
    case 'doubt':
      return t('scooter:isBroken', { name });
    case 'waits':
      return t('scooter:notBack', { name });
    case 'early':
    case 'over':
      return scooterName(app, scooter);
  }
}

export interface TripFact {
  readonly sign: ComponentChildren;
  readonly what: ComponentChildren;
}

export function whenFact(app: App, { date, from }: BookingView): TripFact {
  const { hour, minute } = clockTime(from);
  return { sign: <ClockFace hour={hour} minute={minute} />, what: dayAndHour(app, { date, time: from }) };
}

/** When, where and back by; or, where it cannot be taken, what could be instead. */
export function factsOf(app: App, view: BookingView): readonly TripFact[] {
  const { t } = app.i18n;
  const { other, scooter, state, to } = view;
  const facts: TripFact[] = [whenFact(app, view)];
  if (state === 'doubt' || state === 'waits') {
    const what = other === null ? t('scooter:noOther') : t('scooter:otherFree', { name: other.name });
    return [...facts, { sign: <Pictogram name={other === null ? 'cross' : 'scooter'} />, what }];
  }
  if (scooter.place !== '') facts.push({ sign: <Pictogram name="key" />, what: <Name text={scooter.place} /> });
  return [...facts, { sign: <Pictogram name="home" />, what: t('scooter:backAt', { time: digits(to) }) }];
}

function storyOf(app: App, { booking, other, state }: BookingView): string | undefined {
  const { t } = app.i18n;
  // Beside three acts there is room for one line.
  if (app.uncertain.value.has(booking.id)) return t(state === 'ready' ? 'away:notedMark' : 'away:notedSub');
  const stuck = (state === 'doubt' || state === 'waits') && other === null;
  return stuck && app.size.value === 'normal' ? t('scooter:weTell') : undefined;
}

function TripActs({ view }: { readonly view: BookingView }) {
  const app = useApp();
  const { t } = app.i18n;
  const { booking, other, state } = view;
  const bookingId = booking.id;
  const noted = app.uncertain.value.has(bookingId);
  const undo = <Action picture="undo" tone="stop" label={t('activity:undo')} onTap={() => app.cancelTrip(bookingId)} />;
  switch (state) {
    case 'ready':
      return (
        <>
          <Action picture="key" label={t('scooter:go')} onTap={() => app.takeScooter(bookingId)} />
          <Action
            picture="damage"
            tone="plain"
            label={t('scooter:broken')}
            onTap={() => app.show({ type: 'tripBroken', bookingId, when: 'leaving' })}
          />
          {undo}
        </>
      );
    case 'away':
    case 'late': {
      const bring = () => app.show({ type: 'tripReturn', bookingId });
      return <Action picture="home" label={t('scooter:bring')} onTap={bring} />;
    }
    case 'doubt':
    case 'waits':
      if (other === null) return undo;
      return (
        <>
          <Action
            picture="check"
            label={t('scooter:takeOther')}
            about={other.name}
            onTap={() => app.moveTrip(bookingId, other.id)}
          />
          {undo}
        </>
      );
    case 'early':
      return (
        <>
          <div class="panel state">
            <Pictogram name={noted ? 'waiting' : 'check'} />
            <span>{noted ? t('away:noted') : t('scooter:early', { time: digits(app.takenFrom(booking)) })}</span>
          </div>
          {undo}
        </>
      );
    case 'over':
      return null;
  }
}
