/**
 * The server's word that somebody showed a card in this visit, so that commands of the same visit need not carry the
 * card. Refuses another visit, another resident, another proof and whatever is older than half an hour.
 */
import type { Instant } from '../../domain/time.ts';
import type { Secrets } from '../secrets.ts';

const LIFE: Instant = 30 * 60_000;

/** Who showed what, in which visit. */
export interface Shown {
  readonly visitId: string;
  readonly residentId: string;
  readonly proof: 'card' | 'code';
}

export function makeProofToken(shown: Shown, now: Instant, secrets: Secrets): string {
  const expiry = now + LIFE;
  return `${expiry}.${secrets.sign(signedText(shown, expiry))}`;
}

/** `at` is the tap, not the delivery: a tap made in time still counts when the network comes back. */
export function isProofToken(token: string, shown: Shown, { at, secrets }: { at: Instant; secrets: Secrets }): boolean {
  const match = /^(\d{1,15})\.([\w-]+)$/.exec(token);
  if (match?.[1] === undefined || match[2] === undefined) return false;
  const expiry = Number(match[1]);
  return at <= expiry && secrets.verify(signedText(shown, expiry), match[2]);
}

// As JSON, because ids may hold any separator.
const signedText = ({ visitId, residentId, proof }: Shown, expiry: Instant): string =>
  JSON.stringify([visitId, residentId, proof, expiry]);
