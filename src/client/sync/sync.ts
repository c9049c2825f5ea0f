/** Everything that moves between this screen and the server, wired together. Refuses to know what is on the screen. */

import type { ReadonlySignal } from '@preact/signals';
import type { Envelope } from '../../domain/commands.ts';
import { LONGEST_BATCH } from '../../domain/protocol.ts';
import type { Instant } from '../../domain/time.ts';
import type { Http } from '../platform/http.ts';
import type { Storage } from '../platform/storage.ts';
import type { Timers } from '../platform/timers.ts';
import type { BoardState } from '../state/board-state.ts';
import type { Connection } from '../state/connection.ts';
import { type CardDesk, createCardDesk } from './card-desk.ts';
import type { Delivery } from './delivery.ts';
import { createEnrolment, type Enrolment } from './enrolment.ts';
import { createFeed } from './feed.ts';
import { createOutbox, type Untold } from './outbox.ts';
import type { EnvelopeSchema } from './outbox-record.ts';
import { createSender } from './sender.ts';
import { createSnapshotKeeper } from './snapshot.ts';

export interface Sync extends CardDesk {
  /** Ids of the commands that the server has not answered. */
  readonly unanswered: ReadonlySignal<ReadonlySet<string>>;
  /** What waits will wait for a while. */
  readonly delayed: ReadonlySignal<boolean>;
  readonly untold: ReadonlySignal<readonly Untold[]>;
  readonly parked: ReadonlySignal<number>;
  /** Restores what the last run left, then connects and stays connected. Done when the stored board is there. */
  readonly start: () => Promise<void>;
  /** Only sends what the last run left; hears nothing. */
  readonly startSending: () => Promise<void>;
  /** Hears nothing any more and forgets the board; what waits is still sent. */
  readonly stopHearing: () => void;
  /** Done when the command is stored and on the board; `shown` is called in the moment it comes there. */
  readonly send: (envelope: Envelope, shown?: () => void) => Promise<void>;
  readonly told: (commandId: string) => void;
  /** The network may be back: try now. */
  readonly hurry: () => void;
  /** Fetches a whole board: its days have moved on. */
  readonly renew: () => Promise<boolean>;
  /** To be called now and then. */
  readonly forgetIfLost: () => void;
  /** This browser is nobody's any more: the server hears which commands never came, and all of it is forgotten. */
  readonly putOut: () => void;
  /** Nothing is heard or sent any more; what waits stays in the store. */
  readonly stop: () => void;
}

export interface SyncDeps {
  readonly http: Http;
  readonly storage: Storage;
  readonly envelopeSchema: EnvelopeSchema;
  readonly timers: Timers;
  readonly systemNow: () => Instant;
  /** Corrected by the server. */
  readonly now: () => Instant;
  readonly board: BoardState;
  readonly connection: Connection;
  readonly alone: (work: () => Promise<Delivery>) => Promise<Delivery>;
  /** How this browser becomes known to the server; as a tablet, if nothing else is said. */
  readonly enrolment?: Enrolment;
  /** A command came to nothing. */
  readonly whenRefused: (untold: Untold) => void;
}

export function createSync(deps: SyncDeps): Sync {
  const { alone, board, connection, http, now, storage, systemNow, timers } = deps;
  const enrolment = deps.enrolment ?? createEnrolment({ http, connection });
  const whenRevoked = () => {
    const unsent = [...outbox.unanswered.value];
    for (let from = 0; from < unsent.length; from += LONGEST_BATCH)
      void http.post('/api/devices/unsent', { commandIds: unsent.slice(from, from + LONGEST_BATCH) });
    connection.revoked();
    feed.stop();
    sender.stop();
    board.clear();
    outbox.clear();
    void storage.clear();
  };
  const outbox = createOutbox({
    envelopeSchema: deps.envelopeSchema,
    storage,
    board,
    now,
    post: (envelopes) => http.post('/api/commands', envelopes),
    whenRefused: deps.whenRefused,
    whenFilled: () => sender.hurry(),
  });
  const sender = createSender({ timers, alone, deliver: outbox.deliver, enrol: enrolment.enrol, whenRevoked });
  const snapshot = createSnapshotKeeper({
    http,
    storage,
    timers,
    now,
    board,
    connection,
    enrolment,
    whenForked: outbox.sendAgain,
  });
  const feed = createFeed({
    http,
    timers,
    systemNow,
    board,
    connection,
    enrolment,
    snapshot,
    whenEntry: outbox.settledBy,
    whenRevoked,
  });

  const restoreOutbox = async () => {
    await outbox.restore();
    storage.whenChanged(({ type }) => {
      // What could not be read at the start can be read now.
      if (type === 'durable') void outbox.restore();
    });
  };

  return {
    unanswered: outbox.unanswered,
    delayed: outbox.delayed,
    untold: outbox.untold,
    parked: outbox.parked,
    ...createCardDesk({ http }),
    async start() {
      await snapshot.restore();
      await restoreOutbox();
      feed.start();
      sender.start();
    },
    async startSending() {
      await restoreOutbox();
      sender.start();
    },
    stopHearing() {
      feed.stop();
      board.clear();
    },
    send: outbox.add,
    told: outbox.told,
    hurry() {
      feed.hurry();
      if (outbox.unanswered.value.size > 0) sender.hurry();
    },
    async renew() {
      const loaded = await snapshot.load();
      if (loaded === 'revoked') whenRevoked();
      return loaded === 'loaded';
    },
    putOut: whenRevoked,
    forgetIfLost: snapshot.forgetIfLost,
    stop() {
      feed.stop();
      sender.stop();
    },
  };
}
