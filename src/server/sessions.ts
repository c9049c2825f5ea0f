/**
 * Who of the team is signed in: links that open one session, the sessions, and when they are over. What somebody may do
 * is what the board says of them now. Refuses to keep a code or a token: only their hashes.
 */
import { randomUUID } from 'node:crypto';
import type { StaffRole } from '../domain/staff-member.ts';
import { row } from '../domain/table.ts';
import { type Instant, MINUTE } from '../domain/time.ts';
import type { KeptElsewhere, OpenedBy, Session } from './db/store.ts';
import type { House } from './house.ts';

/** A member of staff with a session that is not over. */
export interface SignedIn {
  readonly sessionId: string;
  readonly staffId: string;
  readonly name: string;
  readonly role: StaffRole;
  /** Makes the call-and-knock round. */
  readonly calls: boolean;
  readonly hasPassword: boolean;
  /** Opened by a link or a password. By a code or a card they may change nothing that lets anybody in (DESIGN §5). */
  readonly full: boolean;
  /** Their accounts at other flats of this server, for which this session's password was right too. */
  readonly elsewhere: readonly KeptElsewhere[];
}

export interface HowOpened {
  /** Null is a browser of their own. */
  readonly deviceId: string | null;
  readonly openedBy: OpenedBy;
  readonly elsewhere?: readonly KeptElsewhere[];
}

/** Somebody's tap at a tablet, when it is believed to have been. */
export interface StaffTap {
  readonly staffId: string;
  readonly deviceId: string;
  readonly tappedAt: Instant;
}

export interface Sessions {
  /** A code that opens one session for this member of staff, once, within ten minutes, at this process. */
  link(staffId: string): string;
  /** Whose link that is, once; null where it is none, was used or is too old. */
  redeem(code: string): string | null;
  /** A code that opens one session for who comes from another flat of this server, once, within a minute. */
  offer(staffId: string, elsewhere: readonly KeptElsewhere[]): Promise<string>;
  /** Whose that is, once; null where it is none, was taken or is too old. Throws StoreUnavailable. */
  take(code: string): Promise<Pick<Session, 'staffId' | 'elsewhere'> | null>;
  /**
   * Signs in who has shown who they are; null where they are off the team. At a tablet the session ends sooner; without
   * one it is a browser of their own. Throws StoreUnavailable.
   */
  open(staffId: string, how: HowOpened): Promise<(SignedIn & { readonly token: string }) | null>;
  /**
   * Whose session this is; null where it is over, or was opened somewhere else than it comes from. `atWork` keeps it
   * from ending. Throws StoreUnavailable.
   */
  find(token: string, from: { readonly deviceId: string | null; readonly atWork: boolean }): Promise<SignedIn | null>;
  /**
   * Whether a session of theirs was open there at the tap, though it may be over now (DESIGN §4). A tap that counts shows
   * that they were at work then. Throws StoreUnavailable.
   */
  tapCounts(tap: StaffTap): Promise<boolean>;
  /** Throws StoreUnavailable. */
  end(token: string): Promise<void>;
  /** Whoever is in as them is out, but for this session: their way in has changed. Throws StoreUnavailable. */
  endOthers(staffId: string, exceptSessionId: string | null): Promise<void>;
}

const LINK_LIFE: Instant = 10 * MINUTE;
/** On the tablet in the hall, and a working day on an own laptop (DESIGN §5). */
const IDLE_MINUTES = { tablet: 10, own: 12 * 60 } as const;
const OFFER_MINUTES = 1;
/** A session that another process ended is refused after this long at the latest. */
const BELIEVED: Instant = 5_000;
const MOST_BELIEVED = 1_000;
const TOKEN = /^[\w-]{20,100}$/;

interface SessionsDeps {
  readonly house: Pick<House, 'authority' | 'store' | 'secrets' | 'demo'>;
  readonly now: () => Instant;
}

