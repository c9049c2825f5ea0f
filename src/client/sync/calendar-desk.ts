/** Asks the server for an address under which calendar programs read the programme. Refuses to make one itself: it could be guessed. */
import * as v from 'valibot';
import { answerSchema } from '../../domain/protocol.ts';
import type { StaffHttp } from '../platform/http.ts';
import type { Reason } from '../state/screens.ts';

/** `away` may work later; a refusal is a rule's no. */
export type LinkMade =
  | { readonly type: 'done' }
  | { readonly type: 'refused'; readonly reason: Reason }
  | { readonly type: 'away' };

export interface CalendarDesk {
  /** By the name of a room; null is the whole house. The address itself comes with the board. */
  readonly add: (room: string | null) => Promise<LinkMade>;
}

export function createCalendarDesk(http: Pick<StaffHttp, 'post'>): CalendarDesk {
  return {
    async add(room) {
      const reply = await http.post('/api/calendar-links', { room });
      const answer = reply.type === 'ok' ? v.safeParse(answerSchema, reply.body) : null;
      if (answer?.success !== true) return { type: 'away' };
      if (answer.output.status === 'refused') return { type: 'refused', reason: answer.output.refusal };
      return { type: answer.output.status === 'accepted' ? 'done' : 'away' };
    },
  };
}
