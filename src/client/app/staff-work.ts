/**
 * What staff can do at any screen: see the board, act, hear what came of it, take the last act back. Each act is judged
 * here first, so that a "no" stands at the field at once and nothing is sent. Refuses to know the pages and the browser.
 */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { type Board, locationOf } from '../../domain/board.ts';
import type { Change } from '../../domain/changes.ts';
import { type Command, type Envelope, envelopeSchema } from '../../domain/commands.ts';
import { decide, type Verdict } from '../../domain/decide.ts';
import { type Instant, instantText, localAt, MINUTE, type PlainDate, type PlainTime } from '../../domain/time.ts';
import type { Http } from '../platform/http.ts';
import type { Page } from '../platform/page.ts';
import type { Storage } from '../platform/storage.ts';
import type { Timers } from '../platform/timers.ts';
import { createBoardState } from '../state/board-state.ts';
import { createClock } from '../state/clock.ts';
import { type ConnectionState, createConnection } from '../state/connection.ts';
import type { Reason } from '../state/screens.ts';
import type { Delivery } from '../sync/delivery.ts';
import { createSessionEnrolment, type Me } from '../sync/staff-session.ts';
import { createSync } from '../sync/sync.ts';
import { type Asking, type Despite, obstaclesTo } from './asking.ts';

/** What became of the last act. */
export type Told =
  | { readonly type: 'done'; readonly text: string; readonly undo: Undo | null }
  /** The way back is over what must be allowed; `undo` again is the yes. */
  | { readonly type: 'asked'; readonly obstacles: Asking; readonly undo: Undo }
  | { readonly type: 'refused'; readonly reason: Reason };

export interface Undo {
  readonly command: Command;
  /** What is taken back with it, where one act was more than one command. */
  readonly also?: readonly Command[];
  readonly text: string;
  /** The way back where a closed or a full list is in it: that is asked first. */
  readonly despite?: Despite;
}

/** How an act is told, and what takes it back, made from what it changed. */
export interface Telling {
  readonly text: string;
  readonly undo?: (changes: readonly Change[]) => Undo | null;
}

/** What staff's work needs of the browser. */
export interface WorkPlatform {
  readonly http: Http;
  readonly storage: Storage;
  readonly timers: Timers;
  readonly page: Pick<Page, 'whenWoken'>;
  readonly systemNow: () => Instant;
  readonly idsFrom: (now: () => Instant) => () => string;
}

export interface StaffWork {
  readonly me: Me;
  /** An id that nobody else makes. */
  readonly newId: () => string;
  /** Null until the first board came. */
  readonly board: ReadonlySignal<Board | null>;
  readonly minute: ReadonlySignal<Instant>;
  /** The same minute on the wall of the house. */
  readonly wallClock: ReadonlySignal<{ readonly date: PlainDate; readonly time: PlainTime }>;
  /** Calls at once and then every second, until the answer is called. */
  readonly watchSeconds: (listener: (now: Instant) => void) => () => void;
  readonly connection: ReadonlySignal<ConnectionState>;
  readonly boardAsOf: ReadonlySignal<Instant | null>;
  /** Acts that wait for the network. */
  readonly waiting: ReadonlySignal<number>;
  readonly told: ReadonlySignal<Told | null>;
  /** The rules' no to this act now, or null. Nothing is sent. */
  readonly check: (command: Command) => Reason | null;
  /** What the act would change; null where the rules say no. */
  readonly foresee: (command: Command) => readonly Change[] | null;
  /** Acts, or says why not. Null tells nothing: what was done shows where it was done. */
  readonly act: (command: Command, telling: Telling | null) => Reason | null;
  /** Acts; a rule's no is told where acts are told. */
  readonly perform: (command: Command, telling: Telling | null) => void;
  readonly undo: () => void;
  readonly say: (text: string) => void;
  /** Tells a rule's no where acts are told. */
  readonly refuse: (reason: Reason) => void;
  /** Whatever was told stands there no longer. */
  readonly untell: () => void;
  readonly start: () => Promise<void>;
  /** Only sends what the last run left: nobody is there. */
  readonly startSending: () => Promise<void>;
  /** Forgets the board; what waits is still sent until `stop`. */
  readonly leaveBoard: () => void;
  /** Asks for the whole board again: what one may know of it has changed. */
  readonly renew: () => Promise<boolean>;
  /** The network may be back, or the session: try now. */
  readonly hurry: () => void;
  /** Commands that the server has not answered. */
  readonly unanswered: ReadonlySignal<number>;
  /** The tablet was put out: nothing is sent or kept any more, and the server hears which acts never came. */
  readonly putOut: () => void;
  /** Hears and sends nothing any more. */
  readonly stop: () => void;
}

