// A server made of the same rules, without disk and without network, that can lose answers, fall away and fork.
import type { Http, Reply, StreamReply, Trouble } from '../../src/client/platform/http.ts';
import { type Board, type BoardRows, boardOf } from '../../src/domain/board.ts';
import { apply, type Change } from '../../src/domain/changes.ts';
import type { Envelope } from '../../src/domain/commands.ts';
import { decide } from '../../src/domain/decide.ts';
import { type Answer, believedTap, cursorText, parseCursor, type Snapshot } from '../../src/domain/protocol.ts';
import type { Refusal } from '../../src/domain/refusals.ts';
import { redactBoard, redactChanges } from '../../src/domain/scopes.ts';

interface Entry {
  readonly version: number;
  readonly commandId: string;
  readonly refusal: Refusal | null;
  readonly changes: readonly Change[];
  readonly after: Board;
  readonly at: number;
}

interface History {
  readonly epoch: string;
  readonly board: Board;
  readonly entries: readonly Entry[];
}

/** What the network does to the next requests: `lost` reaches the server, and its answer gets lost. */
export type Network = 'well' | 'down' | 'lost' | 'portal' | 'failing';

export interface FakeServer {
  readonly http: Http;
  readonly submit: (envelope: Envelope) => Answer;
  readonly snapshot: () => Snapshot;
  readonly history: () => History;
  /** Envelopes of every request, in order of arrival. */
  readonly received: readonly (readonly string[])[];
  readonly become: (network: Network) => void;
  /** The answer to every request, until null. */
  readonly answer: (reply: Reply | null) => void;
  readonly enrolled: (is: boolean, demonstration?: boolean) => void;
  /** Every feed breaks. */
  readonly cut: () => void;
  /** Feeds stay open and say nothing more. */
  readonly fallSilent: () => void;
  readonly heartbeat: () => void;
  /** What stands between holds back what streams: its head comes, or not even that. */
  readonly holdStreams: (how: 'no' | 'body' | 'all') => void;
  /** How often a whole board, and a stream, was asked for. */
  readonly asked: () => { readonly boards: number; readonly streams: number };
  /** Breaks every feed in the middle of a line. */
  readonly cutInALine: () => void;
  /** A newer server, that says what this screen does not know: in the next board, and once in every feed. */
  readonly speakNewer: (rows: BoardRows, line: string) => void;
  /** Goes on from an earlier history, as after a restore. */
  readonly restore: (earlier: History) => void;
  readonly holdCard: (card: string, residentId: string) => void;
}

interface Listener {
  sent: number;
  silent: boolean;
  readonly push: (text: string) => void;
  readonly end: () => void;
}

const unreachable: Trouble = { type: 'unreachable', reason: 'network' };

