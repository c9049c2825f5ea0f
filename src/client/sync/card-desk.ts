/** Asks the server whose card this is. Refuses to keep the card's number: it goes into the request and nowhere else. */
import * as v from 'valibot';
import { idSchema } from '../../domain/resident.ts';
import { signUpRowSchema } from '../../domain/sign-up-row.ts';
import type { Http } from '../platform/http.ts';

const heldSchema = v.object({ residentId: idSchema, token: v.string(), signUps: v.array(signUpRowSchema) });

export type CardAnswer =
  /** `signUps` are the holder's own parties, those of discreet activities included. */
  | ({ readonly type: 'held' } & v.InferOutput<typeof heldSchema>)
  | { readonly type: 'unknown' }
  /** Codes and cards rest for a while after many wrong ones. */
  | { readonly type: 'tooManyTries' }
  | { readonly type: 'unreachable' };

export interface CardDesk {
  readonly identify: (card: string, visitId: string) => Promise<CardAnswer>;
}

export function createCardDesk({ http }: { readonly http: Http }): CardDesk {
  return {
    async identify(card, visitId) {
      const reply = await http.post('/api/identify', { card, visitId });
      if (reply.type === 'ok') {
        const parsed = v.safeParse(heldSchema, reply.body);
        return parsed.success ? { type: 'held', ...parsed.output } : { type: 'unreachable' };
      }
      if (reply.type === 'problem' && reply.status === 404) return { type: 'unknown' };
      if (reply.type === 'problem' && reply.status === 429) return { type: 'tooManyTries' };
      // A number no card can have is a card nobody has.
      if (reply.type === 'problem' && (reply.status === 400 || reply.status === 422)) return { type: 'unknown' };
      return { type: 'unreachable' };
    },
  };
}
