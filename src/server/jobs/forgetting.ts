/**
 * What the house forgets by itself (DESIGN §5): what changed leaves the journal after 14 days, an entry after two years,
 * and with them old sessions, forms nobody finished and photos nobody shows. Refuses to forget who was erased.
 */
import { photosOf } from '../../domain/photos.ts';
import { rows } from '../../domain/table.ts';
import { DAY, type Instant } from '../../domain/time.ts';
import type { Authority } from '../authority.ts';
import type { Store } from '../db/store.ts';
import { DRAFTS_LAST } from '../http/drafts.ts';

const CHANGES: Instant = 14 * DAY;
const ENTRIES: Instant = 730 * DAY;
/** As long as a tablet keeps what it sent, to send it again. */
const WAYS_IN: Instant = 3 * DAY;
/** So long a photo may hang nowhere, or a tablet that was away may still send something of who was erased. */
const UNUSED: Instant = DAY;
const LATE_TAPS: Instant = 16 * DAY;

/** Throws StoreUnavailable: the next night does what this one did not. */
export async function forgetOld(store: Store, authorities: readonly Authority[], now: Instant): Promise<void> {
  await store.forget(now - CHANGES, now - ENTRIES);
  await store.forgetWaysIn(now - WAYS_IN);
  for (const { locationId, state } of authorities) {
    const { board } = state();
    await store.forgetPhotos(locationId, photosOf(board), now - UNUSED);
    const team = [...rows(board.staffMember)].map(({ id }) => id);
    await store.forgetDrafts(locationId, team, now - DRAFTS_LAST);
    await store.forgetResidents(locationId, await store.listErased(locationId, now - LATE_TAPS));
  }
}
