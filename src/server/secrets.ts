/**
 * The server's own key: hashes cards, signs proofs, makes tokens. Kept in one file of the data folder that only the
 * server may read; every process of one database needs the same file. Refuses to be logged or to leave the server.
 */
import { createHmac, hash, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StoreRefused } from './db/store.ts';

export interface Secrets {
  /** A card's number as the database may know it. */
  hashCard(uid: string): string;
  /** Three pictures in order, each 0 to 8; of one resident's code nothing follows for another's. */
  hashPictureCode(residentId: string, pictures: readonly number[]): string;
  /** Of one member's code nothing follows for another's. */
  hashStaffCode(staffId: string, digits: string): string;
  /** A card of the team: of a resident's card with the same number nothing follows. */
  hashStaffCard(uid: string): string;
  /** What somebody types to make a tablet one of the house. */
  hashEnrolmentCode(code: string): string;
  /** Hexadecimal digits that are the same at each start: what a demonstration shows without keeping it. */
  derived(purpose: string): string;
  /** A user name or an address that is guessed with: what was typed there may be a password. */
  hashGuess(text: string): string;
  hashToken(token: string): string;
  sign(text: string): string;
  verify(text: string, signature: string): boolean;
  /** 256 random bits, base64url. */
  newToken(): string;
  /** Tells two keys apart without telling the key. */
  readonly fingerprint: string;
}

const KEY = /^[0-9a-f]{64}$/;

/** Reads the key of a data folder, or makes one the first time. Throws StoreRefused with a sentence for who installs. */
export function openSecrets(dataFolder: string): Secrets {
  const file = fileOf(dataFolder);
  const key = readKey(dataFolder, file);
  if (KEY.test(key)) return secretsOf(key);
  throw new StoreRefused(
    `Het bestand ${file} is geen sleutel van Huiskamer. Er is niets veranderd. ` +
      'Zet het bestand terug zoals het was toen deze gegevens zijn gemaakt.',
  );
}

/** The key as it lies in its file, for a backup alone; null where there is none yet. */
export function readServerKey(dataFolder: string): string | null {
  const file = fileOf(dataFolder);
  const key = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  return KEY.test(key) ? key : null;
}

/** Puts a key in the place of what is there: a restore does so, with the data that belongs to it. */
export function writeServerKey(dataFolder: string, key: string): void {
  if (!KEY.test(key)) throw new Error('a key is 64 hexadecimal digits');
  writeKey(fileOf(dataFolder), key);
}

const fileOf = (dataFolder: string): string => join(dataFolder, 'server.key');

function readKey(dataFolder: string, file: string): string {
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    if (!existsSync(file) || statSync(file).size === 0) writeKey(file, randomBytes(32).toString('hex'));
    return readFileSync(file, 'utf8').trim();
  } catch {
    throw new StoreRefused(
      `In de map ${dataFolder} kan Huiskamer niet schrijven of lezen. Er is niets veranderd. ` +
        'Geef het recht daarop, of kies een andere map met HUISKAMER_DATA.',
    );
  }
}

/** Whole and on disk before it has its name: half a key would cost every card and tablet. */
function writeKey(file: string, key: string): void {
  const draft = `${file}.new`;
  writeFileSync(draft, `${key}\n`, { mode: 0o600, flush: true });
  renameSync(draft, file);
}

/** Secrets of a key of 64 hexadecimal digits. */
export function secretsOf(key: string): Secrets {
  if (!KEY.test(key)) throw new Error('a key is 64 hexadecimal digits');
  const keyed = (purpose: string, text: string): string =>
    createHmac('sha256', Buffer.from(key, 'hex')).update(`${purpose}\0${text}`).digest('base64url');
  return {
    hashCard: (uid) => keyed('card', numberOf(uid)),
    hashStaffCard: (uid) => keyed('staff card', numberOf(uid)),
    hashStaffCode: (staffId, digits) => keyed('staff code', JSON.stringify([staffId, digits])),
    hashEnrolmentCode: (code) => keyed('enrolment code', code),
    derived: (purpose) => Buffer.from(keyed('demonstration', purpose), 'base64url').toString('hex'),
    hashPictureCode: (residentId, pictures) => keyed('picture code', JSON.stringify([residentId, ...pictures])),
    hashGuess: (text) => keyed('guess', text),
    hashToken: (token) => hash('sha256', token),
    sign: (text) => keyed('proof', text),
    verify: (text, signature) => {
      const [expected, given] = [Buffer.from(keyed('proof', text)), Buffer.from(signature)];
      return expected.length === given.length && timingSafeEqual(expected, given);
    },
    newToken: () => randomBytes(32).toString('base64url'),
    fingerprint: keyed('fingerprint', ''),
  };
}

/** Readers type the same number with and without signs between, in capitals and not. */
const numberOf = (uid: string): string => uid.replace(/[^\p{Letter}\p{Number}]/gu, '').toUpperCase();
