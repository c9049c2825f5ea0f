/** A house in which there is something to do for everybody at the desk. Refuses to look at a screen. */
import { book, residentId } from './desk-house.ts';
import type { BrowserHouse } from './house.ts';

const THURSDAY = '2026-10-15';
const FRIDAY = '2026-10-16';

/** A week with something of everything: done, out, late, in doubt, broken, nothing free. */
export async function busyWeek(house: BrowserHouse): Promise<void> {
  const at = (time: string) => house.setTime(`${THURSDAY}T${time}:00+02:00`);
  at('08:30');
  const early = await book(house, { who: ['15', 'Nel'], scooter: 'Kievit', date: THURSDAY, time: '09:00' });
  const late = await book(house, { who: ['1', 'Riet'], scooter: 'Merel', date: THURSDAY, time: '12:00' });
  const out = await book(house, { who: ['22', 'Lenie'], scooter: 'Meeuw', date: THURSDAY, time: '14:00' });
  await book(house, { who: ['17', 'Tonny'], scooter: 'Reiger', date: FRIDAY, time: '10:00' });
  await book(house, { who: ['20', 'Bep'], scooter: 'Kievit', date: FRIDAY, time: '10:00' });
  await house.asStaff({ type: 'missScooter', date: THURSDAY });
  for (const [trip, time] of [
    [early, '09:00'],
    [late, '12:00'],
    [out, '14:00'],
  ] as const) {
    at(time);
    await house.asStaff({ type: 'takeScooter', bookingId: trip.id, scooterId: trip.scooterId });
    if (trip !== early) continue;
    at('10:40');
    await house.asStaff({
      type: 'returnScooter',
      bookingId: trip.id,
      scooterId: trip.scooterId,
      batteryLow: true,
      broken: null,
    });
  }
  const reiger = (await house.rowsForStaff()).scooter!.find(({ name }) => name === 'Reiger')!;
  await house.asStaff({ type: 'reportDefect', scooterId: reiger.id, part: 'tyre' });
  at('15:12');
}

/** A list with a guest, a diet, money, a sheet and what changed after it. */
export async function busyMeal(house: BrowserHouse): Promise<void> {
  house.setTime('2026-10-14T10:00:00+02:00');
  const { series = [] } = await house.rowsForStaff();
  const activityId = `${series.find(({ title }) => title === 'Samen eten')!.id}/${THURSDAY}`;
  const riet = await residentId(house, '1', 'Riet');
  const add = (residentId: string | null, hostId: string | null, guestName: string) =>
    house.asStaff({
      type: 'addPlate',
      activityId,
      residentId,
      hostId,
      guestName,
      dish: 'vlees',
      takeAway: guestName !== '',
      despite: [],
      mayWait: false,
    });
  const nel = await residentId(house, '15', 'Nel');
  await add(riet, null, '');
  await add(nel, null, '');
  const plates = async () =>
    ((await house.rowsForStaff()).plate ?? []).filter((plate) => plate.activityId === activityId);
  const plateOf = async (id: string) => (await plates()).find((plate) => plate.residentId === id)!.id;
  await add(null, await plateOf(riet), 'Dochter van Riet');
  await house.asStaff({ type: 'setDiet', residentId: riet, kinds: ['diabetes'], allergens: ['milk'], note: 'koud' });
  await house.asStaff({ type: 'markPaid', activityId, plateIds: [await plateOf(riet)], paid: 550 });
  const shown = (await plates()).map(({ dish, id, takeAway }) => ({ id, dish, takeAway }));
  await house.asStaff({ type: 'printMeal', activityId, number: 1, plates: shown });
  await house.asStaff({ type: 'removePlate', activityId, plateId: await plateOf(nel) });
  house.setTime(`${THURSDAY}T15:12:00+02:00`);
}

/** Riet (1) and Nel (15) come to an afternoon that is cancelled: somebody has to tell them. */
export async function newsToTell(house: BrowserHouse): Promise<void> {
  const activityId = `muziek@zilvermeeuw.example/${FRIDAY}`;
  for (const [door, name] of [
    ['15', 'Nel'],
    ['1', 'Riet'],
  ] as const) {
    const residentIds = [await residentId(house, door, name)];
    await house.asStaff({ type: 'signUp', activityId, residentIds, guests: 0 });
  }
  await house.asStaff({ type: 'cancelActivity', activityId, reason: 'De pianist is ziek' });
}
