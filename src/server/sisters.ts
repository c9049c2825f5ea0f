/**
 * The other flats of this server, and who of the team works there too: who signed in here with a name and a password
 * that are an account there as well. Refuses to let anybody in where that account has changed since.
 */
import type { Envelope } from '../domain/commands.ts';
import type { Answer } from '../domain/protocol.ts';
import { row, rows } from '../domain/table.ts';
import { instantOfText } from '../domain/time.ts';
import type { KeptElsewhere } from './db/store.ts';
import type { House } from './house.ts';
import type { Passwords } from './passwords.ts';
import type { Sessions } from './sessions.ts';

/** An account at another flat that this session's password was right for. The mark is of that password as it was. */
export type Elsewhere = KeptElsewhere;

export interface Sister {
  readonly house: House;
  readonly sessions: Sessions;
}

export interface Sisters {
  /** Who else this account is: asked once, when somebody has shown that the password is right here. */
  find(account: { readonly userName: string; readonly password: string }): Promise<readonly Elsewhere[]>;
  /** The flats of these accounts as they are now, by the name each goes by. */
  list(elsewhere: readonly Elsewhere[]): readonly { readonly id: string; readonly name: string }[];
  /** A code that opens a session there, once, within a minute, and the host it is for. Null where that is not theirs. */
  goTo(id: string, session: Visitor): Promise<{ readonly code: string; readonly hostName: string } | null>;
  /** Judges one envelope there, as their account there. Null where that is not theirs. Throws StoreUnavailable. */
  submit(id: string, envelope: Envelope, elsewhere: readonly Elsewhere[]): Promise<Answer | null>;
}

/** Somebody with a session at one flat, on the way to another. */
export interface Visitor {
  readonly staffId: string;
  readonly elsewhere: readonly Elsewhere[];
}

/** `all` may still grow while the server starts. */
export function createSisters(own: House, all: readonly Sister[], passwords: Passwords): Sisters {
  const others = () => all.filter(({ house }) => house !== own);
  const theirs = (id: string, elsewhere: readonly Elsewhere[]) => {
    const account = elsewhere.find(({ locationId }) => locationId === id);
    const sister = others().find(({ house }) => house.flat.id === id);
    if (account === undefined || sister === undefined || markOf(sister.house, account.staffId) !== account.mark)
      return null;
    const member = row(sister.house.authority.state().board.staffMember, account.staffId, account.staffId);
    return member === undefined ? null : { ...sister, member, account };
  };

  return {
    find: async ({ userName, password }) => {
      const found: Elsewhere[] = [];
      for (const { house } of others()) {
        const secret = [...rows(house.authority.state().board.staffSecret)].find((each) => each.userName === userName);
        if (secret === undefined || (await passwords.isRight(password, secret.passwordHash)) !== true) continue;
        found.push(accountOf(house, secret.id));
      }
      return found;
    },
    list: (elsewhere) =>
      elsewhere.flatMap(({ locationId }) => {
        const there = theirs(locationId, elsewhere);
        return there === null ? [] : [{ id: locationId, name: nameOf(there.house) }];
      }),
    goTo: async (id, { staffId, elsewhere }) => {
      const there = theirs(id, elsewhere);
      if (there === null || there.house.flat.hostName === null) return null;
      const others = elsewhere.filter(({ locationId }) => locationId !== id);
      const code = await there.sessions.offer(there.member.id, [...others, accountOf(own, staffId)]);
      return { code, hostName: there.house.flat.hostName };
    },
    submit: async (id, envelope, elsewhere) => {
      const there = theirs(id, elsewhere);
      if (there === null) return null;
      const { visitId } = envelope.actor;
      const actor = { staffId: there.member.id, proof: 'session', visitId } as const;
      const sender = { deviceId: null, lastAnswered: null, proven: true, role: there.member.role } as const;
      await takePhoto(envelope, own, there.house);
      return there.house.authority.submit({ ...envelope, actor }, sender);
    },
  };
}

/** A photo that an announcement names comes along, once. Throws StoreUnavailable. */
async function takePhoto({ command, tappedAt }: Envelope, from: House, to: House): Promise<void> {
  if (command.type !== 'postAnnouncement' || command.picture === null || !('photo' in command.picture)) return;
  const { photo: id } = command.picture;
  const [found, there] = [await from.store.findPhoto(from.flat.id, id), await to.store.findPhoto(to.flat.id, id)];
  if (found !== null && there === null)
    await to.store.addPhoto({ ...found, locationId: to.flat.id }, instantOfText(tappedAt));
}

const accountOf = (house: House, staffId: string): Elsewhere => ({
  locationId: house.flat.id,
  staffId,
  mark: markOf(house, staffId),
});

/** Changes with the password, and says nothing about it. */
function markOf({ authority, secrets }: House, staffId: string): string {
  const secret = row(authority.state().board.staffSecret, staffId, staffId);
  return secrets.hashToken(`${staffId}/${secret?.passwordHash ?? ''}`);
}

function nameOf({ authority, flat }: House): string {
  for (const each of rows(authority.state().board.location)) return each.name;
  return flat.id;
}
