/**
 * What somebody began to fill in: it stands there again after another page, a session that ended, a closed browser or a
 * crash (UX 27). Kept at the server, for names and what people eat may not lie on the device; while that is out of reach
 * it waits in the page. Refuses to give what cannot be read any more, and to outlive who typed it.
 */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Timers } from '../platform/timers.ts';
import type { ConnectionState } from '../state/connection.ts';
import { type FormKind, type FormOf, formOf } from '../sync/begun-shapes.ts';
import type { DraftDesk } from '../sync/draft-desk.ts';

export { type FormKind, type FormOf, seenOf } from '../sync/begun-shapes.ts';

export interface BegunForms {
  /** False until what was kept is here, or is known to be out of reach. */
  readonly ready: ReadonlySignal<boolean>;
  /** Null is nothing, or nothing that fits the form of today. `id` is of what is changed; null is something new. */
  readonly of: <Kind extends FormKind>(kind: Kind, id: string | null) => FormOf<Kind> | null;
  /** The same over what is there now, where only the fields that were typed are kept: those are named. */
  readonly over: <Kind extends FormKind>(kind: Kind, id: string | null, now: FormOf<Kind>) => Typed<FormOf<Kind>>;
  readonly keep: <Kind extends FormKind>(kind: Kind, id: string | null, form: Partial<FormOf<Kind>>) => void;
  readonly drop: (kind: FormKind, id: string | null) => void;
  /** Asks for what was kept. */
  readonly start: () => Promise<void>;
  /** The page may be gone in a moment: sends what still waits. Resolves once that was answered, whatever came of it. */
  readonly leaving: () => Promise<void>;
}

export interface Typed<Fields> {
  readonly fields: Fields;
  readonly names: readonly string[];
}

const nameOf = (kind: FormKind, id: string | null): string => (id === null ? kind : `${kind} ${id}`);

export interface BegunFormsDeps {
  readonly desk: DraftDesk;
  readonly timers: Pick<Timers, 'after'>;
  readonly connection: ReadonlySignal<ConnectionState>;
}

/** After the last key. */
const QUIET = 1_000;
const AGAIN = 30_000;

export function createBegunForms({ connection, desk, timers }: BegunFormsDeps): BegunForms {
  const forms = new Map<string, object>();
  const ready = signal(false);
  const sender = createSender({ timers, send: (name) => desk.keep(name, forms.get(name) ?? null) });
  const touched = new Set<string>();
  let asked: 'no' | 'now' | 'done' = 'no';

  const start = async () => {
    if (asked !== 'no') return;
    asked = 'now';
    const kept = await desk.list();
    for (const [name, form] of kept ?? []) if (!touched.has(name)) forms.set(name, form);
    asked = kept === null ? 'no' : 'done';
    ready.value = true;
  };
  effect(() => {
    if (connection.value.type !== 'online') return;
    sender.sendAll();
    void start();
  });

  return {
    ready,
    start,
    leaving: sender.leaving,
    of: (kind, id) => formOf(kind, forms.get(nameOf(kind, id))),
    over(kind, id, now) {
      const kept = forms.get(nameOf(kind, id)) ?? {};
      const fields = formOf(kind, { ...now, ...kept });
      return fields === null ? { fields: now, names: [] } : { fields, names: Object.keys(kept) };
    },
    keep(kind, id, form) {
      const name = nameOf(kind, id);
      touched.add(name);
      forms.set(name, form);
      sender.changed(name);
    },
    drop(kind, id) {
      const name = nameOf(kind, id);
      touched.add(name);
      if (forms.delete(name)) sender.changed(name);
    },
  };
}

interface SenderDeps {
  readonly timers: Pick<Timers, 'after'>;
  /** What stands under this name now. */
  readonly send: (name: string) => ReturnType<DraftDesk['keep']>;
}

/** One request for a name at a time: an older one must not come after a newer. */
function createSender({ send, timers }: SenderDeps) {
  const [waiting, sending] = [new Set<string>(), new Set<string>()];
  let cancel = () => {};

  const sendOne = async (name: string) => {
    if (sending.has(name)) return;
    sending.add(name);
    waiting.delete(name);
    const went = await send(name);
    sending.delete(name);
    if (went === 'later') {
      waiting.add(name);
      sendIn(AGAIN);
    } else if (waiting.has(name)) void sendOne(name);
  };
  const sendAll = () => {
    cancel();
    for (const name of [...waiting]) void sendOne(name);
  };
  const sendIn = (milliseconds: number) => {
    cancel();
    cancel = timers.after(milliseconds, sendAll);
  };
  return {
    sendAll,
    changed(name: string) {
      waiting.add(name);
      sendIn(QUIET);
    },
    /** Nobody may be there to hear what came of it: it goes on waiting. */
    async leaving() {
      await Promise.all([...waiting].map(send));
    },
  };
}
