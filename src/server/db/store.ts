/**
 * What the authority needs of a database, and both engines give: one location's rows, journal and devices, and one
 * transaction at a time over them. Refuses to know any rule.
 */

import type { BoardRows } from '../../domain/board.ts';
import type { Change } from '../../domain/changes.ts';
import type { Actor } from '../../domain/envelope.ts';
import type { Heartbeat } from '../../domain/heartbeat.ts';
import type { Refusal } from '../../domain/refusals.ts';
import type { Instant } from '../../domain/time.ts';

/** One judged command. `changes` of a refused one are what must be told all the same. */
export interface Entry {
  readonly version: number;
  readonly commandId: string;
  /** SHA-256 of the command, actor and moment of the tap: the same id with other content is another command. */
  readonly hash: string;
  readonly refusal: Refusal | null;
  readonly changes: readonly Change[];
  readonly actor: Actor;
  readonly deviceId: string | null;
  readonly at: Instant;
}

export type KnownEntry = Pick<Entry, 'version' | 'commandId' | 'hash' | 'refusal'>;

export interface Head {
  readonly epoch: string;
  readonly version: number;
}

export interface Device {
  readonly id: string;
  readonly name: string;
  readonly revoked: boolean;
}

export interface KnownDevice extends Device {
  readonly locationId: string;
  /** What it sends later was not tapped before; null is not known. */
  readonly lastAnswered: Instant | null;
}

/** A device as the list of them shows it. */
export interface ListedDevice extends Device {
  readonly at: Instant;
  /** Null: never, or not written down yet. */
  readonly lastSeen: Instant | null;
  /** What it last told of itself; null is nothing yet. */
  readonly told: (Heartbeat & { readonly at: Instant }) | null;
}

/** What lets somebody in once: kept by its hash, the same for every process. */
export interface OnceCode {
  readonly locationId: string;
  readonly purpose: 'enrolment' | 'firstAdmin';
  readonly hash: string;
  readonly until: Instant;
}

/** A picture of an announcement, as text. */
export interface Photo {
  readonly locationId: string;
  readonly id: string;
  readonly type: 'jpeg' | 'webp';
  readonly base64: string;
}

/** What a member of the team began to fill in: JSON, under the name of its form. */
export interface Draft {
  readonly name: string;
  readonly value: string;
}

/** Something that was tried at a way in, as whoever counts it wrote it. */
export interface GuessLine {
  readonly number: number;
  readonly what: string;
}

/** How somebody showed who they are. */
/** `offer` is on its way from another flat of this server: it lets nobody in, and becomes a link's once. */
export type OpenedBy = 'link' | 'password' | 'code' | 'card' | 'offer';

/** An account at another flat, as a session keeps it (`sisters.ts`). */
export interface KeptElsewhere {
  readonly locationId: string;
  readonly staffId: string;
  readonly mark: string;
}

/** A signed-in member of staff; what they may do is what the board says of them now. */
export interface Session {
  readonly id: string;
  readonly locationId: string;
  readonly staffId: string;
  /** So long without a request, and it is over. */
  readonly idleMinutes: number;
  readonly created: Instant;
  readonly lastSeen: Instant;
  /** The tablet it was opened at; null is a browser of their own. */
  readonly deviceId: string | null;
  readonly openedBy: OpenedBy;
  readonly elsewhere: readonly KeptElsewhere[];
  /** When somebody ended it. One that ended itself by idling has none. */
  readonly ended: Instant | null;
}

/** A location's row is locked from `begin` to `commit` or `rollback`: one writer at a time, whichever process. */
export interface StoreTransaction {
  readonly head: Head;
  /** Earlier entries of the commands that `begin` was asked about, by their ids. */
  readonly known: ReadonlyMap<string, KnownEntry>;
  /** Writes an entry by itself. Throws ConstraintError where one fires: the transaction goes on without this entry. */
  writeAlone(entry: Entry): Promise<void>;
  /**
   * Writes these entries, their changes and journal lines, in order, and returns once everything is on disk. Throws
   * ConstraintError where one fires: then nothing is. Any other throw leaves open whether it is.
   */
  commit(entries: readonly Entry[]): Promise<void>;
  rollback(): Promise<void>;
}

