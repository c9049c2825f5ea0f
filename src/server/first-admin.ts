/**
 * The first way in of a real house: a link that works once, in a file that only the server's own account may read
 * (DESIGN §10). Refuses a house in which somebody leads already, and to write the link into a log.
 */
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rows } from '../domain/table.ts';
import { DAY, type Instant } from '../domain/time.ts';
import type { House } from './house.ts';
import { linkPath } from './http/links.ts';
import { submitAsOperator } from './operator-commands.ts';

export interface FirstAdmin {
  /** Writes the file where nobody leads yet, and takes it away where somebody does. Its path, or null. */
  prepare(address: string): Promise<string | null>;
  /** The member whom this link lets in, made for it, once; null where it is none. Throws StoreUnavailable. */
  redeem(code: string): Promise<string | null>;
}

export interface FirstAdminDeps {
  readonly house: House;
  readonly dataFolder: string;
  readonly now: () => Instant;
}

/** Until it is used, or somebody leads: whoever reads the file has the key of the house beside it. */
const LIFE: Instant = 365 * DAY;
const PURPOSE = 'firstAdmin';
const MEMBER = {
  name: 'Beheerder',
  role: 'admin',
  function: 'beheerder',
  contact: false,
  calls: false,
  phone: null,
  presence: [],
} as const;

export function createFirstAdmin({ house, dataFolder, now }: FirstAdminDeps): FirstAdmin {
  const { authority, store, secrets } = house;
  const { locationId } = authority;
  const { hostName, id } = house.flat;
  const file = join(dataFolder, hostName === null ? 'first-admin' : `first-admin-${id}`);
  const members = () => [...rows(authority.state().board.staffMember)];
  const isLed = () => members().some(({ role }) => role !== 'volunteer');

  return {
    prepare: async (address) => {
      if (house.demo || isLed()) {
        await store.dropOnceCodes(locationId, PURPOSE);
        rmSync(file, { force: true });
        return null;
      }
      // Processes of one house each write their own, and any of them may be the one that answers.
      const code = secrets.newToken();
      await store.addOnceCode({ locationId, purpose: PURPOSE, hash: secrets.hashToken(code), until: now() + LIFE });
      // Renamed into place, so that an old file does not lend it its mode.
      rmSync(`${file}.new`, { force: true });
      writeFileSync(`${file}.new`, `${address}${linkPath(code)}\n`, { mode: 0o600, flag: 'wx' });
      renameSync(`${file}.new`, file);
      return file;
    },
    redeem: async (code) => {
      const taken = { locationId, purpose: PURPOSE, hash: secrets.hashToken(code) } as const;
      if (isLed() || !(await store.takeOnceCode(taken, now()))) return null;
      rmSync(file, { force: true });
      const known = new Set(members().map(({ name }) => name));
      const names = [MEMBER.name, ...Array.from({ length: 20 }, (_, n) => `${MEMBER.name} ${n + 2}`)];
      const name = names.find((each) => !known.has(each)) ?? code.slice(0, 8);
      await submitAsOperator(authority, { type: 'putStaffMember', id: null, ...MEMBER, name }, now());
      return members().find((member) => member.name === name)?.id ?? null;
    },
  };
}
