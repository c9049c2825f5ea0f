// A store in memory, so that routes can be tested with the real authority and with a database that fails on demand.
import type { BoardRows } from '../../../src/domain/board.ts';
import { boardOf, collectionNames } from '../../../src/domain/board.ts';
import { apply } from '../../../src/domain/changes.ts';
import { rows as rowsOf } from '../../../src/domain/table.ts';
import {
  type Draft,
  type Entry,
  type GuessLine,
  type Head,
  type KnownDevice,
  type ListedDevice,
  type OnceCode,
  type Photo,
  type Session,
  type Store,
  type StoreTransaction,
  StoreUnavailable,
} from '../../../src/server/db/store.ts';

export interface MemoryStore extends Store {
  /** The database is away. */
  fail(away: boolean): void;
  /** Writing waits until this resolves; says when something waits. */
  holdCommits(until: Promise<void>): Promise<void>;
  /** The journal keeps nothing up to this version. */
  forgetUpTo(version: number): void;
  /** As a restore does. */
  renewEpoch(epoch: string): void;
  revoke(deviceId: string): void;
  readonly journal: readonly Entry[];
}

export function createMemoryStore(start: BoardRows, epoch = 'epoch0001'): MemoryStore {
  let head: Head = { epoch, version: 0 };
  let board = boardOf(start);
  let journal: readonly Entry[] = [];
  let away = false;
  let kept = 0;
  let hold: Promise<void> = Promise.resolve();
  const waiting = Promise.withResolvers<void>();
  const devices = new Map<string, ListedDevice & KnownDevice>();
  const onceCodes = new Map<string, OnceCode>();

  const photos = new Map<string, Photo>();
  const drafts = new Map<string, Draft & { readonly staffId: string; readonly at: number }>();
  const guesses: GuessLine[] = [];

  const erased = new Set<string>();
  const notes = new Map<string, string>();
  const sessions = new Map<string, Session>();

  const check = () => {
    if (away) throw new StoreUnavailable('away');
  };

  const changeDevice = (id: string, fields: Partial<ListedDevice & KnownDevice>): boolean => {
    const found = [...devices].find(([, device]) => device.id === id);
    if (found !== undefined) devices.set(found[0], { ...found[1], ...fields });
    return found !== undefined;
  };

  return {
    ensureLocation: async () => undefined,
    claimKey: async () => undefined,
    load: async () => {
      check();
      return {
        ...head,
        rows: Object.fromEntries(collectionNames.map((name) => [name, [...rowsOf<unknown>(board[name])]])),
      };
    },
    head: async () => {
      check();
      return head;
    },
    begin: async () => {
      check();
      return transactionOn({
        head,
        known: new Map(journal.map((entry) => [entry.commandId, entry])),
        commit: async (entries) => {
          waiting.resolve();
          await hold;
          check();
          journal = [...journal, ...entries];
          board = entries.reduce((now, entry) => apply(now, entry.changes), board);
          head = { ...head, version: entries.at(-1)?.version ?? head.version };
        },
      });
    },
    entriesAfter: async (_locationId, version, limit) => {
      check();
      if (version < kept) return null;
      return journal.filter((entry) => entry.version > version).slice(0, limit);
    },
    findDevice: async (tokenHash) => {
      check();
      return devices.get(tokenHash) ?? null;
    },
    addDevice: async ({ tokenHash, ...device }) => {
      check();
      devices.set(tokenHash, { ...device, lastSeen: null, lastAnswered: null, told: null });
    },
    listDevices: async () => {
      check();
      return [...devices.values()].map(({ lastAnswered: _, locationId: __, ...device }) => device);
    },
    revokeDevice: async (_locationId, id) => {
      check();
      return changeDevice(id, { revoked: true });
    },
    touchDevice: async ({ id }, lastSeen) => {
      check();
      changeDevice(id, { lastSeen });
    },
    deviceTold: async ({ id }, heartbeat, at) => {
      check();
      changeDevice(id, { told: { ...heartbeat, at } });
    },
    deviceAnswered: async ({ id }, lastAnswered) => {
      check();
      changeDevice(id, { lastAnswered });
    },
    addOnceCode: async (code) => {
      check();
      onceCodes.set(`${code.purpose} ${code.hash}`, code);
    },
    takeOnceCode: async ({ purpose, hash }, now) => {
      check();
      const found = onceCodes.get(`${purpose} ${hash}`);
      return found !== undefined && found.until > now && onceCodes.delete(`${purpose} ${hash}`);
    },
    dropOnceCodes: async (_locationId, purpose) => {
      check();
      for (const [key, code] of onceCodes) if (code.purpose === purpose) onceCodes.delete(key);
    },
    addPhoto: async (photo) => {
      check();
      photos.set(photo.id, photo);
    },
    findPhoto: async (_locationId, id) => {
      check();
      return photos.get(id) ?? null;
    },
    forgetPhotos: async () => undefined,
    draftsOf: async ({ staffId }, since) => {
      check();
      return [...drafts.values()].filter((draft) => draft.staffId === staffId && draft.at >= since);
    },
    keepDraft: async (draft, { at, most }) => {
      check();
      const theirs = [...drafts.values()].filter(
        ({ name, staffId }) => staffId === draft.staffId && name !== draft.name,
      );
      if (theirs.length >= most) return false;
      drafts.set(`${draft.staffId} ${draft.name}`, { ...draft, at });
      return true;
    },
    dropDraft: async ({ staffId }, name) => {
      check();
      drafts.delete(`${staffId} ${name}`);
    },
    forgetDrafts: async () => undefined,
    takeGuessTurn: async ({ after }, work) => {
      check();
      for (const what of work(guesses.slice(after))) guesses.push({ number: guesses.length + 1, what });
      return guesses.length;
    },
    findSession: async (tokenHash) => {
      check();
      return sessions.get(tokenHash) ?? null;
    },
    addSession: async ({ tokenHash, ...session }) => {
      check();
      sessions.set(tokenHash, session);
    },
    touchSession: async ({ id }, lastSeen) => {
      check();
      for (const [hash, session] of sessions) if (session.id === id) sessions.set(hash, { ...session, lastSeen });
    },
    sessionsAt: async (_locationId, deviceId, staffId) => {
      check();
      return [...sessions.values()].filter((each) => each.deviceId === deviceId && each.staffId === staffId);
    },
    endSession: async ({ id }, ended) => {
      check();
      const open = [...sessions].find(([, session]) => session.id === id && session.ended === null);
      if (open !== undefined) sessions.set(open[0], { ...open[1], ended });
      return open !== undefined;
    },
    endOtherSessions: async ({ staffId, except }, ended) => {
      check();
      for (const [hash, session] of sessions) {
        if (session.staffId === staffId && session.id !== except && session.ended === null)
          sessions.set(hash, { ...session, ended });
      }
    },
    forget: async () => undefined,
    forgetWaysIn: async () => undefined,
    noteErased: async (_locationId, residentId) => void erased.add(residentId),
    listErased: async () => [...erased],
    forgetResidents: async () => undefined,
    readNote: async (_locationId, name) => notes.get(name) ?? null,
    writeNote: async (_locationId, name, value) => {
      check();
      notes.set(name, value);
    },
    ring: async () => undefined,
    onRing: () => undefined,
    describe: async () => 'geheugen',
    close: async () => undefined,
    fail: (isAway) => {
      away = isAway;
    },
    holdCommits: (until) => {
      hold = until;
      return waiting.promise;
    },
    forgetUpTo: (version) => {
      kept = version;
    },
    renewEpoch: (name) => {
      head = { ...head, epoch: name };
    },
    revoke: (id) => void changeDevice(id, { revoked: true }),
    get journal() {
      return journal;
    },
  };
}

interface Behind {
  readonly head: Head;
  readonly known: StoreTransaction['known'];
  commit(entries: readonly Entry[]): Promise<void>;
}

function transactionOn({ head, known, commit }: Behind): StoreTransaction {
  const written: Entry[] = [];
  return {
    head,
    known,
    writeAlone: async (entry) => void written.push(entry),
    commit: (entries) => commit([...written, ...entries]),
    rollback: async () => undefined,
  };
}
