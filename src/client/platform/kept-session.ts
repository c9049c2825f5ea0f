/** That somebody of the team is at work at this tablet, for ten minutes after their last touch. Refuses to keep more. */
import * as v from 'valibot';
import { idSchema } from '../../domain/resident.ts';
import { staffRoles } from '../../domain/staff-member.ts';
import type { Instant } from '../../domain/time.ts';
import { KEPT_SESSION } from './wipe.ts';

const keptSchema = v.object({
  staffId: idSchema,
  name: v.string(),
  role: v.picklist(staffRoles),
  until: v.number(),
});
export type KeptMe = Omit<Readonly<v.InferOutput<typeof keptSchema>>, 'until'>;

export interface KeptSession {
  /** Null where nobody is at work, or was too long ago; a clock that was put back makes nothing last longer than this. */
  readonly read: (now: Instant, longest: number) => KeptMe | null;
  readonly keep: (me: KeptMe, until: Instant) => void;
  readonly forget: () => void;
  /** Nobody is at work any more, but taps of theirs are still on their way. */
  readonly keepSending: () => void;
  readonly sends: () => boolean;
}

const SENDS = '"sends"';

export function createKeptSession(
  store: () => Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>,
): KeptSession {
  /** A private window may have no storage: then nothing is gone on with. */
  const tried = <Value>(work: () => Value): Value | null => {
    try {
      return work();
    } catch {
      return null;
    }
  };
  return {
    read(now, longest) {
      const parsed = tried(() => v.safeParse(keptSchema, JSON.parse(store().getItem(KEPT_SESSION) ?? 'null')));
      if (parsed?.success !== true) return null;
      const { until, ...me } = parsed.output;
      return now < until && until - now <= longest ? me : null;
    },
    keep: (me, until) => void tried(() => store().setItem(KEPT_SESSION, JSON.stringify({ ...me, until }))),
    keepSending: () => void tried(() => store().setItem(KEPT_SESSION, SENDS)),
    sends: () => tried(() => store().getItem(KEPT_SESSION)) === SENDS,
    forget: () => void tried(() => store().removeItem(KEPT_SESSION)),
  };
}