export interface Store {
  /** Makes the location where it does not exist yet; never changes one that does. */
  ensureLocation(location: { readonly id: string; readonly name: string; readonly timeZone: string }): Promise<void>;
  /** Ties the database to one server key. Throws StoreRefused where it belongs to another: its cards and tablets would be lost. */
  claimKey(locationId: string, fingerprint: string): Promise<void>;
  load(locationId: string): Promise<Head & { readonly rows: BoardRows }>;
  head(locationId: string): Promise<Head>;
  /** Waits for its turn, then looks up what is already known of these commands. */
  begin(locationId: string, commandIds: readonly string[]): Promise<StoreTransaction>;
  /** Entries after a version, oldest first; null where the journal no longer has them all. */
  entriesAfter(locationId: string, version: number, limit: number): Promise<readonly Entry[] | null>;
  findDevice(tokenHash: string): Promise<KnownDevice | null>;
  addDevice(
    device: Device & { readonly locationId: string; readonly tokenHash: string; readonly at: Instant },
  ): Promise<void>;
  listDevices(locationId: string): Promise<readonly ListedDevice[]>;
  /** Whether there is such a device. */
  revokeDevice(locationId: string, id: string): Promise<boolean>;
  touchDevice(device: { readonly locationId: string; readonly id: string }, at: Instant): Promise<void>;
  /** Never goes back, whichever process says it. */
  deviceAnswered(device: { readonly locationId: string; readonly id: string }, at: Instant): Promise<void>;
  /** Takes the place of what it told before. */
  deviceTold(
    device: { readonly locationId: string; readonly id: string },
    heartbeat: Heartbeat,
    at: Instant,
  ): Promise<void>;
  addOnceCode(code: OnceCode): Promise<void>;
  /** True for one taker, once, before it is too old. */
  takeOnceCode(code: Omit<OnceCode, 'until'>, now: Instant): Promise<boolean>;
  /** Takes away what nobody has used of one purpose. */
  dropOnceCodes(locationId: string, purpose: OnceCode['purpose']): Promise<void>;
  /**
   * One after another, whichever process: `work` hears what was written after `after`, oldest first, and says what is
   * written next. Resolves with the number of the last line there is.
   */
  takeGuessTurn(
    turn: { readonly locationId: string; readonly after: number; readonly at: Instant },
    work: (lines: readonly GuessLine[]) => readonly string[],
  ): Promise<number>;
  /** One that ended too. */
  findSession(tokenHash: string): Promise<Session | null>;
  /** Those of one member of staff at one tablet, ended ones too, as far as they are kept. */
  sessionsAt(locationId: string, deviceId: string, staffId: string): Promise<readonly Session[]>;
  addSession(session: Session & { readonly tokenHash: string }): Promise<void>;
  touchSession(session: Pick<Session, 'locationId' | 'id'>, at: Instant): Promise<void>;
  /** Whether it had not ended yet. */
  endSession(session: Pick<Session, 'locationId' | 'id'>, at: Instant): Promise<boolean>;
  /** Every session of theirs that is not over, but this one. */
  endOtherSessions(
    of: Pick<Session, 'locationId' | 'staffId'> & { readonly except: string | null },
    at: Instant,
  ): Promise<void>;
  /**
   * Takes the changes out of entries older than `before` (DESIGN §5: 14 days), and entries older than `gone` (2 years).
   */
  forget(before: Instant, gone: Instant): Promise<void>;
  /** Writes down that somebody was erased, for whoever puts a backup back. */
  noteErased(locationId: string, residentId: string, at: Instant): Promise<void>;
  /** Who was, from then on, in no order. */
  listErased(locationId: string, since: Instant): Promise<readonly string[]>;
  /** Takes these residents out of the journal, what changed, who acted and for whom it was refused, and out of drafts. */
  forgetResidents(locationId: string, residentIds: readonly string[]): Promise<void>;
  /** What the server itself wrote down under a name; null is nothing yet. */
  readNote(locationId: string, name: string): Promise<string | null>;
  writeNote(locationId: string, name: string, value: string): Promise<void>;
  /** Takes away sessions that were over before then, and codes that were too old. */
  forgetWaysIn(before: Instant): Promise<void>;
  addPhoto(photo: Photo, at: Instant): Promise<void>;
  findPhoto(locationId: string, id: string): Promise<Photo | null>;
  /** Takes away photos that nothing shows and that came before then. */
  forgetPhotos(locationId: string, kept: readonly string[], before: Instant): Promise<void>;
  /** Those of this member that were last written from then on, in order of name. */
  draftsOf(whose: Pick<Session, 'locationId' | 'staffId'>, since: Instant): Promise<readonly Draft[]>;
  /** In the place of the one of that name; false, and nothing kept, where they have so many others. */
  keepDraft(
    draft: Draft & Pick<Session, 'locationId' | 'staffId'>,
    how: { readonly at: Instant; readonly most: number },
  ): Promise<boolean>;
  dropDraft(whose: Pick<Session, 'locationId' | 'staffId'>, name: string): Promise<void>;
  /** Takes away those last written before then, and those of anybody but these. */
  forgetDrafts(locationId: string, staffIds: readonly string[], before: Instant): Promise<void>;
  /** Tells every process, this one too, that a location came to a version; a hint, never a promise. */
  ring(locationId: string, version: number): Promise<void>;
  onRing(listener: (locationId: string, version: number) => void): void;
  /** A word about the database for people: engine, version. */
  describe(): Promise<string>;
  close(): Promise<void>;
}

/** A constraint of the database fired: `decide` has a bug, and nothing of that command was written. */
export class ConstraintError extends Error {
  override readonly name = 'ConstraintError';
}

/** The database is away or its answer is unknown: the same request may be tried again. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** A database this version must not open; the message says the way out, in Dutch for who installs it. */
export class StoreRefused extends Error {
  override readonly name = 'StoreRefused';
}
