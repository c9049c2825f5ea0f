/** Takes back what a visitor did in a house, so that the next one finds what they found. Refuses to undo what staff did. */
import type { BrowserHouse } from './house.ts';
import { tidyScooters } from './scooters.ts';

/** What puts sign-ups, standing meals and trips back as they are now. */
export async function createTidying(house: BrowserHouse): Promise<() => Promise<void>> {
  const before = new Set((await house.rows()).signUp?.map(({ id }) => id));
  const tripsBefore = new Set((await house.rowsForStaff()).booking?.map(({ id }) => id));
  return async () => {
    for (const party of (await house.rows()).signUp ?? []) {
      if (before.has(party.id) || party.status === 'withdrawn') continue;
      const { activityId, id: signUpId, residentIds } = party;
      await house.asStaff({ type: 'withdraw', activityId, signUpId, residentIds });
    }
    for (const { seriesId, residentId, until } of (await house.rows()).standing ?? []) {
      if (until === null) await house.asStaff({ type: 'stopStanding', seriesId, residentId });
    }
    await tidyScooters(house, tripsBefore);
  };
}
