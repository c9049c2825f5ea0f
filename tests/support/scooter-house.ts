// The small house with three scooters: two light ones and a heavy one, and residents who may ride some of them.
import { type Board, boardOf, type Rows } from '../../src/domain/board.ts';
import type { CommandOf } from '../../src/domain/commands.ts';
import type { Verdict } from '../../src/domain/decide.ts';
import type { Actor } from '../../src/domain/envelope.ts';
import { type Booking, type ScooterRules, usualScooterRules } from '../../src/domain/scooter-rows.ts';
import { rows } from '../../src/domain/table.ts';
import { type Instant, localAt } from '../../src/domain/time.ts';
import { createWorld, houseRows, MORNING, type World, ZONE } from './builders.ts';

const scooter = (id: string, type: string, colour: string): Rows['scooter'] => ({
  id,
  name: `${id.slice(0, 1).toUpperCase()}${id.slice(1)}`,
  colour,
  type,
  maxSpeed: 12,
  place: 'Scooterstalling',
  remark: '',
});

const clearance = (residentId: string, types: readonly string[], validUntil = '2028-12-31'): Rows['clearance'] => ({
  id: `${residentId}/clearance`,
  residentId,
  validUntil,
  types: [...types],
});

/** Anna rides all, Riet and Mo the light ones, Toos the heavy one, Kees the light ones until 20 October 2026. */
export const clearances: readonly Rows['clearance'][] = [
  clearance('anna', ['licht', 'zwaar']),
  clearance('riet', ['licht']),
  clearance('mo', ['Licht ']),
  clearance('toos', ['zwaar']),
  clearance('kees', ['licht'], '2026-10-20'),
];

export const scooters: readonly Rows['scooter'][] = [
  scooter('merel', 'licht', 'rood'),
  scooter('meeuw', 'licht', 'blauw'),
  scooter('reiger', 'zwaar', 'groen'),
];

export function scooterHouse(rules: Partial<ScooterRules> = {}): Board {
  return boardOf({
    ...houseRows(),
    scooter: scooters,
    clearance: clearances,
    scooterRules: [{ ...usualScooterRules, ...rules }],
  });
}

/** A world on Wednesday 14 October 2026, 08:00. */
export function scooterWorld(rules: Partial<ScooterRules> = {}, now: Instant = MORNING): World {
  return createWorld(scooterHouse(rules), now);
}

export const withCard = (residentId: string, visitId = `visit-${residentId}`): Actor => ({
  residentId,
  proof: 'card',
  visitId,
});

export const TODAY = '2026-10-14';
export const TOMORROW = '2026-10-15';

/** Tomorrow at ten, two hours, any scooter. */
export function book(
  world: World,
  residentId: string,
  asked: Partial<CommandOf<'book'>> = {},
  actor: Actor = withCard(residentId),
): Verdict {
  return world.send(actor, {
    type: 'book',
    residentId,
    scooterId: null,
    date: TOMORROW,
    time: '10:00',
    minutes: 120,
    ...asked,
  });
}

/** A booking that must succeed. */
export function booked(
  world: World,
  residentId: string,
  asked: Partial<CommandOf<'book'>> = {},
  actor?: Actor,
): Booking {
  const verdict = book(world, residentId, asked, actor);
  if (!verdict.ok) throw new Error(`not booked: ${verdict.error.type}`);
  for (const change of verdict.value)
    if (change.type === 'bookingPut' && change.row.status === 'booked') return change.row;
  throw new Error('a booking without its row');
}

/** A booking as it is now, wherever it went. */
export const asNow = (world: World, { id }: Booking): Booking =>
  bookingsIn(world.board).find((each) => each.id === id)!;

export const bookingsIn = (board: Board): readonly Booking[] =>
  [...rows(board.booking)].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.id < b.id ? -1 : 1));

/** Which booking a command is about. */
export const about = ({ id, scooterId }: Booking) => ({ bookingId: id, scooterId });

/** Every booking as `status scooter resident date from–to`. */
export const lineOf = (booking: Booking): string => {
  const [from, to] = [localAt(Date.parse(booking.from), ZONE), localAt(Date.parse(booking.to), ZONE)];
  return `${booking.status} ${booking.scooterId} ${booking.residentId ?? '-'} ${from.date} ${from.time}–${to.time}`;
};
