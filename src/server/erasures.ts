/**
 * Erasing somebody for good: written down first, so that a power cut or an older backup brings nobody back, then taken
 * from the board by the authority, then out of the journal (DESIGN §5). Refuses to judge: `domain/erasing.ts` does.
 */
import type { Answer } from '../domain/protocol.ts';
import { row } from '../domain/table.ts';
import { type Instant, instantText } from '../domain/time.ts';
import type { Authority } from './authority.ts';
import { newCommandId } from './command-id.ts';
import type { Store } from './db/store.ts';

export interface Erasing {
  readonly authority: Authority;
  readonly store: Store;
}

const EVER: Instant = 0;

/** Who asks for it: a member of staff, for the journal. */
export interface Asker {
  readonly staffId: string;
  readonly visitId: string;
  readonly deviceId: string | null;
}

/** Throws StoreUnavailable; asked again it goes on where it was. */
export async function eraseFrom(
  house: Erasing,
  residentId: string,
  by: Asker & { readonly at: Instant },
): Promise<Answer> {
  const { authority, store } = house;
  const { staffId, visitId, deviceId, at } = by;
  const isHere = row(authority.state().board.resident, residentId, residentId) !== undefined;
  // A mistyped id must not stand in the list for ever.
  if (isHere) await store.noteErased(authority.locationId, residentId, at);
  const id = newCommandId(at);
  const envelope = {
    id,
    command: { type: 'eraseResident', residentId },
    tappedAt: instantText(at),
    actor: { staffId, proof: 'session', visitId: visitId === '' ? id : visitId },
  } as const;
  const answer = await authority.submit(envelope, { deviceId, role: 'operator', lastAnswered: null, proven: true });
  await store.forgetResidents(authority.locationId, [residentId]);
  return answer;
}

/** Erases again whoever a restore, or a power cut in the middle, has left on the board. Throws StoreUnavailable. */
export async function eraseAgain(house: Erasing, at: Instant): Promise<void> {
  const { authority, store } = house;
  const { resident } = authority.state().board;
  const back = (await store.listErased(authority.locationId, EVER)).filter((id) => row(resident, id, id) !== undefined);
  for (const id of back) await eraseFrom(house, id, { staffId: 'operator', visitId: '', deviceId: null, at });
}
