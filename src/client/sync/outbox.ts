/**
 * Brings what was tapped to the server: stored before the screen says anything, in order, again and again until it is
 * answered (DESIGN §4). Refuses to lose a command silently: each ends confirmed, refused and told, or parked.
 */
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import * as v from 'valibot';
import type { Envelope } from '../../domain/commands.ts';
import { type Answer, type Cursor, type FeedEntry, LONGEST_BATCH } from '../../domain/protocol.ts';
import type { Instant } from '../../domain/time.ts';
import type { Reply } from '../platform/http.ts';
import type { Storage } from '../platform/storage.ts';
import type { BoardState } from '../state/board-state.ts';
import type { Reason } from '../state/screens.ts';
import { type Delivery, outcomeOf, parseAnswers } from './delivery.ts';
import { type EnvelopeSchema, type OutboxRecord, type OutboxState, outboxRecordOf } from './outbox-record.ts';

/** A command that came to nothing, and why; the person may not know yet. */
export interface Untold {
  readonly envelope: Envelope;
  readonly reason: Reason;
}

export interface Outbox {
  /** Ids of the commands that the server has not answered. */
  readonly unanswered: ReadonlySignal<ReadonlySet<string>>;
  /** The last try to send came to nothing: what waits will wait for a while. */
  readonly delayed: ReadonlySignal<boolean>;
  readonly untold: ReadonlySignal<readonly Untold[]>;
  readonly parked: ReadonlySignal<number>;
  /** Reads what the last run of this page left; after the stored board was restored, and when the store is well again. */
  readonly restore: () => Promise<void>;
  /** Done when it is stored and on the board; `shown` is called in the moment it comes there. */
  readonly add: (envelope: Envelope, shown?: () => void) => Promise<void>;
  /** The feed tells of a judged command, perhaps one whose answer was lost. */
  readonly settledBy: (cursor: Cursor, entry: FeedEntry) => void;
  /** History has forked: what was confirmed in the last 72 hours is sent again. Idempotency sorts it out. */
  readonly sendAgain: () => void;
  readonly told: (commandId: string) => void;
  /** Sends what waits, one batch; what to do next is for the caller. */
  readonly deliver: () => Promise<Delivery>;
  readonly clear: () => void;
}

export interface OutboxDeps {
  readonly storage: Storage;
  readonly envelopeSchema: EnvelopeSchema;
  readonly board: BoardState;
  readonly now: () => Instant;
  readonly post: (envelopes: readonly Envelope[]) => Promise<Reply>;
  /** A command came to nothing. Called once for each. */
  readonly whenRefused: (untold: Untold) => void;
  /** There is something to send. */
  readonly whenFilled: () => void;
}

const HOUR: Instant = 3_600_000;
/** How long a confirmed command can still be sent again (DESIGN §4). */
const ARCHIVE = 72 * HOUR;
/** Who did not come by in so long learns it from nobody: the activity is over. */
const UNTOLD = 14 * 24 * HOUR;

