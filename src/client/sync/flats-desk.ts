/**
 * The other flats somebody works at: which they are, the way there, and what is copied to them. Refuses to judge a copy:
 * the other flat does, by its own board.
 */
import * as v from 'valibot';
import type { Command, Envelope } from '../../domain/commands.ts';
import { answerSchema } from '../../domain/protocol.ts';
import { type Instant, instantText } from '../../domain/time.ts';
import type { StaffHttp } from '../platform/http.ts';
import type { Reason } from '../state/screens.ts';
import type { Me } from './staff-session.ts';

const flatSchema = v.object({ id: v.string(), name: v.string() });
export type OtherFlat = Readonly<v.InferOutput<typeof flatSchema>>;

/** `unknown` their account there is not the same any more: signing in again helps. */
export type Copied =
  | { readonly type: 'done' }
  | { readonly type: 'refused'; readonly reason: Reason }
  | { readonly type: 'unknown' | 'away' };

export interface FlatsDesk {
  /** None where it cannot be asked. */
  readonly list: () => Promise<readonly OtherFlat[]>;
  /** The address that signs in there; null where there is none now. */
  readonly addressOf: (id: string) => Promise<string | null>;
  readonly copy: (id: string, command: Command) => Promise<Copied>;
}

export interface FlatsDeps {
  readonly http: Pick<StaffHttp, 'get' | 'post'>;
  readonly me: Me;
  readonly now: () => Instant;
  readonly newId: () => string;
}

const FLATS = '/api/flats';
const pathOf = (id: string, what: 'link' | 'commands') => `${FLATS}/${encodeURIComponent(id)}/${what}`;

export function createFlatsDesk({ http, me, now, newId }: FlatsDeps): FlatsDesk {
  return {
    list: async () => {
      const reply = await http.get(FLATS);
      const parsed = reply.type === 'ok' ? v.safeParse(v.array(flatSchema), reply.body) : null;
      return parsed?.success === true ? parsed.output : [];
    },
    addressOf: async (id) => {
      const reply = await http.post(pathOf(id, 'link'), {});
      const parsed = reply.type === 'ok' ? v.safeParse(v.object({ url: v.string() }), reply.body) : null;
      return parsed?.success === true ? parsed.output.url : null;
    },
    copy: async (id, command) => {
      const actor = { staffId: me.staffId ?? 'operator', proof: 'session', visitId: newId() } as const;
      const envelope: Envelope = { id: newId(), command, tappedAt: instantText(now()), actor };
      const reply = await http.post(pathOf(id, 'commands'), envelope);
      const answer = reply.type === 'ok' ? v.safeParse(answerSchema, reply.body) : null;
      if (answer?.success === true && answer.output.status === 'accepted') return { type: 'done' };
      if (answer?.success === true && answer.output.status === 'refused')
        return { type: 'refused', reason: answer.output.refusal };
      return { type: reply.type === 'problem' && reply.status < 500 ? 'unknown' : 'away' };
    },
  };
}
