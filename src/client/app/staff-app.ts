/**
 * Puts the parts of the staff side together and names what its pages may see and do. Each act is judged here first, so
 * that a "no" stands at the field at once and nothing is sent. Refuses to draw and to touch a browser.
 */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { type Board, locationOf } from '../../domain/board.ts';
import type { Change } from '../../domain/changes.ts';
import type { Command, Envelope } from '../../domain/commands.ts';
import type { Verdict } from '../../domain/decide.ts';
import { type Instant, instantText, localAt, MINUTE, type PlainDate, type PlainTime } from '../../domain/time.ts';
import type { Http } from '../platform/http.ts';
import type { Page } from '../platform/page.ts';
import type { Storage } from '../platform/storage.ts';
import type { Timers } from '../platform/timers.ts';
import { createBoardState } from '../state/board-state.ts';
import { createClock } from '../state/clock.ts';
import { type ConnectionState, createConnection } from '../state/connection.ts';
import type { Reason } from '../state/screens.ts';
import { createSessionEnrolment, isAccepted, type Me, type WhyOut } from '../sync/staff-session.ts';
import { createSync } from '../sync/sync.ts';

/** Why somebody is not signed in. */
export type WhyNotIn = WhyOut;

/** The parts of the page Scootmobielen. */
export const parts = ['week', 'onderhoud', 'rijden', 'cijfers'] as const;
export type Part = (typeof parts)[number];

/** What became of the last act, for the line above the page. */
export type Told =
  | { readonly type: 'done'; readonly text: string; readonly undo: Undo | null }
  | { readonly type: 'refused'; readonly reason: Reason };

export interface Undo {
  readonly command: Command;
  readonly text: string;
}

/** How an act is told, and what takes it back, made from what it changed. */
export interface Telling {
  readonly text: string;
  readonly undo?: (changes: readonly Change[]) => Undo | null;
}

export interface StaffPlatform {
  readonly http: Http;
  readonly storage: Storage;
  readonly timers: Timers;
  readonly page: Pick<Page, 'whenWoken'>;
  readonly systemNow: () => Instant;
  readonly idsFrom: (now: () => Instant) => () => string;
  /** One column, as on a phone. */
  readonly narrow: ReadonlySignal<boolean>;
  /** Which part the address asks for; setting it is a step one can go back from. */
  readonly part: ReadonlySignal<Part>;
  readonly goTo: (part: Part) => void;
  /** Whether single letters do something (WCAG 2.1.4); kept in this browser. */
  readonly letters: ReadonlySignal<boolean>;
  readonly setLetters: (on: boolean) => void;
}

export interface StaffApp extends Pick<StaffPlatform, 'narrow' | 'part' | 'goTo' | 'letters' | 'setLetters'> {
  readonly me: Me;
  /** Null until the first board came. */
  readonly board: ReadonlySignal<Board | null>;
  readonly minute: ReadonlySignal<Instant>;
  /** The same minute on the wall of the house. */
  readonly wallClock: ReadonlySignal<{ readonly date: PlainDate; readonly time: PlainTime }>;
  readonly connection: ReadonlySignal<ConnectionState>;
  readonly boardAsOf: ReadonlySignal<Instant | null>;
  /** Acts that wait for the network. */
  readonly waiting: ReadonlySignal<number>;
  readonly told: ReadonlySignal<Told | null>;
  /** The rules' no to this act now, or null. Nothing is sent. */
  readonly check: (command: Command) => Reason | null;
  /** What the act would change; null where the rules say no. */
  readonly foresee: (command: Command) => readonly Change[] | null;
  /** Acts, or says why not. */
  readonly act: (command: Command, telling: Telling) => Reason | null;
  readonly undo: () => void;
  /** Sets or takes away somebody's three pictures; the server alone knows which. */
  readonly setPictureCode: (residentId: string, pictures: readonly number[] | null) => Promise<CodeSet>;
  readonly say: (text: string) => void;
  readonly leave: () => void;
  readonly start: () => Promise<void>;
}

/** `unreachable` may work later. */
export type CodeSet = 'done' | 'notAllowed' | 'unreachable';

export interface StaffAppDeps {
  readonly platform: StaffPlatform;
  readonly me: Me;
  readonly leave: () => void;
}

export function createStaffApp({ platform, me, leave }: StaffAppDeps): StaffApp {
  const { http, page, storage, systemNow, timers } = platform;
  const clock = createClock({ systemNow });
  const newId = platform.idsFrom(clock.now);
  const visitId = newId();
  const connection = createConnection({ now: clock.now });
  const board = createBoardState({ clock, lastAnswered: () => connection.lastContact.peek(), role: me.role });
  const told = signal<Told | null>(null);
  const sync = createSync({
    http,
    storage,
    timers,
    systemNow,
    now: clock.now,
    board,
    connection,
    enrolment: createSessionEnrolment({ connection }),
    // Nothing of staff is kept on the device, so no other tab has anything of this one to send.
    alone: (work) => work(),
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
    clock.tick();
    timers.after(MINUTE - (clock.now() % MINUTE), everyMinute);
  };

  return {
    narrow: platform.narrow,
    part: platform.part,
    goTo(part) {
      told.value = null;
      platform.goTo(part);
    },
    letters: platform.letters,
    setLetters: platform.setLetters,
    me,
    board: board.board,
    minute: clock.minute,
    wallClock: computed(() => localAt(clock.minute.value, zone.value)),
    connection: connection.state,
    boardAsOf: connection.boardAsOf,
    waiting: computed(() => (sync.delayed.value ? sync.unanswered.value.size : 0)),
    told,
    check(command) {
      const verdict = judge(command);
      return verdict.ok ? null : verdict.error;
    },
    foresee(command) {
      const verdict = judge(command);
      return verdict.ok ? verdict.value : null;
    },
    act(command, { text, undo }) {
      const verdict = send(command);
      if (!verdict.ok) return verdict.error;
      told.value = { type: 'done', text, undo: undo?.(verdict.value) ?? null };
      return null;
    },
    undo() {
      const last = told.value;
      if (last?.type !== 'done' || last.undo === null) return;
      const verdict = send(last.undo.command);
      told.value = verdict.ok
        ? { type: 'done', text: last.undo.text, undo: null }
        : { type: 'refused', reason: verdict.error };
    },
    async setPictureCode(residentId, pictures) {
      const reply = await http.post('/api/picture-codes', { residentId, pictures });
      // A rule's no comes as an answer too.
      if (reply.type === 'ok') return isAccepted(reply.body) ? 'done' : 'notAllowed';
      return reply.type === 'problem' && reply.status < 500 ? 'notAllowed' : 'unreachable';
    },
    say(text) {
      told.value = { type: 'done', text, undo: null };
    },
    leave,
    async start() {
      http.whenAnswered((at) => {
        clock.correct(at);
        connection.contact();
      });
      page.whenWoken(() => {
        clock.tick();
        sync.hurry();
      });
      await sync.start();
      everyMinute();
    },
  };
}