export function createOutbox(deps: OutboxDeps): Outbox {
  const { board, now, storage } = deps;
  const recordSchema = outboxRecordOf(deps.envelopeSchema);
  const records = signal<ReadonlyMap<string, OutboxRecord>>(new Map());
  const delayed = signal(false);
  let batchSize = LONGEST_BATCH;

  const { keep, drop } = createWriter(storage);

  const put = (changed: readonly OutboxRecord[]): Promise<void> => {
    const next = new Map(records.value);
    for (const record of changed) next.set(record.id, record);
    records.value = next;
    return keep(changed);
  };
  const become = (record: OutboxRecord, state: OutboxState) => void put([{ ...record, state }]);
  const remove = (ids: readonly string[]) => {
    if (ids.length === 0) return;
    const gone = new Set(ids);
    records.value = new Map([...records.value].filter(([id]) => !gone.has(id)));
    drop(ids);
  };
  const queued = () =>
    [...records.value.values()].filter(({ state }) => state.type === 'queued').sort((a, b) => a.order - b.order);
  const purge = () => remove([...records.value.values()].filter((each) => isOver(each, now())).map(({ id }) => id));

  const confirm = (record: OutboxRecord, epoch: string | null, version: number) => {
    become(record, { type: 'confirmed', at: now(), cursor: epoch === null ? null : { epoch, version } });
    board.accepted(record.id, version);
  };
  const refuse = (record: OutboxRecord, state: Extract<OutboxState, { type: 'refused' | 'parked' }>) => {
    board.drop(record.id);
    become(record, state);
    deps.whenRefused({ envelope: record.envelope, reason: reasonOf(state) });
  };
  /** An answer counts for what still waits; a second one, or one after the feed told, changes nothing. */
  const settle = (answer: Answer, epoch: string | null) => {
    const record = records.value.get(answer.commandId ?? '');
    if (record?.state.type !== 'queued') return;
    switch (answer.status) {
      case 'accepted':
        return confirm(record, epoch, answer.version);
      case 'refused':
        return refuse(record, { type: 'refused', at: now(), refusal: answer.refusal });
      case 'problem': {
        const { status, code } = answer.problem;
        if (outcomeOf(status) === 'park') refuse(record, { type: 'parked', at: now(), status, code, told: false });
      }
    }
  };

  const deliver = async (): Promise<Delivery> => {
    const sending = queued().slice(0, batchSize);
    if (sending.length === 0) return 'nothing';
    const epoch = board.confirmed.value?.epoch ?? null;
    const reply = await deps.post(sending.map(({ envelope }) => envelope));
    // While this was under way history forked: these answers may be of the other one. They will come again.
    if (epoch !== (board.confirmed.value?.epoch ?? null)) return 'again';
    if (reply.type === 'ok') {
      const answers = parseAnswers(reply.body);
      // What still waits is judged again once, and not after each of two hundred answers.
      batch(() => {
        for (const answer of answers) settle(answer, epoch);
      });
      batchSize = LONGEST_BATCH;
      return sending.some(({ id }) => records.value.get(id)?.state.type === 'queued') ? 'failed' : 'again';
    }
    if (reply.type === 'unreachable') return 'failed';
    if (reply.status === 401) return 'unknown';
    if (reply.status === 410) return reply.code === 'deviceRevoked' ? 'revoked' : 'failed';
    if (outcomeOf(reply.status) === 'retry') return 'failed';
    const [only] = sending;
    if (sending.length === 1 && only !== undefined) {
      // Only the server itself can say that it cannot read this: its problems have a name.
      if (reply.code === '') return 'failed';
      refuse(only, { type: 'parked', at: now(), status: reply.status, code: reply.code, told: false });
      batchSize = LONGEST_BATCH;
      return 'again';
    }
    // One of them is unreadable: halve until it stands alone.
    batchSize = Math.max(1, Math.floor(sending.length / 2));
    return 'again';
  };

  return {
    unanswered: computed(() => new Set(queuedIds(records.value))),
    delayed,
    untold: computed(() => [...records.value.values()].flatMap(untoldOf)),
    parked: computed(() => [...records.value.values()].filter(({ state }) => state.type === 'parked').length),
    async restore() {
      const stored = (await storage.outbox()).flatMap((each): readonly OutboxRecord[] => {
        const parsed = v.safeParse(recordSchema, each);
        // What an older program wrote and this one cannot read stays in the store: it is never thrown away.
        return parsed.success ? [parsed.output] : [];
      });
      const known = stored.filter(({ id }) => !records.value.has(id)).toSorted((a, b) => a.order - b.order);
      records.value = new Map([...known.map((each) => [each.id, each] as const), ...records.value]);
      purge();
      for (const { envelope, state } of known) {
        if (state.type === 'queued') board.add(envelope);
        // Confirmed, but perhaps after the board in the store was written.
        const { confirmed } = board;
        if (state.type === 'confirmed' && state.cursor !== null && state.cursor.epoch === confirmed.value?.epoch) {
          board.add(envelope, state.cursor.version);
        }
      }
      if (queued().length > 0) deps.whenFilled();
    },
    async add(envelope, shown = () => {}) {
      purge();
      // By the clock, so that the taps of two tabs mix in their order too; a clock that was put back does not mix them.
      const last = [...records.value.values()].reduce((most, each) => Math.max(most, each.order), 0);
      const order = Math.max(last + 1, now());
      await put([{ id: envelope.id, order, envelope, state: { type: 'queued' } }]);
      // It may have been sent, answered and fed while the disk was slow.
      if (records.value.get(envelope.id)?.state.type === 'queued') board.add(envelope);
      shown();
      deps.whenFilled();
    },
    settledBy(cursor, entry) {
      const record = records.value.get(entry.commandId);
      if (record?.state.type !== 'queued') return;
      if (entry.refusal === null) confirm(record, cursor.epoch, cursor.version);
      else refuse(record, { type: 'refused', at: now(), refusal: entry.refusal });
    },
    sendAgain() {
      purge();
      const archived = [...records.value.values()].filter(({ state }) => state.type === 'confirmed');
      if (archived.length === 0) return;
      void put(archived.map((record) => ({ ...record, state: { type: 'queued' } })));
      deps.whenFilled();
    },
    told(commandId) {
      const record = records.value.get(commandId);
      if (record?.state.type === 'refused') remove([commandId]);
      if (record?.state.type === 'parked') become(record, { ...record.state, told: true });
    },
    async deliver() {
      const delivery = await deliver();
      delayed.value = delivery !== 'again' && delivery !== 'nothing';
      return delivery;
    },
    clear() {
      records.value = new Map();
    },
  };
}

/** Writes in one go what changes in one go: each write on its own waits for the disk, two hundred of them for seconds. */
function createWriter(storage: Pick<Storage, 'keepInOutbox' | 'removeFromOutbox'>) {
  let kept = new Map<string, OutboxRecord>();
  let writing: Promise<void> | null = null;
  const write = async (): Promise<void> => {
    await null;
    const records = [...kept.values()];
    [kept, writing] = [new Map(), null];
    if (records.length > 0) await storage.keepInOutbox(records);
  };
  return {
    /** Done when they are written. */
    keep(records: readonly OutboxRecord[]): Promise<void> {
      for (const record of records) kept.set(record.id, record);
      writing ??= write();
      return writing;
    },
    drop(ids: readonly string[]): void {
      for (const id of ids) kept.delete(id);
      void storage.removeFromOutbox(ids);
    },
  };
}

function queuedIds(records: ReadonlyMap<string, OutboxRecord>): readonly string[] {
  return [...records.values()].filter(({ state }) => state.type === 'queued').map(({ id }) => id);
}

function untoldOf({ envelope, state }: OutboxRecord): readonly Untold[] {
  if (state.type === 'refused') return [{ envelope, reason: state.refusal }];
  return state.type === 'parked' && !state.told ? [{ envelope, reason: reasonOf(state) }] : [];
}

function reasonOf(state: Extract<OutboxState, { type: 'refused' | 'parked' }>): Reason {
  return state.type === 'refused' ? state.refusal : { type: 'notUnderstood' };
}

function isOver({ state }: OutboxRecord, now: Instant): boolean {
  if (state.type === 'confirmed') return now - state.at > ARCHIVE;
  return state.type === 'refused' && now - state.at > UNTOLD;
}