export function createSessions({ house, now }: SessionsDeps): Sessions {
  const { authority, store, secrets, demo } = house;
  const { locationId } = authority;
  const links = new Map<string, { readonly staffId: string; readonly until: Instant }>();
  const believed = new Map<string, { readonly session: Session; readonly until: Instant }>();

  const signedIn = ({ id, staffId, openedBy, elsewhere }: Session): SignedIn | null => {
    const { board } = authority.state();
    const member = row(board.staffMember, staffId, staffId);
    if (member === undefined) return null;
    const hasPassword = (row(board.staffSecret, staffId, staffId)?.passwordHash ?? null) !== null;
    const full = openedBy === 'link' || openedBy === 'password';
    const { calls, name, role } = member;
    return { sessionId: id, staffId, name, role, calls, hasPassword, full, elsewhere };
  };

  const believe = (tokenHash: string, session: Session) => {
    if (believed.size >= MOST_BELIEVED) believed.clear();
    believed.set(tokenHash, { session, until: now() + BELIEVED });
  };

  const newSession = (staffId: string, { deviceId, openedBy, elsewhere = [] }: HowOpened): Session => {
    const idleMinutes = IDLE_MINUTES[deviceId === null ? 'own' : 'tablet'];
    const at = now();
    const times = { created: at, lastSeen: at, ended: null };
    return { id: randomUUID(), locationId, staffId, deviceId, openedBy, elsewhere, idleMinutes, ...times };
  };

  const keep = async (session: Session): Promise<string> => {
    const token = secrets.newToken();
    await store.addSession({ ...session, tokenHash: secrets.hashToken(token) });
    return token;
  };

  const known = async (tokenHash: string): Promise<Session | null> => {
    const remembered = believed.get(tokenHash);
    if (remembered !== undefined && remembered.until > now()) return remembered.session;
    const found = await store.findSession(tokenHash);
    if (found?.locationId !== locationId || found.ended !== null || found.openedBy === 'offer') return null;
    believe(tokenHash, found);
    return found;
  };

  return {
    link: (staffId) => {
      for (const [hash, { until }] of links) if (until <= now()) links.delete(hash);
      const code = secrets.newToken();
      links.set(secrets.hashToken(code), { staffId, until: now() + LINK_LIFE });
      return code;
    },
    redeem: (code) => {
      const hash = secrets.hashToken(code);
      const link = links.get(hash);
      links.delete(hash);
      return link === undefined || link.until <= now() ? null : link.staffId;
    },
    offer: async (staffId, elsewhere) => {
      const session = newSession(staffId, { deviceId: null, openedBy: 'offer', elsewhere });
      return keep({ ...session, idleMinutes: OFFER_MINUTES });
    },
    take: async (code) => {
      if (!TOKEN.test(code)) return null;
      const offer = await store.findSession(secrets.hashToken(code));
      if (offer?.locationId !== locationId || offer.openedBy !== 'offer' || now() >= endOf(offer)) return null;
      return (await store.endSession(offer, now())) ? offer : null;
    },
    open: async (staffId, how) => {
      const session = newSession(staffId, how);
      const who = signedIn(session);
      return who === null ? null : { ...who, token: await keep(session) };
    },
    find: async (token, { deviceId, atWork }) => {
      if (!TOKEN.test(token)) return null;
      const tokenHash = secrets.hashToken(token);
      const session = await known(tokenHash);
      const at = now();
      if (session === null || at >= endOf(session)) return null;
      // Else a tablet that was put out would only have to leave its own name out, and one that was once somebody's own
      // browser would keep their day. A demonstration makes a tablet of the very browser somebody works in.
      const isElsewhere = session.deviceId !== deviceId && !(demo && session.deviceId === null);
      if (isElsewhere) return null;
      if (atWork && at >= session.lastSeen + MINUTE) {
        await store.touchSession(session, at);
        believe(tokenHash, { ...session, lastSeen: at });
      }
      return signedIn(session);
    },
    tapCounts: async ({ staffId, deviceId, tappedAt }) => {
      const all = await store.sessionsAt(locationId, deviceId, staffId);
      const open = all.find((session) => session.created <= tappedAt && tappedAt < endOf(session));
      if (open === undefined || signedIn(open) === null) return false;
      if (tappedAt >= open.lastSeen + MINUTE) {
        await store.touchSession(open, tappedAt);
        for (const [hash, { session }] of believed) if (session.id === open.id) believed.delete(hash);
      }
      return true;
    },
    end: async (token) => {
      const tokenHash = secrets.hashToken(token);
      const session = await known(tokenHash);
      believed.delete(tokenHash);
      if (session !== null) await store.endSession(session, now());
    },
    endOthers: async (staffId, exceptSessionId) => {
      await store.endOtherSessions({ locationId, staffId, except: exceptSessionId }, now());
      for (const [hash, { session }] of believed) {
        if (session.staffId === staffId && session.id !== exceptSessionId) believed.delete(hash);
      }
    },
  };
}

/** Out of use for long, or ended by hand: what comes first. */
const endOf = ({ lastSeen, idleMinutes, ended }: Session): Instant =>
  Math.min(lastSeen + idleMinutes * MINUTE, ended ?? Number.POSITIVE_INFINITY);
