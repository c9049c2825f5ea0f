/**
 * Who of the team is signed in: links that open one session, the sessions, and when they are over. What somebody may do
 * is what the board says of them now. Refuses to keep a code or a token: only their hashes.
 */
import { randomUUID } from 'node:crypto';
import type { StaffRole } from '../domain/staff-member.ts';
import { row } from '../domain/table.ts';
import { type Instant, MINUTE } from '../domain/time.ts';
import type { Session } from './db/store.ts';
import type { House } from './house.ts';

/** A member of staff with a session that is not over. */
export interface SignedIn {
  readonly sessionId: string;
  readonly staffId: string;
  readonly name: string;
  readonly role: StaffRole;
}

export interface Sessions {
  /** A code that opens one session for this member of staff, once, within ten minutes, at this process. */
  link(staffId: string): string;
  /**
   * Signs in with such a code; null where it is none, was used, is too old, or its owner is off the team. On a shared
   * tablet the session ends sooner. Throws StoreUnavailable.
   */
  open(code: string, where: 'tablet' | 'own'): Promise<(SignedIn & { readonly token: string }) | null>;
  /** Whose session this is; null where it is over. `atWork` keeps it from ending. Throws StoreUnavailable. */
  find(token: string, atWork: boolean): Promise<SignedIn | null>;
  /** Throws StoreUnavailable. */
  end(token: string): Promise<void>;
}

const LINK_LIFE: Instant = 10 * MINUTE;
/** On the tablet in the hall, and a working day on an own laptop (DESIGN §5). */
const IDLE_MINUTES = { tablet: 10, own: 12 * 60 } as const;
/** A session that another process ended is refused after this long at the latest. */
const BELIEVED: Instant = 5_000;
const MOST_BELIEVED = 1_000;
const TOKEN = /^[\w-]{20,100}$/;

interface SessionsDeps {
  readonly house: Pick<House, 'authority' | 'store' | 'secrets'>;
  readonly now: () => Instant;
}

export function createSessions({ house, now }: SessionsDeps): Sessions {
  const { authority, store, secrets } = house;
  const { locationId } = authority;
  const links = new Map<string, { readonly staffId: string; readonly until: Instant }>();
  const believed = new Map<string, { readonly session: Session; readonly until: Instant }>();

  const signedIn = ({ id, staffId }: Pick<Session, 'id' | 'staffId'>): SignedIn | null => {
    const member = row(authority.state().board.staffMember, staffId, staffId);
    return member === undefined ? null : { sessionId: id, staffId, name: member.name, role: member.role };
  };

  const believe = (tokenHash: string, session: Session) => {
    if (believed.size >= MOST_BELIEVED) believed.clear();
    believed.set(tokenHash, { session, until: now() + BELIEVED });
  };

  const known = async (tokenHash: string): Promise<Session | null> => {
    const remembered = believed.get(tokenHash);
    if (remembered !== undefined && remembered.until > now()) return remembered.session;
    const found = await store.findSession(tokenHash);
    if (found?.locationId !== locationId) return null;
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
    open: async (code, where) => {
      const hash = secrets.hashToken(code);
      const link = links.get(hash);
      links.delete(hash);
      if (link === undefined || link.until <= now()) return null;
      const session = {
        id: randomUUID(),
        locationId,
        staffId: link.staffId,
        idleMinutes: IDLE_MINUTES[where],
        lastSeen: now(),
      };
      const who = signedIn(session);
      if (who === null) return null;
      const token = secrets.newToken();
      await store.addSession({ ...session, tokenHash: secrets.hashToken(token) });
      return { ...who, token };
    },
    find: async (token, atWork) => {
      if (!TOKEN.test(token)) return null;
      const tokenHash = secrets.hashToken(token);
      const session = await known(tokenHash);
      const at = now();
      if (session === null || at >= session.lastSeen + session.idleMinutes * MINUTE) return null;
      if (atWork && at >= session.lastSeen + MINUTE) {
        await store.touchSession(session, at);
        believe(tokenHash, { ...session, lastSeen: at });
      }
      return signedIn(session);
    },
    end: async (token) => {
      const tokenHash = secrets.hashToken(token);
      const session = await known(tokenHash);
      believed.delete(tokenHash);
      if (session !== null) await store.endSession(session);
    },
  };
}
