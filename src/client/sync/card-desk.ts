/**
 * Asks the server whose card this is, or whether somebody's three pictures are right. Refuses to keep either: they go
 * into the request and nowhere else.
 */
import * as v from 'valibot';
import { idSchema } from '../../domain/resident.ts';
import { bookingSchema, clearanceSchema } from '../../domain/scooter-rows.ts';
import { signUpRowSchema } from '../../domain/sign-up-row.ts';
import type { Http } from '../platform/http.ts';

const heldSchema = v.object({
  residentId: idSchema,
  token: v.string(),
  signUps: v.array(signUpRowSchema),
  bookings: v.optional(v.array(bookingSchema), []),
  clearances: v.optional(v.array(clearanceSchema), []),
});

export type CardAnswer =
  /** `signUps` are the holder's own parties, those of discreet activities included; so are trips and driving test. */
  | Held
  | { readonly type: 'unknown' }
  /** Codes and cards rest for a while after many wrong ones. */
  | { readonly type: 'tooManyTries' }
  | { readonly type: 'unreachable' };

type Held = { readonly type: 'held' } & v.InferOutput<typeof heldSchema>;

export type CodeAnswer =
  | Held
  | { readonly type: 'wrong' }
  /** Codes rest for a while after many wrong ones. */
  | { readonly type: 'resting' }
  | { readonly type: 'unreachable' };

export interface CardDesk {
  readonly identify: (card: string, visitId: string) => Promise<CardAnswer>;
  /** Which of the nine, counted from 0, in the order they were chosen. */
  readonly tryCode: (residentId: string, pictures: readonly number[], visitId: string) => Promise<CodeAnswer>;
}

export function createCardDesk({ http }: { readonly http: Http }): CardDesk {
  return {
    async identify(card, visitId) {
      const reply = await http.post('/api/identify', { card, visitId });
      if (reply.type === 'ok') return heldIn(reply.body);
      if (reply.type === 'problem' && reply.status === 404) return { type: 'unknown' };
      if (reply.type === 'problem' && reply.status === 429) return { type: 'tooManyTries' };
      // A number no card can have is a card nobody has.
      if (reply.type === 'problem' && (reply.status === 400 || reply.status === 422)) return { type: 'unknown' };
      return { type: 'unreachable' };
    },
    async tryCode(residentId, pictures, visitId) {
      const reply = await http.post('/api/identify', { residentId, pictures, visitId });
      if (reply.type === 'ok') return heldIn(reply.body);
      if (reply.type === 'unreachable' || reply.status >= 500) return { type: 'unreachable' };
      if (reply.code === 'codeRests' || reply.status === 429) return { type: 'resting' };
      // Who has no code, or no longer lives here, hears the same: nothing is told about a door from outside.
      return reply.status === 401 ? { type: 'unreachable' } : { type: 'wrong' };
    },
  };
}

function heldIn(body: unknown): Held | { readonly type: 'unreachable' } {
  const parsed = v.safeParse(heldSchema, body);
  return parsed.success ? { type: 'held', ...parsed.output } : { type: 'unreachable' };
}
