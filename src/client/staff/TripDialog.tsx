/** One trip: who, when, how it stands, and what can be done about it now. Every no is a sentence under the button. */
import { useState } from 'preact/hooks';
import type { Board } from '../../domain/board.ts';
import type { Command } from '../../domain/commands.ts';
import type { Booking } from '../../domain/scooter-rows.ts';
import type { Telling } from '../app/staff-app.ts';
import { otherScooters, scootersOf, tripNow } from '../app/staff-trips.ts';
import { BackForm } from './BackForm.tsx';
import { Button, State, type Tone, Wrong } from './controls.tsx';
import { Dialog } from './Dialog.tsx';
import { useDesk } from './desk-context.ts';
import { clock, dayAndSpan, longDay, momentIn, refusalWords, riderOf, tripIn } from './desk-words.ts';
import { Icon } from './Icon.tsx';
import { tripState } from './trip-state.ts';
import { cancelTelling, moveTelling, newsWords } from './trip-words.ts';

export interface TripDialogProps {
  readonly board: Board;
  readonly bookingId: string;
  readonly onClose: () => void;
}

export function TripDialog({ board, bookingId, onClose }: TripDialogProps) {
  const desk = useDesk();
  const booking = tripNow(board, bookingId);
  if (booking === undefined) {
    return (
      <Dialog title={desk.t('deskframe:scooters')} onClose={onClose}>
        <p>{desk.t('desktrip:gone')}</p>
      </Dialog>
    );
  }
  const scooter = scootersOf(board).find(({ id }) => id === booking.scooterId)?.name ?? '';
  const title = desk.t('desktrip:title', { scooter, day: longDay(desk, tripIn(board, booking).date) });
  return (
    <Dialog title={title} onClose={onClose}>
      <Facts board={board} booking={booking} />
      <Acts board={board} booking={booking} scooter={scooter} onClose={onClose} />
    </Dialog>
  );
}

interface FactsProps {
  readonly board: Board;
  readonly booking: Booking;
}

const tones: Readonly<Record<ReturnType<typeof tripState>, Tone>> = {
  Booked: 'info',
  Taken: 'info',
  Late: 'wait',
  Done: 'ok',
  Doubt: 'warn',
  Cancelled: 'off',
  Released: 'off',
};

function Facts({ board, booking }: FactsProps) {
  const desk = useDesk();
  const { t } = desk;
  const rider = riderOf(desk, board, booking);
  const trip = tripIn(board, booking);
  const state = tripState(board, booking, desk.app.minute.value);
  const atTime = (text: string | null) => (text === null ? '' : clock(momentIn(board, Date.parse(text)).time));
  return (
    <dl class="s-facts">
      <dt>{t('desktrip:who')}</dt>
      <dd>
        <b>{rider.full}</b>
      </dd>
      <dt>{t('desktrip:when')}</dt>
      <dd>{dayAndSpan(desk, trip)}</dd>
      <dt>{t('desktrip:state')}</dt>
      <dd>
        <State tone={tones[state]}>{t(`desktrip:state${state}`)}</State>
        {state === 'Late' ? <p>{t('desktrip:lateBy', { time: clock(trip.to) })}</p> : null}
        {booking.takenAt === null ? null : <p>{t('desktrip:takenAt', { time: atTime(booking.takenAt) })}</p>}
        {booking.returnedAt === null ? null : <p>{t('desktrip:backAt', { time: atTime(booking.returnedAt) })}</p>}
      </dd>
      {rider.person === null ? null : (
        <>
          <dt>{t('desktrip:phone')}</dt>
          <dd>
            {rider.person.phone === null ? (
              t('desktrip:noPhone', { door: rider.person.door })
            ) : (
              <a class="s-phone" href={`tel:${rider.person.phone.replace(/\s/g, '')}`}>
                <Icon name="phone" />
                <span>{rider.person.phone}</span>
              </a>
            )}
          </dd>
        </>
      )}
    </dl>
  );
}

interface ActsProps extends FactsProps {
  readonly scooter: string;
  readonly onClose: () => void;
}

function Acts({ board, booking, scooter, onClose }: ActsProps) {
  const desk = useDesk();
  const { app, t } = desk;
  const [wrong, setWrong] = useState<string | null>(null);
  const [back, setBack] = useState(false);
  const state = tripState(board, booking, app.minute.value);
  const ids = { bookingId: booking.id, scooterId: booking.scooterId };
  const who = riderOf(desk, board, booking).full;
  const act = (command: Command, telling: Telling) => {
    const refused = app.act(command, telling);
    if (refused === null) onClose();
    else setWrong(refusalWords(desk, refused, board));
  };
  if (back) return <BackForm board={board} booking={booking} scooter={scooter} onClose={onClose} />;
  const isOut = state === 'Taken' || state === 'Late';
  const isToCome = state === 'Booked' || state === 'Doubt';
  return (
    <>
      {booking.news === null ? null : (
        <div class="s-news">
          <p>
            <b>{t('desktrip:news')}: </b>
            {newsWords(desk, booking.news, scooter)}
          </p>
          <Button
            icon="check"
            onPress={() => act({ type: 'seenBooking', ...ids }, { text: t('desktrip:toldDone', { who }) })}
          >
            {t('desktrip:told')}
          </Button>
        </div>
      )}
      {isToCome ? <Moves board={board} booking={booking} scooter={scooter} onMove={act} /> : null}
      <Wrong id="trip" sentence={wrong} />
      <div class="s-ends">
        {isToCome ? (
          <Button
            tone="stop"
            onPress={() => act({ type: 'cancelBooking', ...ids }, cancelTelling(desk, board, booking))}
          >
            {t('desktrip:cancel')}
          </Button>
        ) : null}
        {state === 'Booked' ? (
          <Button
            tone="main"
            onPress={() => act({ type: 'takeScooter', ...ids }, { text: t('desktrip:took', { who, scooter }) })}
          >
            {t('desktrip:take')}
          </Button>
        ) : null}
        {isOut ? (
          <Button tone="main" onPress={() => setBack(true)}>
            {t('desktrip:back')}
          </Button>
        ) : null}
      </div>
    </>
  );
}

interface MovesProps extends FactsProps {
  readonly scooter: string;
  readonly onMove: (command: Command, telling: Telling) => void;
}

/** The scooters it can go to, as the rules stand. */
function Moves({ board, booking, scooter, onMove }: MovesProps) {
  const desk = useDesk();
  const { app, t } = desk;
  const others = otherScooters(app, board, booking);
  return (
    <div class="s-moves">
      <h3>{t('desktrip:moveTitle')}</h3>
      {others.length === 0 ? <p class="is-soft">{t('desktrip:moveNone')}</p> : null}
      <p class="s-row is-wrap">
        {others.map((to) => (
          <Button
            key={to.id}
            tone="yes"
            onPress={() =>
              onMove(
                { type: 'moveBooking', bookingId: booking.id, scooterId: booking.scooterId, toScooterId: to.id },
                moveTelling(desk, board, booking, { from: scooter, to: to.name, toId: to.id }),
              )
            }
          >
            {t('desktrip:move', { scooter: to.name })}
          </Button>
        ))}
      </p>
    </div>
  );
}
