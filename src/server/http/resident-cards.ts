/**
 * `/api/resident-cards`: which residents have a card or pictures, a card for somebody, or one less. The only way in for a
 * card: its number becomes a keyed hash here, and is neither kept, logged nor shown.
 */
import * as v from 'valibot';
import { rows } from '../../domain/table.ts';
import { type Instant, instantText } from '../../domain/time.ts';
import type { Authority } from '../authority.ts';
import { newCommandId } from '../command-id.ts';
import type { Secrets } from '../secrets.ts';
import { answerResponse } from './commands.ts';
import { residentCardRequestSchema } from './messages.ts';
import { refuse } from './problems.ts';
import { KILOBYTE, readJson } from './request-body.ts';
import type { HouseContext } from './sender.ts';

export interface ResidentCardsDeps {
  readonly authority: Authority;
  readonly secrets: Secrets;
  readonly now: () => Instant;
}

type Route = (c: HouseContext) => Promise<Response>;

/** `GET`: who has what, never what it is. */
export function createResidentCardsRoute({ authority }: Pick<ResidentCardsDeps, 'authority'>): Route {
  return async () => {
    const { board } = authority.state();
    const told = {
      cards: [...new Set([...rows(board.card)].map(({ residentId }) => residentId))],
      codes: [...rows(board.pictureCode)].map(({ id }) => id),
    };
    return new Response(JSON.stringify(told), {
      headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    });
  };
}

/** `POST`: the answer of any command; `cardTaken` names who has it. */
export function createSetResidentCardRoute({ authority, secrets, now }: ResidentCardsDeps): Route {
  return async (c) => {
    const body = await readJson(c.env.incoming, 4 * KILOBYTE);
    if (!body.ok) return refuse(body.error);
    const asked = v.safeParse(residentCardRequestSchema, body.value);
    if (!asked.success) return refuse('requestMalformed');
    const { residentId, card } = asked.output;
    const { deviceId, role, staff } = c.get('sender');
    const at = now();
    const id = newCommandId(at);
    const envelope = {
      id,
      command: { type: 'setResidentCard', residentId, cardHash: card === null ? null : secrets.hashCard(card) },
      tappedAt: instantText(at),
      actor: { staffId: staff?.staffId ?? 'operator', proof: 'session', visitId: staff?.sessionId ?? id },
    } as const;
    const sender = { deviceId, role: staff?.role ?? role, lastAnswered: null, proven: true };
    return answerResponse(await authority.submit(envelope, sender));
  };
}
