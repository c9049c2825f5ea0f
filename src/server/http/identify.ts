/**
 * `POST /api/identify`: whose card or picture code is this? Answers with a token for the rest of the visit. Refuses to
 * keep or log a card or pictures; wrong ones rest after too many, a right card always works (DESIGN §9 Identity).
 */
import { timingSafeEqual } from 'node:crypto';
import * as v from 'valibot';
import { type Board, locationOf } from '../../domain/board.ts';
import { no, ok, type Result } from '../../domain/result.ts';
import type { Booking } from '../../domain/scooter-rows.ts';
import type { SignUp } from '../../domain/sign-up-row.ts';
import { group, row, rows } from '../../domain/table.ts';
import { DAY, type Instant, instantOfText } from '../../domain/time.ts';
import type { Guesses } from '../guesses.ts';
import type { House } from '../house.ts';
import { createCodeLimits, createCommonLimits } from './code-limits.ts';
import { identifyRequestSchema } from './messages.ts';
import { refuse } from './problems.ts';
import { makeProofToken } from './proof-token.ts';
import { KILOBYTE, readJson } from './request-body.ts';
import type { HouseContext } from './sender.ts';

/** Older trips are nobody's question at a screen: a week's hours are the longest that are counted there. */
const TOLD_BACK: Instant = 35 * DAY;

export interface IdentifyDeps {
  readonly house: House;
  readonly guesses: Guesses;
  readonly now: () => Instant;
}

type Asked = v.InferOutput<typeof identifyRequestSchema>;
/** Whose it is, or the response that says no. */
type Recognised = Result<string, Response>;
type Recognise<Kind> = (asked: Kind, device: string, at: Instant) => Promise<Recognised>;

export function createIdentifyRoute({ guesses, house, now }: IdentifyDeps): (c: HouseContext) => Promise<Response> {
  const byCard = createCardReader(house, guesses);
  const byPictures = createCodeReader(house, guesses);

  return async (c) => {
    const body = await readJson(c.env.incoming, 4 * KILOBYTE);
    if (!body.ok) return refuse(body.error);
    const parsed = v.safeParse(identifyRequestSchema, body.value);
    if (!parsed.success) return refuse('requestMalformed');
    const asked = parsed.output;
    const at = now();
    const device = c.get('sender').deviceId ?? 'operator';
    const recognised = await ('card' in asked ? byCard(asked, device, at) : byPictures(asked, device, at));
    if (!recognised.ok) return recognised.error;
    const answer = welcome(asked, recognised.value, { house, at });
    return new Response(JSON.stringify(answer), {
      headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    });
  };
}

type CardAsked = Extract<Asked, { card: string }>;
type CodeAsked = Extract<Asked, { residentId: string }>;

function createCardReader({ authority, secrets }: House, guesses: Guesses): Recognise<CardAsked> {
  const limits = createCommonLimits(() => locationOf(authority.state().board));
  const turn = guesses.share('card', limits, ['rest']);
  return async ({ card }, device, at) => {
    const residentId = holderOf(authority.state().board, secrets.hashCard(card));
    if (residentId !== null) return ok(residentId);
    const rest =
      limits.rest(device, at) ||
      (await turn((shared) => {
        const elsewhere = shared.rest(device, at);
        if (elsewhere === 0) shared.wrong(device, at);
        return elsewhere;
      }));
    return no(rest > 0 ? refuse('tooManyTries', { 'retry-after': String(rest) }) : refuse('cardUnknown'));
  };
}

/** Who has no code, and who does not exist, is told the same as who chose wrong, after the same work. */
function createCodeReader({ authority, secrets }: House, guesses: Guesses): Recognise<CodeAsked> {
  const limits = createCodeLimits(() => locationOf(authority.state().board));
  const turn = guesses.share('pictures', limits, ['rest']);
  const nobodys = Buffer.from(secrets.hashPictureCode('', []));
  const isRight = ({ pictures, residentId }: CodeAsked): boolean => {
    const { board } = authority.state();
    const resident = row(board.resident, residentId, residentId);
    const code = resident?.left === null ? row(board.pictureCode, residentId, residentId) : undefined;
    const given = Buffer.from(secrets.hashPictureCode(residentId, pictures));
    const expected = code === undefined ? nobodys : Buffer.from(code.hash);
    return expected.length === given.length && timingSafeEqual(expected, given);
  };
  const resting = (seconds: number) => no(refuse('codeRests', { 'retry-after': String(seconds) }));
  return async (asked, device, at) => {
    const guess = { device, residentId: asked.residentId, at };
    const rest = limits.rest(guess);
    if (rest > 0) return resting(rest);
    return turn((shared) => {
      const elsewhere = shared.rest(guess);
      if (elsewhere > 0) return resting(elsewhere);
      const right = isRight(asked);
      shared[right ? 'right' : 'wrong'](guess);
      return right ? ok(asked.residentId) : no(refuse('codeWrong'));
    });
  };
}

function welcome(asked: Asked, residentId: string, { house, at }: { readonly house: House; readonly at: Instant }) {
  const { board } = house.authority.state();
  const proof = 'card' in asked ? 'card' : 'code';
  return {
    residentId,
    proof,
    token: makeProofToken({ visitId: asked.visitId, residentId, proof }, at, house.secrets),
    signUps: signUpsOf(board, residentId),
    notices: [...group(board.notice, residentId).values()],
    bookings: bookingsOf(board, residentId, at),
    clearances: [...group(board.clearance, residentId).values()],
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

function bookingsOf(board: Board, residentId: string, at: Instant): readonly Booking[] {
  const own: Booking[] = [];
  for (const booking of rows(board.booking)) {
    if (booking.residentId !== residentId) continue;
    const recent = instantOfText(booking.to) > at - TOLD_BACK;
    if (recent || booking.news !== null || booking.status === 'taken') own.push({ ...booking, visitId: null });
  }
  return own;
}
