/**
 * Who of the sample building's team can sign in, and with what: made from the key of the house, so that each demonstration
 * has its own and none is kept to be told. Refuses to be asked for a house that is no demonstration.
 */
import { row, rows } from '../domain/table.ts';
import type { Instant } from '../domain/time.ts';
import type { House } from './house.ts';
import { submitAsOperator } from './operator-commands.ts';
import type { Passwords } from './passwords.ts';

export type SampleAccount =
  | { readonly name: string; readonly digits: string }
  | { readonly name: string; readonly userName: string; readonly password: string };

/** On the tablet, by the digits. */
const VOLUNTEERS = ['Joke Pronk', 'Ben Tuinstra'] as const;
/** On a laptop, by a password. */
const MANAGER = { name: 'Samira Haddou', userName: 'samira' } as const;

const WORDS = (
  'appel anker balkon bezem boter citroen deksel duif emmer fiets fluit gieter haring honing jas kaars ' +
  'kachel klok knoop lepel molen mosterd orgel peer roeiboot schaap sleutel stoep tulp veer wolk zeep'
).split(' ');

/** Gives them their codes and password. Throws StoreUnavailable. */
export async function giveAccounts(house: House, passwords: Passwords, now: Instant): Promise<void> {
  const { authority, secrets } = house;
  for (const name of VOLUNTEERS) {
    const staffId = idOf(house, name);
    if (staffId === null) continue;
    const codeHash = secrets.hashStaffCode(staffId, digitsOf(house, name));
    await submitAsOperator(authority, { type: 'setStaffCode', staffId, codeHash }, now);
  }
  const staffId = idOf(house, MANAGER.name);
  const passwordHash = await passwords.hash(passwordOf(house));
  if (staffId === null || passwordHash === null) return;
  const { userName } = MANAGER;
  await submitAsOperator(authority, { type: 'setStaffPassword', staffId, userName, passwordHash }, now);
}

/** Those that nobody has changed since. */
export async function accountsThatHold(house: House, passwords: Passwords): Promise<readonly SampleAccount[]> {
  const { board } = house.authority.state();
  const secretOf = (name: string) => {
    const id = idOf(house, name);
    return id === null ? undefined : row(board.staffSecret, id, id);
  };
  const volunteers = VOLUNTEERS.flatMap((name) => {
    const digits = digitsOf(house, name);
    const secret = secretOf(name);
    const holds = secret !== undefined && secret.codeHash === house.secrets.hashStaffCode(secret.id, digits);
    return holds ? [{ name, digits }] : [];
  });
  const manager = secretOf(MANAGER.name);
  const password = passwordOf(house);
  const hash = manager?.userName === MANAGER.userName ? manager.passwordHash : null;
  const holds = hash !== null && (await passwords.isRight(password, hash)) === true;
  return holds ? [...volunteers, { ...MANAGER, password }] : volunteers;
}

function idOf({ authority }: House, name: string): string | null {
  return [...rows(authority.state().board.staffMember)].find((member) => member.name === name)?.id ?? null;
}

const digitsOf = ({ secrets }: House, name: string): string =>
  String(Number.parseInt(secrets.derived(`digits of ${name}`).slice(0, 12), 16) % 1_000_000).padStart(6, '0');

/** Four words, easy to type over from a terminal. */
function passwordOf({ secrets }: House): string {
  const bytes = Buffer.from(secrets.derived(`password of ${MANAGER.name}`), 'hex');
  return [...bytes.subarray(0, 4)].map((byte) => WORDS[byte % WORDS.length]).join('-');
}