export interface StaffWorkDeps {
  readonly platform: WorkPlatform;
  readonly me: Me;
  /** Runs work in one tab of this browser at a time. */
  readonly alone: (work: () => Promise<Delivery>) => Promise<Delivery>;
}

const SECOND = 1_000;

export function createStaffWork({ platform, me, alone }: StaffWorkDeps): StaffWork {
  const { http, page, storage, systemNow, timers } = platform;
  const clock = createClock({ systemNow });
  const newId = platform.idsFrom(clock.now);
  const visitId = newId();
  const connection = createConnection({ now: clock.now });
  const board = createBoardState({
    clock,
    decide: () => decide,
    lastAnswered: () => connection.lastContact.peek(),
    role: me.role,
  });
  const told = signal<Told | null>(null);
  let stopped = false;
  const sync = createSync({
    envelopeSchema,
    http,
    storage,
    timers,
    systemNow,
    now: clock.now,
    board,
    connection,
    enrolment: createSessionEnrolment({ connection }),
    alone,
    whenRefused({ envelope, reason }) {
      sync.told(envelope.id);
      told.value = { type: 'refused', reason };
    },
  });

  const envelopeOf = (command: Command): Envelope => ({
    id: newId(),
    command,
    tappedAt: instantText(clock.now()),
    actor: { staffId: me.staffId ?? me.role, proof: 'session', visitId },
  });
  const judge = (command: Command) => board.judge(envelopeOf(command));
  const send = (command: Command): Verdict => {
    const envelope = envelopeOf(command);
    const verdict = board.judge(envelope);
    if (verdict.ok) void sync.send(envelope);
    return verdict;
  };
  const zone = computed(() => (board.board.value === null ? 'UTC' : locationOf(board.board.value).timeZone));
  const everyMinute = () => {
    if (stopped) return;
    clock.tick();
    timers.after(MINUTE - (clock.now() % MINUTE), everyMinute);
  };

  const check = (command: Command): Reason | null => {
    const verdict = judge(command);
    return verdict.ok ? null : verdict.error;
  };
  const act: StaffWork['act'] = (command, telling) => {
    const verdict = send(command);
    if (!verdict.ok) return verdict.error;
    const undo = telling?.undo?.(verdict.value) ?? null;
    told.value = telling === null ? null : { type: 'done', text: telling.text, undo };
    return null;
  };
  /** What must be asked before the way back; null is nothing. */
  const questionAt = ({ despite, text }: Undo): Told | null => {
    const obstacles = despite === undefined ? null : obstaclesTo(check, despite);
    if (despite === undefined || obstacles === null || obstacles.length === 0) return null;
    return { type: 'asked', obstacles, undo: { command: despite(obstacles), text } };
  };

  return {
    me,
    newId,
    board: board.board,
    minute: clock.minute,
    watchSeconds(listener) {
      let cancel = () => {};
      const second = () => {
        listener(clock.now());
        cancel = timers.after(SECOND, second);
      };
      second();
      return () => cancel();
    },
    wallClock: computed(() => localAt(clock.minute.value, zone.value)),
    connection: connection.state,
    boardAsOf: connection.boardAsOf,
    waiting: computed(() => (sync.delayed.value ? sync.unanswered.value.size : 0)),
    told,
    check,
    foresee(command) {
      const verdict = judge(command);
      return verdict.ok ? verdict.value : null;
    },
    act,
    perform(command, telling) {
      const reason = act(command, telling);
      if (reason !== null) told.value = { type: 'refused', reason };
    },
    undo() {
      const last = told.value;
      if (last === null || last.type === 'refused' || last.undo === null) return;
      const question = last.type === 'done' ? questionAt(last.undo) : null;
      if (question !== null) {
        told.value = question;
        return;
      }
      const { also = [], command, text } = last.undo;
      const verdicts = [command, ...also].map(send);
      const reason = verdicts.flatMap((verdict) => (verdict.ok ? [] : [verdict.error]))[0];
      told.value = reason === undefined ? { type: 'done', text, undo: null } : { type: 'refused', reason };
    },
    say(text) {
      told.value = { type: 'done', text, undo: null };
    },
    refuse(reason) {
      told.value = { type: 'refused', reason };
    },
    untell() {
      told.value = null;
    },
    async start() {
      http.whenAnswered((at) => {
        clock.correct(at);
        connection.contact();
      });
      page.whenWoken(() => {
        if (stopped) return;
        clock.tick();
        sync.hurry();
      });
      await sync.start();
      if (stopped) return sync.stop();
      everyMinute();
    },
    renew: sync.renew,
    hurry: sync.hurry,
    startSending: sync.startSending,
    leaveBoard() {
      told.value = null;
      sync.stopHearing();
    },
    unanswered: computed(() => sync.unanswered.value.size),
    putOut() {
      stopped = true;
      sync.putOut();
    },
    stop() {
      stopped = true;
      sync.stop();
    },
  };
}
