/**
 * The server's word that somebody showed a card in this visit, so that commands of the same visit need not carry the
 * card. Refuses another visit, another resident, another proof and whatever was tapped more than half an hour later.
 */
import type { Instant } from '../../domain/time.ts';
import type { Secrets } from '../secrets.ts';

const HOUR: Instant = 3_600_000;
const LIFE: Instant = HOUR / 2;
/** As long as a tablet keeps what it sent, to send it again (DESIGN §4 "History can fork"). */
const DELIVERY: Instant = 72 * HOUR;

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

export interface Delivery {
  /** By the tablet's own word, so that a later delivery of the same tap is judged by the same moment. */
  readonly tappedAt: Instant;
  readonly now: Instant;
  readonly secrets: Secrets;
}

/** A tap made in time still counts when the network comes back. What is refused once, is refused ever after. */
export function isProofToken(token: string, shown: Shown, { tappedAt, now, secrets }: Delivery): boolean {
  const match = /^(\d{1,15})\.([\w-]+)$/.exec(token);
  if (match?.[1] === undefined || match[2] === undefined) return false;
  const expiry = Number(match[1]);
  // A tablet whose clock runs ahead did not tap in the future.
  const inTime = Math.min(tappedAt, now) <= expiry && now <= expiry + DELIVERY;
  return inTime && secrets.verify(signedText(shown, expiry), match[2]);
}

// As JSON, because ids may hold any separator.
const signedText = ({ visitId, residentId, proof }: Shown, expiry: Instant): string =>
  JSON.stringify([visitId, residentId, proof, expiry]);