export function createFakeServer(rows: BoardRows, now: () => number): FakeServer {
  let forks = 0;
  const newEpoch = () => {
    forks += 1;
    return `epoch${String(forks).padStart(5, '0')}`;
  };
  let history: History = { epoch: newEpoch(), board: boardOf(rows), entries: [] };
  let network: Network = 'well';
  let fixed: Reply | null = null;
  let [enrolled, demonstration] = [true, true];
  let listeners: readonly Listener[] = [];
  let held: 'no' | 'body' | 'all' = 'no';
  let newer: BoardRows = {};
  const asked = { boards: 0, streams: 0 };
  const received: (readonly string[])[] = [];
  const cards = new Map<string, string>();
  const answered: ((at: { serverDate: number; sentAt: number; receivedAt: number }) => void)[] = [];

  const version = () => history.entries.length;

  const submit = (envelope: Envelope): Answer => {
    const known = history.entries.find(({ commandId }) => commandId === envelope.id);
    if (known !== undefined) return answerOf(known);
    const tappedAt = believedTap(Date.parse(envelope.tappedAt), now(), null);
    const role = 'staffId' in envelope.actor ? 'operator' : 'resident';
    const verdict = decide(history.board, envelope, { now: now(), tappedAt, role });
    const changes = verdict.ok ? verdict.value : (verdict.error.aftermath ?? []);
    const after = apply(history.board, changes);
    const refusal = verdict.ok ? null : withoutAftermath(verdict.error);
    const entry = { version: version() + 1, commandId: envelope.id, refusal, changes, after, at: now() };
    history = { ...history, board: after, entries: [...history.entries, entry] };
    for (const listener of listeners) feed(listener);
    return answerOf(entry);
  };

  const feed = (listener: Listener) => {
    if (listener.silent) return;
    for (const entry of history.entries.slice(listener.sent)) listener.push(messageOf(entry, history.epoch));
    listener.sent = version();
  };

  const throughNetwork = async (handle: () => Reply): Promise<Reply> => {
    if (network === 'down') return unreachable;
    if (network === 'portal') return { type: 'unreachable', reason: 'notOurs' };
    if (network === 'failing') return { type: 'problem', status: 503, code: 'unavailable' };
    if (fixed !== null) return fixed;
    const reply = wire(handle());
    if (network === 'lost') return { type: 'unreachable', reason: 'timeout' };
    for (const listener of answered) listener({ serverDate: now(), sentAt: now(), receivedAt: now() });
    return reply;
  };

  const post = (path: string, body: unknown): Reply => {
    if (path === '/api/devices/demonstration') {
      if (!demonstration) return { type: 'problem', status: 403, code: 'notADemonstration' };
      enrolled = true;
      return { type: 'ok', body: null };
    }
    if (!enrolled) return { type: 'problem', status: 401, code: 'deviceUnknown' };
    if (path === '/api/identify') {
      const residentId = cards.get((body as { card: string }).card);
      if (residentId === undefined) return { type: 'problem', status: 404, code: 'cardUnknown' };
      const signUps = [...redactBoard(history.board, 'manager', now()).signUp!].filter((each) =>
        each.residentIds.includes(residentId),
      );
      return { type: 'ok', body: { residentId, token: 'token', signUps } };
    }
    const envelopes = body as readonly Envelope[];
    received.push(envelopes.map(({ id }) => id));
    return { type: 'ok', body: envelopes.map(submit) };
  };

  return {
    received,
    submit,
    history: () => history,
    snapshot: () => ({
      epoch: history.epoch,
      version: version(),
      rows: redactBoard(history.board, 'kiosk', now()),
    }),
    become(next) {
      network = next;
    },
    answer(reply) {
      fixed = reply;
    },
    enrolled(is, demo = true) {
      [enrolled, demonstration] = [is, demo];
    },
    cut() {
      for (const { end } of listeners) end();
      listeners = [];
    },
    fallSilent() {
      for (const listener of listeners) listener.silent = true;
    },
    heartbeat() {
      for (const { push, silent } of listeners) if (!silent) push(':\n\n');
    },
    holdStreams(how) {
      held = how;
    },
    asked: () => ({ ...asked }),
    cutInALine() {
      for (const { push, end } of listeners) {
        push(`id: ${cursorText({ epoch: history.epoch, version: version() + 1 })}\ndata: {"commandId":"`);
        end();
      }
      listeners = [];
    },
    speakNewer(rows, line) {
      newer = rows;
      for (const { push } of listeners) push(line);
    },
    restore(earlier) {
      history = { ...earlier, epoch: newEpoch() };
      this.cut();
    },
    holdCard(card, residentId) {
      cards.set(card, residentId);
    },
    http: {
      get: () => {
        asked.boards += 1;
        return throughNetwork(() =>
          enrolled
            ? {
                type: 'ok',
                body: {
                  epoch: history.epoch,
                  version: version(),
                  rows: { ...redactBoard(history.board, 'kiosk', now()), ...newer },
                },
              }
            : { type: 'problem', status: 401, code: 'deviceUnknown' },
        );
      },
      post: (path, body) => throughNetwork(() => post(path, wire(body))),
      async stream(path, signal): Promise<StreamReply> {
        asked.streams += 1;
        if (held === 'all') return { type: 'unreachable', reason: 'timeout' };
        const reply = await throughNetwork(() => {
          const after = parseCursor(path.split('after=')[1] ?? '');
          if (!enrolled) return { type: 'problem', status: 401, code: 'deviceUnknown' };
          if (after === null || after.epoch !== history.epoch || after.version > version()) {
            return { type: 'problem', status: 410, code: 'cursorGone' };
          }
          return { type: 'ok', body: after.version };
        });
        if (reply.type !== 'ok') return reply;
        const { chunks, listener } = openStream(Number(reply.body), signal);
        if (held === 'body') return { type: 'ok', chunks };
        listeners = [...listeners, listener];
        listener.push(':\n\n');
        feed(listener);
        return { type: 'ok', chunks };
      },
      whenAnswered(listener) {
        answered.push(listener);
      },
    },
  };
}

function openStream(sent: number, signal: AbortSignal): { chunks: AsyncIterable<string>; listener: Listener } {
  const waiting: (string | null)[] = [];
  let wake = () => {};
  const put = (text: string | null) => {
    waiting.push(text);
    wake();
  };
  signal.addEventListener('abort', () => put(null));
  async function* chunks() {
    for (;;) {
      const next = waiting.shift();
      if (next === null) return;
      if (next !== undefined) yield next;
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  }
  return { chunks: chunks(), listener: { sent, silent: false, push: put, end: () => put(null) } };
}

function messageOf({ version, commandId, refusal, changes, after, at }: Entry, epoch: string): string {
  const data = JSON.stringify({ commandId, refusal, changes: redactChanges(changes, 'kiosk', after, at) });
  return `id: ${cursorText({ epoch, version })}\ndata: ${data}\n\n`;
}

function answerOf({ commandId, refusal, version }: Entry): Answer {
  return refusal === null
    ? { commandId, status: 'accepted', version }
    : { commandId, status: 'refused', version, refusal };
}

function withoutAftermath({ aftermath: _aftermath, ...refusal }: Refusal): Refusal {
  return refusal as Refusal;
}

/** What is sent is a copy. */
function wire<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}
