/**
 * Who of the team stands there, by the six digits or the card of the tablet, or by a password elsewhere. Refuses to say
 * why it does not open, and to be guessed at: see the limits.
 */
import { timingSafeEqual } from 'node:crypto';
import type { Board } from '../../domain/board.ts';
import { no, ok, type Result } from '../../domain/result.ts';
import { row, rows } from '../../domain/table.ts';
import { type Instant, instantOfText } from '../../domain/time.ts';
import type { Guesses } from '../guesses.ts';
import type { House } from '../house.ts';
import type { NoteRest } from '../lockouts.ts';
import type { Passwords } from '../passwords.ts';
import { createPasswordLimits } from './password-limits.ts';
import { refuse } from './problems.ts';
import { createStaffCodeLimits } from './staff-code-limits.ts';
import { createTries } from './tries.ts';

export interface WaysInDeps {
  readonly house: House;
  readonly guesses: Guesses;
  readonly passwords: Passwords;
  readonly noteRest: NoteRest;
  readonly now: () => Instant;
}

/** An enrolled tablet. */
export interface Tablet {
  readonly deviceId: string;
  readonly deviceName: string | null;
}

/** Whose way in it was, or the response that says no. */
type Recognised = Promise<Result<string, Response>>;

const MOST_WRONG_CARDS = 20;

const rests = (seconds: number): Response => refuse('tooManyTries', { 'retry-after': String(seconds) });

/** Who has no code, or does not exist, is told the same as who typed wrong, after the same work. */
export function createDigitsReader({ guesses, house, noteRest, now }: WaysInDeps) {
  const { authority, secrets } = house;
  const limits = createStaffCodeLimits();
  const turn = guesses.share('digits', limits, ['rest']);
  const isRight = ({ digits, staffId }: { readonly staffId: string; readonly digits: string }, known: boolean) => {
    const given = secrets.hashStaffCode(staffId, digits);
    const code = known ? row(authority.state().board.staffSecret, staffId, staffId)?.codeHash : null;
    return same(given, code ?? secrets.hashStaffCode('', ''));
  };
  return async (asked: { readonly staffId: string; readonly digits: string }, tablet: Tablet): Recognised => {
    const { board } = authority.state();
    const at = now();
    const known = row(board.staffMember, asked.staffId, asked.staffId) !== undefined;
    const guess = { staffId: known ? asked.staffId : null, deviceId: tablet.deviceId, at };
    const rest = Math.max(limits.rest(guess), restOnBoard(board, guess));
    if (rest > 0) return no(rests(rest));
    const tried = await turn((shared) => {
      const elsewhere = shared.rest(guess);
      if (elsewhere > 0) return { right: false, rest: elsewhere, begun: [] };
      const right = isRight(asked, known);
      if (right) shared.right(guess);
      return { right, rest: 0, begun: right ? [] : shared.wrong(guess) };
    });
    if (tried.rest > 0) return no(rests(tried.rest));
    if (tried.right) return ok(asked.staffId);
    for (const { staffId, deviceId, until } of tried.begun) {
      await noteRest({ way: 'code', staffId, device: deviceId === null ? null : tablet.deviceName, until });
    }
    return no(refuse('signInWrong'));
  };
}

/** A rest of this person everywhere that another process began, or this one before it was started anew. */
function restOnBoard(board: Board, { staffId, at }: { readonly staffId: string | null; readonly at: Instant }): number {
  const untils = [...rows(board.lockout)]
    .filter((each) => each.way === 'code' && each.staffId === staffId && staffId !== null && each.device === null)
    .map(({ until }) => instantOfText(until));
  return Math.max(0, Math.ceil((Math.max(0, ...untils) - at) / 1000));
}

/** Too many unknown cards rest the reader of that tablet, for a right one as well: a number can be guessed at too. */
export function createCardReader({ guesses, house, noteRest, now }: WaysInDeps) {
  const { authority, secrets } = house;
  const tries = createTries(MOST_WRONG_CARDS);
  const turn = guesses.share('staffCard', tries, ['rest']);
  return async ({ card }: { readonly card: string }, { deviceId, deviceName }: Tablet): Recognised => {
    const at = now();
    const rest = tries.rest(deviceId, at);
    if (rest > 0) return no(rests(rest));
    const hash = secrets.hashStaffCard(card);
    const { board } = authority.state();
    const found = row(board.staffCard, hash, hash);
    if (found !== undefined) return ok(found.staffId);
    const { before, seconds } = await turn((shared) => {
      const elsewhere = shared.rest(deviceId, at);
      if (elsewhere === 0) shared.count(deviceId, at);
      return { before: elsewhere, seconds: shared.rest(deviceId, at) };
    });
    if (before > 0) return no(rests(before));
    if (seconds > 0) await noteRest({ way: 'card', staffId: null, device: deviceName, until: at + seconds * 1000 });
    return no(refuse('signInWrong'));
  };
}

/** The same answer after the same work, whether or not the name exists. */
export function createPasswordReader({ guesses, house, passwords, noteRest, now }: WaysInDeps) {
  const limits = createPasswordLimits();
  const turn = guesses.share('password', limits, ['rest']);
  // Somebody may have typed the password in the wrong field, and an address is somebody's.
  const hidden = house.secrets.hashGuess;
  return async (asked: { readonly userName: string; readonly password: string }, address: string): Recognised => {
    const userName = userNameOf(asked.userName);
    const guess = { userName: hidden(userName), address: hidden(address), at: now() };
    const rest = limits.rest(guess);
    if (rest > 0) return no(rests(rest));
    const secret = [...rows(house.authority.state().board.staffSecret)].find((each) => each.userName === userName);
    // Before it is known whether it is right, so that many at once are not more than one after another.
    const { elsewhere, until } = await turn((shared) => {
      const seconds = shared.rest(guess);
      return { elsewhere: seconds, until: seconds > 0 ? null : shared.count(guess) };
    });
    if (elsewhere > 0) return no(rests(elsewhere));
    const right = await passwords.isRight(asked.password, secret?.passwordHash ?? null);
    if (right === null) {
      await turn((shared) => shared.takeBack(guess));
      return no(rests(1));
    }
    if (right && secret !== undefined) {
      await turn((shared) => shared.right(guess));
      return ok(secret.id);
    }
    if (until !== null) await noteRest({ way: 'password', staffId: secret?.id ?? null, device: null, until });
    return no(refuse('signInWrong'));
  };
}

/** As it is kept: however it is typed. */
export const userNameOf = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase();

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
