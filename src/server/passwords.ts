/**
 * Hashes passwords and tells whether one is right, with argon2id as OWASP advises it (19 MiB, two passes). Refuses to let
 * guesses take the whole machine: two at a time, a short line behind them, and the rest are turned away at once.
 */
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';

export interface Passwords {
  /** As a PHC string. Null where too many wait. */
  hash(password: string): Promise<string | null>;
  /** Whether it is; null where too many wait. Without a hash nobody is let in, after the same work. */
  isRight(password: string, phc: string | null): Promise<boolean | null>;
}

const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const TAG = 32;
const SALT = 16;
const AT_ONCE = 2;
const MOST_WAITING = 20;
const PHC = /^\$argon2id\$v=19\$m=(\d{1,6}),t=(\d{1,2}),p=(\d)\$([\w+/]{22,86})\$([\w+/]{43})$/;

export function createPasswords(): Passwords {
  const inTurn = createTurns();
  const nobodys = phcOf(COST, randomBytes(SALT), randomBytes(TAG));
  return {
    hash: (password) =>
      inTurn(async () => {
        const salt = randomBytes(SALT);
        return phcOf(COST, salt, await derive(password, salt, COST));
      }),
    isRight: (password, phc) =>
      inTurn(async () => {
        const match = PHC.exec(phc ?? nobodys);
        const [, memory, passes, parallelism, salt = '', tag = ''] = match ?? [];
        if (match === null) return false;
        const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
        const given = await derive(password, Buffer.from(salt, 'base64'), cost);
        return timingSafeEqual(given, Buffer.from(tag, 'base64'));
      }),
  };
}

type Cost = { readonly memory: number; readonly passes: number; readonly parallelism: number };

/** The same signs typed on another keyboard are the same password. */
function derive(password: string, nonce: Buffer, cost: Cost): Promise<Buffer> {
  const message = Buffer.from(password.normalize('NFKC'));
  return new Promise((resolve, reject) => {
    argon2('argon2id', { message, nonce, tagLength: TAG, ...cost }, (error, tag) =>
      error === null ? resolve(tag) : reject(error),
    );
  });
}

const unpadded = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '');

const phcOf = ({ memory, passes, parallelism }: Cost, salt: Buffer, tag: Buffer): string =>
  `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(tag)}`;

/** Null where the line is full. */
function createTurns(): <Value>(work: () => Promise<Value>) => Promise<Value | null> {
  const waiting: (() => void)[] = [];
  let busy = 0;
  return async (work) => {
    if (busy >= AT_ONCE) {
      if (waiting.length >= MOST_WAITING) return null;
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else busy += 1;
    try {
      return await work();
    } finally {
      // Who waits takes the place over, so that nobody slips in between.
      const next = waiting.shift();
      if (next === undefined) busy -= 1;
      else next();
    }
  };
}
