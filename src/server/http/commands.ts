/**
 * `POST /api/commands`: parses envelopes, finds out whether their proof holds and hands them to the authority. Refuses
 * to judge, and to answer before the authority did.
 */
import * as v from 'valibot';
import { type Envelope, envelopeSchema } from '../../domain/commands.ts';
import { type Answer, LONGEST_BATCH, type Problem } from '../../domain/protocol.ts';
import { no, ok, type Result } from '../../domain/result.ts';
import { type Instant, instantOfText } from '../../domain/time.ts';
import type { Authority } from '../authority.ts';
import type { Secrets } from '../secrets.ts';
import { problemOf, problemResponse, refuse } from './problems.ts';
import { isProofToken } from './proof-token.ts';
import { KILOBYTE, readJson } from './request-body.ts';
import type { HouseContext, KnownSender } from './sender.ts';

const LARGEST_BODY = 256 * KILOBYTE;

export interface CommandsDeps {
  readonly authority: Authority;
  readonly secrets: Secrets;
  readonly now: () => Instant;
}

export function createCommandsRoute(deps: CommandsDeps): (c: HouseContext) => Promise<Response> {
  // By tablet or session, when its latest request that got an answer came in: a tap sent later cannot be older (DESIGN §4).
  const answered = new Map<string, Instant>();

  return async (c) => {
    const cameIn = deps.now();
    const sender = c.get('sender');
    const place = sender.deviceId ?? sender.staff?.sessionId ?? null;
    const lastAnswered = place === null ? null : (answered.get(place) ?? null);
    const body = await readJson(c.env.incoming, LARGEST_BODY);
    if (!body.ok) return refuse(body.error);
    const response = await answerTo(body.value, { ...deps, sender, lastAnswered });
    if (place !== null) answered.set(place, Math.max(cameIn, answered.get(place) ?? cameIn));
    return response;
  };
}

interface Judging extends CommandsDeps {
  readonly sender: KnownSender;
  readonly lastAnswered: Instant | null;
}

async function answerTo(body: unknown, judging: Judging): Promise<Response> {
  if (!Array.isArray(body)) return answerResponse(await answerOf(body, judging));
  if (body.length > LONGEST_BATCH) return refuse('batchTooLong');
  // All at once, so that they share a commit; the authority keeps the order in which they were handed over.
  return json(await Promise.all(body.map((item) => answerOf(item, judging))));
}

/** Throws StoreUnavailable. */
async function answerOf(item: unknown, judging: Judging): Promise<Answer> {
  const { authority, sender, lastAnswered } = judging;
  const parsed = parseEnvelope(item);
  if (!parsed.ok) return { commandId: idOf(item), status: 'problem', problem: parsed.error };
  const envelope = parsed.value;
  const { actor } = envelope;
  // Not the command's fault: it may come again once somebody has signed in.
  if (!('residentId' in actor) && sender.sessionOver)
    return { commandId: envelope.id, status: 'problem', problem: problemOf('sessionUnknown') };
  const role = 'residentId' in actor ? sender.role : (sender.staff?.role ?? sender.role);
  const proven = isProven(envelope, judging);
  return authority.submit(withoutToken(envelope), { deviceId: sender.deviceId, role, lastAnswered, proven });
}

function parseEnvelope(item: unknown): Result<Envelope, Problem> {
  const parsed = v.safeParse(envelopeSchema, item, { abortEarly: true });
  if (parsed.success) return ok(parsed.output);
  const [issue] = parsed.issues;
  // The place, never the value: what somebody typed is not sent back and not logged.
  const place = v.getDotPath(issue)?.slice(0, 120) ?? null;
  const detail =
    place === null ? undefined : `De opdracht heeft niet de vorm die wordt verwacht: kijk naar "${place}".`;
  return no(problemOf('commandMalformed', detail));
}

function idOf(item: unknown): string | null {
  const id = typeof item === 'object' && item !== null && 'id' in item ? item.id : null;
  return typeof id === 'string' && id.length <= 200 ? id : null;
}

/**
 * A name needs no proof, but a tablet of the house. Staff act by their own session; what that may, `decide` judges by the
 * sender's role.
 */
function isProven({ actor, command, tappedAt }: Envelope, { secrets, now, sender }: Judging): boolean {
  // Its pictures become a hash at a route of their own, and nowhere else.
  if (command.type === 'setPictureCode') return false;
  if (!('residentId' in actor)) return sender.staff === null || sender.staff.staffId === actor.staffId;
  if (sender.deviceId === null && sender.role !== 'operator') return false;
  if (actor.proof === 'name') return true;
  const { residentId, visitId, proof, token } = actor;
  const delivery = { tappedAt: instantOfText(tappedAt), now: now(), secrets };
  return token !== undefined && isProofToken(token, { residentId, visitId, proof }, delivery);
}

function withoutToken(envelope: Envelope): Envelope {
  if (!('token' in envelope.actor)) return envelope;
  const { token: _checked, ...actor } = envelope.actor;
  return { ...envelope, actor };
}

/** One answer as a response of its own. */
export const answerResponse = (answer: Answer): Response =>
  answer.status === 'problem' ? problemResponse(answer.problem) : json(answer);

const json = (value: Answer | readonly Answer[]): Response =>
  new Response(JSON.stringify(value), { headers: { 'content-type': 'application/json', 'cache-control': 'no-store' } });
