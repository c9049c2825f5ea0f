/** One scooter that is broken: what, since when, and everybody in doubt with another scooter for each. */
import { useState } from 'preact/hooks';
import type { Board } from '../../domain/board.ts';
import type { Booking, Defect, Scooter } from '../../domain/scooter-rows.ts';
import { deskPerson } from '../app/staff-people.ts';
import { otherScooters, proposalFor, tripsToCome } from '../app/staff-trips.ts';
import { Button, State, Wrong } from './controls.tsx';
import { useDesk } from './desk-context.ts';
import {
  clock,
  momentIn,
  nameAndDoor,
  partWord,
  refusalWords,
  riderOf,
  shortDay,
  shortMoment,
  tripIn,
} from './desk-words.ts';
import { Icon } from './Icon.tsx';
import { moveTelling } from './trip-words.ts';

export interface DefectCardProps {
  readonly board: Board;
  readonly scooter: Scooter;
  readonly defect: Defect;
}

/** The head stands apart, because a window has its own. */
export function DefectCard(props: DefectCardProps) {
  const desk = useDesk();
  const { t } = desk;
  return (
    <section class="s-card is-stop">
      <div class="s-card-head">
        <h2>
          <Icon name="wrench" />
          <span>
            {t('deskcare:defectOf', { scooter: props.scooter.name, part: partWord(desk, props.defect.part) })}
          </span>
        </h2>
        <Since board={props.board} defect={props.defect} />
      </div>
      <DefectBody {...props} />
    </section>
  );
}

export function Since({ board, defect }: { readonly board: Board; readonly defect: Defect }) {
  const desk = useDesk();
  const when = shortMoment(desk, momentIn(board, Date.parse(defect.at)));
  return <State tone="warn">{desk.t('deskcare:openSince', { when })}</State>;
}

export function DefectBody({ board, scooter, defect }: DefectCardProps) {
  const desk = useDesk();
  const { app, t } = desk;
  const [wrong, setWrong] = useState<string | null>(null);
  const trips = tripsToCome(board, scooter.id, app.minute.value);
  const reporter = defect.residentId === null ? null : deskPerson(board, defect.residentId);
  const mend = () => {
    const refused = app.act(
      { type: 'mendScooter', scooterId: scooter.id },
      {
        text: t('deskcare:mended', { scooter: scooter.name }),
        undo: () => ({
          command: { type: 'reportDefect', scooterId: scooter.id, part: defect.part },
          text: t('deskcare:mendUndone', { scooter: scooter.name, part: partWord(desk, defect.part) }),
        }),
      },
    );
    setWrong(refused === null ? null : refusalWords(desk, refused, board));
  };
  return (
    <div class="s-stack">
      <p>
        {reporter === null ? t('deskcare:reportedStaff') : t('deskcare:reportedBy', { who: nameAndDoor(reporter) })}
      </p>
      <Doubts board={board} scooter={scooter} trips={trips} onWrong={setWrong} />
      <Wrong id={`defect-${scooter.id}`} sentence={wrong} />
      {trips.length === 0 ? null : <p class="is-soft">{t('deskcare:hearsItself', { scooter: scooter.name })}</p>}
      <p>
        <Button icon="check" tone="yes" label={t('deskcare:mendOf', { scooter: scooter.name })} onPress={mend}>
          {t('deskcare:mend')}
        </Button>
      </p>
    </div>
  );
}

interface DoubtsProps {
  readonly board: Board;
  readonly scooter: Scooter;
  readonly trips: readonly Booking[];
  readonly onWrong: (sentence: string | null) => void;
}

function Doubts({ board, scooter, trips, onWrong }: DoubtsProps) {
  const desk = useDesk();
  const { app, t } = desk;
  if (trips.length === 0) return <p>{t('deskcare:nobodyInDoubt')}</p>;
  const offers = trips.map((booking) => ({ booking, to: offerFor(app, board, booking) }));
  const possible = offers.filter(({ to }) => to !== null).length;
  const move = (booking: Booking, to: Scooter): boolean => {
    const telling = moveTelling(desk, board, booking, { from: scooter.name, to: to.name, toId: to.id });
    const refused = app.act(
      { type: 'moveBooking', bookingId: booking.id, scooterId: scooter.id, toScooterId: to.id },
      telling,
    );
    onWrong(refused === null ? null : refusalWords(desk, refused, board));
    return refused === null;
  };
  /** One after the other: what one takes, the next cannot have any more. */
  const moveAll = () => {
    const moved = offers.filter(({ booking, to }) => {
      const next = to !== null && app.check(moveOf(booking, to)) === null ? to : otherScooters(app, board, booking)[0];
      return next !== undefined && move(booking, next);
    });
    if (moved.length > 0) app.say(t('deskcare:movedAll', { count: moved.length }));
  };
  return (
    <>
      <ul class="s-doubts">
        {offers.map(({ booking, to }) => (
          <DoubtRow key={booking.id} board={board} booking={booking} to={to} onMove={move} />
        ))}
      </ul>
      {possible < 2 ? null : (
        <p>
          <Button tone="main" onPress={moveAll}>
            {t('deskcare:moveAll', { count: possible })}
          </Button>
        </p>
      )}
    </>
  );
}

const moveOf = (booking: Booking, to: Scooter) =>
  ({ type: 'moveBooking', bookingId: booking.id, scooterId: booking.scooterId, toScooterId: to.id }) as const;

function offerFor(app: ReturnType<typeof useDesk>['app'], board: Board, booking: Booking): Scooter | null {
  const best = proposalFor(board, booking, app.minute.value);
  if (best !== null && app.check(moveOf(booking, best)) === null) return best;
  return otherScooters(app, board, booking)[0] ?? null;
}

interface DoubtRowProps {
  readonly board: Board;
  readonly booking: Booking;
  readonly to: Scooter | null;
  readonly onMove: (booking: Booking, to: Scooter) => boolean;
}

function DoubtRow({ board, booking, to, onMove }: DoubtRowProps) {
  const desk = useDesk();
  const { t } = desk;
  const rider = riderOf(desk, board, booking);
  const trip = tripIn(board, booking);
  return (
    <li>
      <b class="is-who">{rider.full}</b>
      <span class="is-when">{`${shortDay(desk, trip.date)}, ${clock(trip.from)}`}</span>
      <span class="is-what">
        {to === null ? <State tone="warn">{t('deskcare:noneFree')}</State> : t('deskcare:isFree', { scooter: to.name })}
      </span>
      <span class="is-do">
        {to === null ? (
          <Call phone={rider.person?.phone ?? null} door={rider.person?.door ?? ''} />
        ) : (
          <Button
            tone="yes"
            label={t('deskcare:moveOne', { who: rider.full, scooter: to.name })}
            onPress={() => onMove(booking, to)}
          >
            {t('desktrip:moveShort')}
          </Button>
        )}
      </span>
    </li>
  );
}

/** By phone where there is one, else by a knock on the door. */
export function Call({ phone, door }: { readonly phone: string | null; readonly door: string }) {
  const { t } = useDesk();
  if (phone === null) return <span class="is-soft">{door === '' ? '' : t('desktrip:noPhone', { door })}</span>;
  return (
    <a class="s-button" href={`tel:${phone.replace(/\s/g, '')}`}>
      <Icon name="phone" />
      <span>{t('desktrip:call', { phone })}</span>
    </a>
  );
}
