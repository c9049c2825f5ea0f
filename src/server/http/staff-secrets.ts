/**
 * `/api/staff-secrets`: which ways in each of the team has, new ones and fewer. The only way in for a code, a password or
 * a card: they become hashes here, and are neither kept nor logged. Refuses to judge who may: the authority does.
 */
import { randomInt } from 'node:crypto';
import * as v from 'valibot';
import { locationOf } from '../../domain/board.ts';
import type { CommandOf } from '../../domain/commands.ts';
import { no, ok, type Result } from '../../domain/result.ts';
import { row, rows } from '../../domain/table.ts';
import { type Instant, instantText } from '../../domain/time.ts';
import { newCommandId } from '../command-id.ts';
import type { House } from '../house.ts';
import type { Passwords } from '../passwords.ts';
import type { Sessions } from '../sessions.ts';
import { isWeakPassword } from '../weak-passwords.ts';
import { staffSecretRequestSchema } from './messages.ts';
import { type ProblemCode, refuse } from './problems.ts';
import { KILOBYTE, readJson } from './request-body.ts';
import type { HouseContext, KnownSender } from './sender.ts';
import { userNameOf } from './ways-in.ts';

export interface StaffSecretsDeps {
  readonly house: House;
  readonly passwords: Passwords;
  readonly sessions: Pick<Sessions, 'endOthers'>;
  readonly now: () => Instant;
}

type Asked = v.InferOutput<typeof staffSecretRequestSchema>;
type Command = CommandOf<'setStaffCode' | 'setStaffPassword' | 'setStaffCard'>;
/** What is to be set, and what is shown of it this once. */
type Made = { readonly command: Command; readonly shown: { readonly digits: string } | null };
type Route = (c: HouseContext) => Promise<Response>;

/** `POST`: 200 with the six digits, or 204. */
export function createSetStaffSecretRoute(deps: StaffSecretsDeps): Route {
  return async (c) => {
    const body = await readJson(c.env.incoming, 4 * KILOBYTE);
    if (!body.ok) return refuse(body.error);
    const asked = v.safeParse(staffSecretRequestSchema, body.value);
    if (!asked.success) return refuse('requestMalformed');
    const made = await make(asked.output, deps);
    if (!made.ok) return made.error;
    const problem = await submit(made.value.command, c.get('sender'), deps);
    if (problem !== null) return refuse(problem);
    // Somebody may be in with what has just been replaced.
    await deps.sessions.endOthers(asked.output.staffId, c.get('sender').staff?.sessionId ?? null);
    return made.value.shown === null ? c.body(null, 204) : json(made.value.shown);
  };
}

/** `GET`: of each of the team which ways in there are, never what they are. */
export function createStaffSecretsRoute({ house }: StaffSecretsDeps): Route {
  return async () => {
    const { board } = house.authority.state();
    const cards = new Set([...rows(board.staffCard)].map(({ staffId }) => staffId));
    const told = [...rows(board.staffMember)].map(({ id }) => {
      const secret = row(board.staffSecret, id, id);
      const hasPassword = (secret?.passwordHash ?? null) !== null;
      const code = (secret?.codeHash ?? null) !== null;
      return { staffId: id, code, userName: hasPassword ? (secret?.userName ?? null) : null, card: cards.has(id) };
    });
    return json(told);
  };
}

async function make(asked: Asked, deps: StaffSecretsDeps): Promise<Result<Made, Response>> {
  const { staffId } = asked;
  const { secrets } = deps.house;
  const quiet = (command: Command) => ok({ command, shown: null });
  if ('remove' in asked) return quiet(withoutWay(staffId, asked.way));
  if (asked.way === 'password') return makePassword(asked, deps);
  if (asked.way === 'card')
    return quiet({ type: 'setStaffCard', staffId, cardHash: secrets.hashStaffCard(asked.card) });
  const digits = newDigits();
  const codeHash = secrets.hashStaffCode(staffId, digits);
  return ok({ command: { type: 'setStaffCode', staffId, codeHash }, shown: { digits } });
}

function withoutWay(staffId: string, way: Asked['way']): Command {
  if (way === 'code') return { type: 'setStaffCode', staffId, codeHash: null };
  if (way === 'card') return { type: 'setStaffCard', staffId, cardHash: null };
  return { type: 'setStaffPassword', staffId, userName: null, passwordHash: null };
}

async function makePassword(
  { staffId, password, ...asked }: Extract<Asked, { readonly way: 'password' }>,
  { house, passwords }: StaffSecretsDeps,
): Promise<Result<Made, Response>> {
  const userName = userNameOf(asked.userName);
  if (userName.length < 1 || userName.length > 40) return no(refuse('requestMalformed'));
  const { board } = house.authority.state();
  const name = row(board.staffMember, staffId, staffId)?.name ?? '';
  if (isWeakPassword(password, [userName, name, locationOf(board).name])) return no(refuse('passwordWeak'));
  const passwordHash = await passwords.hash(password);
  if (passwordHash === null) return no(refuse('tooManyTries', { 'retry-after': '1' }));
  return ok({ command: { type: 'setStaffPassword', staffId, userName, passwordHash }, shown: null });
}

/** Any six, but not those that everybody tries first. */
function newDigits(): string {
  const digits = String(randomInt(1_000_000)).padStart(6, '0');
  const isEasy = new Set(digits).size < 3 || '01234567890 09876543210'.includes(digits);
  return isEasy ? newDigits() : digits;
}

/** Null is done. Throws StoreUnavailable. */
async function submit(
  command: Command,
  { deviceId, role, staff }: KnownSender,
  { house, now }: StaffSecretsDeps,
): Promise<ProblemCode | null> {
  const at = now();
  const id = newCommandId(at);
  const actor = { staffId: staff?.staffId ?? 'operator', proof: 'session', visitId: staff?.sessionId ?? id } as const;
  const sender = { deviceId, role: staff?.role ?? role, lastAnswered: null, proven: true };
  const answer = await house.authority.submit({ id, command, tappedAt: instantText(at), actor }, sender);
  if (answer.status === 'accepted') return null;
  if (answer.status === 'problem') return 'defect';
  const { type } = answer.refusal;
  if (type === 'staffUnknown' || type === 'userNameTaken') return type;
  return isTaken(command, house) ? 'cardTaken' : 'notAllowed';
}

function isTaken(command: Command, { authority }: House): boolean {
  if (command.type !== 'setStaffCard' || command.cardHash === null) return false;
  const held = row(authority.state().board.staffCard, command.cardHash, command.cardHash);
  return held !== undefined && held.staffId !== command.staffId;
}

const json = (value: unknown): Response =>
  new Response(JSON.stringify(value), { headers: { 'content-type': 'application/json', 'cache-control': 'no-store' } });
