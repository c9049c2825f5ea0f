/**
 * Judging a group of commands inside one transaction: a known id gets its first verdict again, the others are decided
 * in order. Refuses to queue, commit or answer: that is the authority's.
 */
import { hash as digest } from 'node:crypto';
import type { Board } from '../domain/board.ts';
import { apply } from '../domain/changes.ts';
import type { Envelope } from '../domain/commands.ts';
import { decide } from '../domain/decide.ts';
import type { Role } from '../domain/permissions.ts';
import { type Answer, believedTap, type Problem } from '../domain/protocol.ts';
import type { Refusal } from '../domain/refusals.ts';
import { type Instant, instantOfText } from '../domain/time.ts';
import { ConstraintError, type Entry, type Head, type KnownEntry, type StoreTransaction } from './db/store.ts';
import { errorFields, type Log } from './log.ts';

/** Who sent an envelope, as the server knows it: never what the envelope says of itself. */
export interface Sender {
  readonly deviceId: string | null;
  readonly role: Role;
  /** When the latest request of this device that was answered came in; null is not known. */
  readonly lastAnswered: Instant | null;
  /** Whether the proof that the envelope claims was shown, or needs no showing. */
  readonly proven: boolean;
}

export interface State extends Head {
  readonly board: Board;
}

/** An envelope with who sent it, and the hash that tells it from another under the same id. */
export interface Submitted {
  readonly envelope: Envelope;
  readonly hash: string;
  readonly sender: Sender;
}

export const submitted = (envelope: Envelope, sender: Sender): Submitted => ({
  envelope,
  sender,
  hash: hashOf(envelope),
});

/** Judged together, not yet on disk. */
export interface Judged<One> {
  readonly state: State;
  readonly entries: readonly Entry[];
  readonly answers: ReadonlyMap<One, Answer>;
}

export interface GroupWork<One extends Submitted> {
  readonly group: readonly One[];
  readonly state: State;
  readonly transaction: StoreTransaction;
  readonly log: Log;
  readonly now: Instant;
  /** Each in its own savepoint: slower, and finds the one a constraint fires on. */
  readonly alone: boolean;
}

/** Judges a group in order, each over what the one before it made, for the caller to commit. Throws what the store throws. */
export async function judgeGroup<One extends Submitted>(work: GroupWork<One>): Promise<Judged<One>> {
  const { group, transaction, alone, log } = work;
  const known = new Map<string, KnownEntry>(transaction.known);
  const entries: Entry[] = [];
  const answers = new Map<One, Answer>();
  let { state } = work;
  for (const waiting of group) {
    const earlier = known.get(waiting.envelope.id);
    const outcome = earlier === undefined ? judgeOne(waiting, { ...work, state }) : again(waiting, earlier);
    const written = outcome.entry !== null && alone ? await writeAlone(outcome.entry, transaction, log) : true;
    answers.set(waiting, written ? outcome.answer : defect(waiting.envelope.id));
    if (outcome.entry === null || !written) continue;
    known.set(waiting.envelope.id, outcome.entry);
    entries.push(outcome.entry);
    state = { ...state, board: apply(state.board, outcome.entry.changes), version: outcome.entry.version };
  }
  return { state, entries, answers };
}

async function writeAlone(entry: Entry, transaction: StoreTransaction, log: Log): Promise<boolean> {
  try {
    await transaction.writeAlone(entry);
    return true;
  } catch (error) {
    if (!(error instanceof ConstraintError)) throw error;
    log.error('constraint-fired', { commandId: entry.commandId, constraint: error.message });
    return false;
  }
}

interface Outcome {
  readonly entry: Entry | null;
  readonly answer: Answer;
}

function judgeOne(
  { envelope, hash, sender }: Submitted,
  { state, now, log }: Pick<GroupWork<Submitted>, 'state' | 'now' | 'log'>,
): Outcome {
  // Not kept: nobody knows who said it. A known id never comes here, so a proof that has aged takes nothing back.
  if (!sender.proven) return { entry: null, answer: notAllowed(envelope.id, state.version) };
  try {
    const said = instantOfText(envelope.tappedAt);
    // Every comparison with it would be false, and so every deadline kept.
    if (Number.isNaN(said)) throw new RangeError('a tap at no moment');
    const tappedAt = believedTap(said, now, sender.lastAnswered);
    const verdict = decide(state.board, envelope, { now, tappedAt, role: sender.role });
    const entry: Entry = {
      version: state.version + 1,
      commandId: envelope.id,
      hash,
      refusal: verdict.ok ? null : withoutAftermath(verdict.error),
      changes: verdict.ok ? verdict.value : (verdict.error.aftermath ?? []),
      actor: envelope.actor,
      deviceId: sender.deviceId,
      at: now,
    };
    return { entry, answer: answerOf(entry) };
  } catch (error) {
    log.error('defect-while-judging', {
      commandId: envelope.id,
      command: envelope.command.type,
      ...errorFields(error),
    });
    return { entry: null, answer: defect(envelope.id) };
  }
}

function withoutAftermath({ aftermath: _told, ...refusal }: Refusal): Refusal {
  return refusal;
}

function again({ envelope, hash }: Submitted, earlier: KnownEntry): Outcome {
  if (earlier.hash === hash) return { entry: null, answer: answerOf(earlier) };
  const detail = 'Deze opdracht is al eens verstuurd, met een andere inhoud.';
  return {
    entry: null,
    answer: problem(envelope.id, { title: 'Command id reused', status: 422, code: 'commandIdReused', detail }),
  };
}

function answerOf({ commandId, version, refusal }: KnownEntry): Answer {
  if (refusal === null) return { commandId, status: 'accepted', version };
  return { commandId, status: 'refused', version, refusal };
}

const notAllowed = (commandId: string, version: number): Answer => ({
  commandId,
  status: 'refused',
  version,
  refusal: { type: 'notAllowed' },
});

function defect(commandId: string): Answer {
  const detail = 'Er ging iets mis bij ons. Probeer het nog eens, of vraag hulp.';
  return problem(commandId, { title: 'Defect', status: 500, code: 'defect', detail });
}

const problem = (commandId: string, rest: Omit<Problem, 'type'>): Answer => ({
  commandId,
  status: 'problem',
  problem: { type: 'about:blank', ...rest },
});

/** The token is left out: the same tap sent again after a new card scan is the same tap. */
function hashOf({ command, tappedAt, actor }: Envelope): string {
  const who = 'residentId' in actor ? [actor.residentId, actor.proof, actor.visitId] : [actor.staffId, actor.visitId];
  return digest('sha256', JSON.stringify([command, tappedAt, who]));
}
