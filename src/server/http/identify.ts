/**
 * `POST /api/identify`: whose card is this? Answers with a token for the rest of the visit. Refuses to keep or log the
 * number of a card; wrong cards rest after too many, a right one always works (DESIGN §9 Identity).
 */
import * as v from 'valibot';
import type { Board } from '../../domain/board.ts';
import type { SignUp } from '../../domain/sign-up-row.ts';
import { group, row, rows } from '../../domain/table.ts';
import type { Instant } from '../../domain/time.ts';
import type { House } from '../house.ts';
import { identifyRequestSchema } from './messages.ts';
import { refuse } from './problems.ts';
import { makeProofToken } from './proof-token.ts';
import { KILOBYTE, readJson } from './request-body.ts';
import type { HouseContext } from './sender.ts';
import { createTries } from './tries.ts';

const MOST_WRONG_OF_A_DEVICE = 20;
const MOST_WRONG_OF_ALL = 50;

export interface IdentifyDeps {
  readonly house: House;
  readonly now: () => Instant;
}

export function createIdentifyRoute({ house, now }: IdentifyDeps): (c: HouseContext) => Promise<Response> {
  const ofDevice = createTries(MOST_WRONG_OF_A_DEVICE);
  const ofAll = createTries(MOST_WRONG_OF_ALL);

  return async (c) => {
    const body = await readJson(c.env.incoming, 4 * KILOBYTE);
    if (!body.ok) return refuse(body.error);
    const asked = v.safeParse(identifyRequestSchema, body.value);
    if (!asked.success) return refuse('requestMalformed');
    const at = now();
    const device = c.get('sender').deviceId ?? 'operator';
    const { board } = house.authority.state();
    const residentId = holderOf(board, house.secrets.hashCard(asked.output.card));
    if (residentId === null) {
      const rest = Math.max(ofDevice.rest(device, at), ofAll.rest('', at));
      if (rest > 0) return refuse('tooManyTries', { 'retry-after': String(rest) });
      ofDevice.count(device, at);
      ofAll.count('', at);
      return refuse('cardUnknown');
    }
    const shown = { visitId: asked.output.visitId, residentId, proof: 'card' } as const;
    const token = makeProofToken(shown, at, house.secrets);
    const notices = [...group(board.notice, residentId).values()];
    const answer = { residentId, token, signUps: signUpsOf(board, residentId), notices };
    return new Response(JSON.stringify(answer), {
      headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    });
  };
}

function holderOf(board: Board, cardHash: string): string | null {
  const card = row(board.card, cardHash, cardHash);
  const holder = card === undefined ? undefined : row(board.resident, card.residentId, card.residentId);
  return holder === undefined || holder.left !== null ? null : holder.id;
}

/** Also those for discreet activities, of which a shared screen otherwise knows only how many people come. */
function signUpsOf(board: Board, residentId: string): readonly SignUp[] {
  const own: SignUp[] = [];
  for (const party of rows(board.signUp)) {
    if (party.residentIds.includes(residentId)) own.push({ ...party, visitId: null });
  }
  return own;
}
