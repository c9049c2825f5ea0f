/** Bookings a second on a server that runs, each accepted, by residents with their cards. Asserts nothing else. */
import type { Answer, Snapshot } from '../../src/domain/protocol.ts';
import { addRiders, bookingBy, type Desk, dateAhead, scooterIdsOf, showCards } from './riders.ts';

const RIDERS = 750;
const SCOOTERS = 24;
const DAYS = 13;
/** An hour each with the time to charge, inside the usual hours. */
const TIMES = ['09:00', '10:30', '12:00', '13:30', '15:00'] as const;
const MEASURED = SCOOTERS * DAYS * TIMES.length;

/** Two for each rider is what the rules allow: every slot of the next days is booked once. */
export async function bookingsASecond(desk: Desk, clients: number): Promise<number> {
  await addRiders(desk, { riders: RIDERS, scooters: SCOOTERS });
  const board = JSON.parse((await desk.client.get('/api/board', desk.operator)).text) as Snapshot;
  const scooterIds = scooterIdsOf(board);
  const riders = await showCards([desk], RIDERS);
  const envelopes = Array.from({ length: Math.min(MEASURED, RIDERS * 2) }, (_, n) => {
    const rider = riders[n % RIDERS];
    const slot = Math.floor(n / SCOOTERS);
    const [time, day] = [TIMES[slot % TIMES.length], Math.floor(slot / TIMES.length)];
    if (rider === undefined || time === undefined) throw new Error('more bookings than riders');
    return bookingBy(rider, { scooterId: scooterIds[n % SCOOTERS] ?? null, date: dateAhead(day + 1), time });
  });
  const begun = performance.now();
  let next = 0;
  const work = async () => {
    for (let envelope = envelopes[next++]; envelope !== undefined; envelope = envelopes[next++]) {
      const { status, text } = await desk.client.send('/api/commands', envelope, desk.operator);
      if (status !== 200 || (JSON.parse(text) as Answer).status !== 'accepted') throw new Error(text.slice(0, 300));
    }
  };
  await Promise.all(Array.from({ length: clients }, work));
  return envelopes.length / ((performance.now() - begun) / 1000);
}
