/**
 * What hangs in the house as this tablet shows it: which messages, which of them at rest, which alarm over everything; and
 * tells the server that an alarm was shown. Refuses to draw, and to wait for the network to show what it has.
 */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Announcement } from '../../domain/announcement.ts';
import { alarmOn, announcementsOn } from '../../domain/announcement-views.ts';
import type { Board } from '../../domain/board.ts';
import type { Instant } from '../../domain/time.ts';
import type { Http } from '../platform/http.ts';
import type { Timers } from '../platform/timers.ts';

export interface Bulletin {
  /** On show at this tablet now: the most important first. */
  readonly list: ReadonlySignal<readonly Announcement[]>;
  readonly alarm: ReadonlySignal<Announcement | null>;
  /** What stands at rest where else the next activity does; null is the next activity. */
  readonly turn: ReadonlySignal<Announcement | null>;
  /** In which language the alarm stands there large, as somebody asked at the glass; Dutch again after a while. */
  readonly spoken: ReadonlySignal<string>;
  readonly speak: (language: string) => void;
}

export interface BulletinDeps {
  readonly http: Pick<Http, 'get' | 'post'>;
  readonly timers: Pick<Timers, 'after'>;
  readonly board: ReadonlySignal<Board | null>;
  readonly minute: ReadonlySignal<Instant>;
  /** Which tablet this is, as it was last told. */
  readonly kept: { readonly read: () => string | null; readonly keep: (deviceId: string) => void };
}

/** Milliseconds. Who reads slowly has read a title and a line by then. */
const ONE_BY_ONE = 20_000;
const ASK_AGAIN = 30_000;
const TELL_AGAIN = 3_000;
/** Long enough to read an alarm twice; the next who comes by reads Dutch. */
const SPOKEN = 60_000;
const FIRST_LANGUAGE = 'nl';

export function createBulletin({ board, http, kept, minute, timers }: BulletinDeps): Bulletin {
  const deviceId = signal(kept.read());
  const on = <Found>(view: (board: Board, looking: { now: Instant; deviceId: string | null }) => Found, none: Found) =>
    computed(() => (board.value === null ? none : view(board.value, { now: minute.value, deviceId: deviceId.value })));
  const list = on<readonly Announcement[]>(announcementsOn, []);
  const alarm = on<Announcement | null>(alarmOn, null);

  const askWhoIAm = async () => {
    const reply = await http.get('/api/device');
    const id = reply.type === 'ok' ? idIn(reply.body) : null;
    if (id === null) return void timers.after(ASK_AGAIN, askWhoIAm);
    deviceId.value = id;
    kept.keep(id);
  };
  const isThere = computed(() => board.value !== null);
  effect(() => {
    // Whoever has a board is known to the server.
    if (isThere.value) void askWhoIAm();
  });

  let told: string | null = null;
  /** Again until somebody has heard it, for as long as it is shown in these words. */
  const tell = async (words: string) => {
    const shown = alarm.value;
    if (shown === null || wordsOf(shown) !== words || told === words) return;
    const reply = await http.post('/api/showings', { announcementId: shown.id, revision: shown.revision });
    const heard = reply.type === 'ok' || (reply.type === 'problem' && reply.status < 500 && reply.status !== 429);
    if (heard) told = words;
    else timers.after(TELL_AGAIN, () => void tell(words));
  };
  const alarmWords = computed(() => (alarm.value === null ? null : wordsOf(alarm.value)));
  effect(() => {
    const words = alarmWords.value;
    // After the frame in which it is drawn.
    if (words !== null) timers.after(0, () => void tell(words));
  });

  const turns = signal(0);
  const turnOn = () => {
    turns.value += 1;
    timers.after(ONE_BY_ONE, turnOn);
  };
  timers.after(ONE_BY_ONE, turnOn);
  const turn = computed(() => {
    const of = turns.value % (list.value.length + 1);
    return of === 0 ? null : (list.value[of - 1] ?? null);
  });

  const spoken = signal(FIRST_LANGUAGE);
  let silence = () => {};
  const speak = (language: string) => {
    silence();
    spoken.value = language;
    silence = timers.after(SPOKEN, () => {
      spoken.value = FIRST_LANGUAGE;
    });
  };
  return { list, alarm, turn, spoken, speak };
}

const wordsOf = ({ id, revision }: Announcement): string => `${id} ${revision}`;

function idIn(body: unknown): string | null {
  return typeof body === 'object' && body !== null && 'id' in body && typeof body.id === 'string' ? body.id : null;
}
