/**
 * `POST /api/commands`: parses envelopes, finds out whether their proof holds and hands them to the authority. Refuses
 * to judge, and to answer before the authority did.
 */
import * as v from 'valibot';
import { type CommandType, type Envelope, envelopeSchema } from '../../domain/commands.ts';
import type { Actor } from '../../domain/envelope.ts';
import { needsPassword } from '../../domain/permissions.ts';
import { type Answer, LONGEST_BATCH, type Problem } from '../../domain/protocol.ts';
import { no, ok, type Result } from '../../domain/result.ts';
import { type Instant, instantOfText } from '../../domain/time.ts';
import type { Authority } from '../authority.ts';
import type { Sender } from '../judging.ts';
import type { Secrets } from '../secrets.ts';
import type { Sessions } from '../sessions.ts';
import { type Answered, placeOf } from './answered.ts';
import { problemOf, problemResponse, refuse } from './problems.ts';
import { isProofToken } from './proof-token.ts';
import { KILOBYTE, readJson } from './request-body.ts';
import type { HouseContext, KnownSender } from './sender.ts';
import { proveStaff } from './staff-proof.ts';

const LARGEST_BODY = 256 * KILOBYTE;

export interface CommandsDeps {
  readonly authority: Authority;
  readonly secrets: Secrets;
  readonly sessions: Sessions;
  readonly answered: Answered;
  readonly now: () => Instant;
}

export function createCommandsRoute(deps: CommandsDeps): (c: HouseContext) => Promise<Response> {
  const { answered } = deps;
  return async (c) => {
    const cameIn = deps.now();
    const sender = c.get('sender');
    const place = placeOf(sender);
    const lastAnswered = latest(place === null ? null : answered.last(place, cameIn), sender.lastAnswered);
    const body = await readJson(c.env.incoming, LARGEST_BODY);
    if (!body.ok) return refuse(body.error);
    const response = await answerTo(body.value, { ...deps, sender, lastAnswered });
    if (place !== null) answered.delivered(place, cameIn);
    return response;
  };
}

/** This process may have answered it last, or another, or this one before it was started anew. */
const latest = (here: Instant | null, anywhere: Instant | null): Instant | null =>
  here === null || anywhere === null ? (here ?? anywhere) : Math.max(here, anywhere);

interface Judging extends CommandsDeps {
  readonly sender: KnownSender;
  readonly lastAnswered: Instant | null;
}

async function answerTo(body: unknown, judging: Judging): Promise<Response> {
  const { authority } = judging;
  if (!Array.isArray(body)) return answerResponse(await handOver(await proofOf(body, judging), authority));
  if (body.length > LONGEST_BATCH) return refuse('batchTooLong');
  // One after another: a tap of staff that counts says that they were still at work for the next.
  const proven: Delivered[] = [];
  for (const item of body) proven.push(await proofOf(item, judging));
  // All at once, so that they share a commit; the authority keeps the order in which they were handed over.
  return json(await Promise.all(proven.map((each) => handOver(each, authority))));
}

/** What is to be judged and as whose, or the answer that it is not. */
type Delivered = Result<{ readonly envelope: Envelope; readonly sender: Sender }, Answer>;

/** Throws StoreUnavailable. */
async function handOver(delivered: Delivered, authority: Authority): Promise<Answer> {
  if (!delivered.ok) return delivered.error;
  return authority.submit(withoutToken(delivered.value.envelope), delivered.value.sender);
}

/** Throws StoreUnavailable. */
async function proofOf(item: unknown, judging: Judging): Promise<Delivered> {
  const parsed = parseEnvelope(item);
  if (!parsed.ok) return no({ commandId: idOf(item), status: 'problem', problem: parsed.error });
  const envelope = parsed.value;
  const { deviceId, role } = judging.sender;
  const by = { deviceId, lastAnswered: judging.lastAnswered };
  if ('residentId' in envelope.actor) {
    return ok({ envelope, sender: { ...by, role, proven: isProven(envelope, envelope.actor, judging) } });
  }
  const staff = await proveStaff(envelope, judging);
  // Not the command's fault: it may come again once somebody has signed in.
  if (!staff.ok) return no({ commandId: envelope.id, status: 'problem', problem: problemOf(staff.error) });
  if (needsPassword(envelope.command.type) && judging.sender.staff?.full === false) {
    const { version } = judging.authority.state();
    return no({ commandId: envelope.id, status: 'refused', version, refusal: { type: 'passwordNeeded' } });
  }
  const proven = staff.value.proven && !SERVERS_OWN.has(envelope.command.type);
  return ok({ envelope, sender: { ...by, role: staff.value.role, proven } });
}

/** Each has a route of its own, where what was typed becomes a hash; or nobody sends it but the server. */
const SERVERS_OWN: ReadonlySet<CommandType> = new Set([
  'setPictureCode',
  'setResidentCard',
  'setStaffCode',
  'setStaffPassword',
  'setStaffCard',
  'noteLockout',
  'addCalendarLink',
  'noteShowing',
  // Also to be written down for whoever puts a backup back.
  'eraseResident',
]);

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

/** A name needs no proof, but a tablet of the house. */
function isProven(envelope: Envelope, actor: ResidentActor, { secrets, now, sender }: Judging): boolean {
  if (sender.deviceId === null && sender.role !== 'operator') return false;
  if (actor.proof === 'name') return true;
  const { residentId, visitId, proof, token } = actor;
  const delivery = { tappedAt: instantOfText(envelope.tappedAt), now: now(), secrets };
  return token !== undefined && isProofToken(token, { residentId, visitId, proof }, delivery);
}

type ResidentActor = Extract<Actor, { readonly residentId: string }>;

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
