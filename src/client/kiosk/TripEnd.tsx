/** What has just been done with a trip: the ticket, large. "Gelukt" only where the server has said yes. */
import { useRef } from 'preact/hooks';
import type { BookingView } from '../../domain/scooter-views.ts';
import { personOf } from '../../domain/views.ts';
import type { TripDone } from '../state/screens.ts';
import { BigTicket, type BigTicketProps, type TicketLine } from '../ui/BigTicket.tsx';
import { Header } from '../ui/Header.tsx';
import { Inset } from '../ui/Inset.tsx';
import { Key } from '../ui/Key.tsx';
import { Pictogram } from '../ui/pictograms/Pictogram.tsx';
import { Screen } from '../ui/Screen.tsx';
import { useStepsToFit } from '../ui/steps-to-fit.ts';
import { type App, useApp } from './app-context.ts';
import type { BoardProps } from './board-props.ts';
import { DayAndTime } from './DayAndTime.tsx';
import { subjectOf } from './fitting-page.ts';
import { toolsOf } from './frame.tsx';
import { ownTrip } from './own-trip.ts';
import { OwnBar } from './question-bar.tsx';
import { Refused } from './Refused.tsx';
import { scooterName } from './scooter-words.ts';
import { factsOf, type TripFact, whenFact } from './Trip.tsx';

interface TripEndProps extends BoardProps {
  readonly bookingId: string;
  readonly what: TripDone;
}

export function TripEnd({ board, bookingId, what }: TripEndProps) {
  const app = useApp();
  const { t } = app.i18n;
  const ticket = useRef<HTMLElement>(null);
  const view = ownTrip(app, board, bookingId);
  const noted = app.uncertain.value.has(bookingId);
  const subject = subjectOf(app, 'trip', bookingId, what, noted ? 'noted' : 'sure');
  // First smaller letters for the name, then no picture, then no place: what to do and when to be back always stay.
  const steps = useStepsToFit(ticket, { subject, most: 3, boxes: '.text, .stub' });
  if (view === null) return <Refused reason={{ type: 'bookingUnknown', bookingId }} />;
  const face = faceOf(app, { what, noted });
  return (
    <Screen
      id={`trip-done ${what} ${noted ? 'noted' : ''}`}
      header={
        <Header
          {...headOf(app, board, { view, what, noted })}
          now={what === 'booked' ? <DayAndTime /> : undefined}
          tools={toolsOf(app)}
        />
      }
      bar={
        <OwnBar>
          <div class="both">
            <Key picture="check" label={t('common:done')} tone="yes" onTap={app.finish} />
            {what === 'booked' ? (
              <Key picture="undo" label={t('activity:undo')} tone="stop" onTap={() => app.cancelTrip(bookingId)} />
            ) : (
              <DayAndTime />
            )}
          </div>
        </OwnBar>
      }
    >
      <main class={ROOM[steps]} ref={ticket} style={{ '--rows': 1 }}>
        <BigTicket
          picture="scooter"
          tint="plain"
          name={scooterName(app, view.scooter)}
          lines={ticketLines(app, steps < 3 ? view : withoutPlace(view), { what, noted })}
          {...face}
        />
      </main>
    </Screen>
  );
}

const ROOM = ['rows', 'rows tight', 'rows tight bare', 'rows tight bare'];

/** The place stands on the own page of the trip too. */
function withoutPlace(view: BookingView): BookingView {
  return { ...view, scooter: { ...view.scooter, place: '' } };
}

interface Ended {
  readonly what: TripDone;
  readonly noted: boolean;
}

function headOf(app: App, board: BoardProps['board'], { view, what, noted }: Ended & { readonly view: BookingView }) {
  const { t } = app.i18n;
  const { name } = view.scooter;
  switch (what) {
    case 'booked': {
      if (noted) return { title: t('away:noted'), sub: t('away:notedSub') };
      const who = personOf(board, view.booking.residentId ?? '')?.name?.firstName ?? '';
      return { title: who === '' ? t('done:titleNoName') : t('done:title', { name: who }), sub: t('done:sub') };
    }
    case 'left':
      if (noted) return { title: t('away:noted'), sub: t('away:notedSub') };
      return { title: t('scooter:leftTitle'), sub: t('done:awaySub') };
    case 'taken':
      return { title: t('scooter:goodTrip'), sub: <Inset sentence={t('scooter:goes', { name })} dutch={name} /> };
    case 'returned':
    case 'returnedBroken':
      return {
        title: t('scooter:thanks'),
        sub: noted ? t('away:notedSub') : <Inset sentence={t('scooter:back', { name })} dutch={name} />,
      };
  }
}

/** The stub and the story beside the facts. Without a stub it is no ticket any more. */
function faceOf(app: App, { what, noted }: Ended): Partial<BigTicketProps> {
  const { t } = app.i18n;
  const small = noted ? t('scooter:saved') : undefined;
  switch (what) {
    case 'booked':
      return noted ? { stub: t('away:noted'), story: t('away:notedStory'), noted } : { stub: t('scooter:yours') };
    case 'taken':
      return { stub: t('scooter:away'), small };
    case 'left':
    case 'returned':
    case 'returnedBroken':
      return {};
  }
}

const asLine = ({ sign, what: words }: TripFact): TicketLine => ({ sign, words });

function ticketLines(app: App, view: BookingView, { what, noted }: Ended): readonly TicketLine[] {
  const { t } = app.i18n;
  const facts = factsOf(app, view).map(asLine);
  const when = asLine(whenFact(app, view));
  switch (what) {
    case 'booked':
      return facts;
    case 'left':
      // The time is somebody else's to take only once the server knows of it.
      if (noted) return [when, { sign: <Pictogram name="waiting" />, words: t('away:notedMark') }];
      return [when, { sign: <Pictogram name="undo" />, words: t('scooter:left') }];
    case 'taken':
      return facts.slice(1).reverse();
    case 'returned':
      return [
        { sign: <Pictogram name="check" />, words: t('scooter:parked') },
        { sign: <Pictogram name="battery" />, words: t('scooter:plug') },
      ];
    case 'returnedBroken':
      return [
        { sign: <Pictogram name="damage" />, words: t('scooter:weMend') },
        { sign: <Pictogram name="battery" />, words: t('scooter:plug') },
      ];
  }
}
