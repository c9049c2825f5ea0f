/**
 * Which proof of who they are a resident needs for an intent (DESIGN §4, §9): a table of its own, because a screen in the
 * hall loads no other. What is not in it no resident may.
 */
import type { CommandType } from './commands.ts';
import type { Proof } from './envelope.ts';

const anyProof: readonly Proof[] = ['name', 'card', 'code'];
/** A vehicle on the public road: a name alone does not open it (DESIGN §9 Identity). */
const shown: readonly Proof[] = ['card', 'code'];

const proofs: { readonly [Type in CommandType]?: readonly Proof[] } = {
  signUp: anyProof,
  changeGuests: anyProof,
  withdraw: anyProof,
  dismissNotice: anyProof,
  chooseDish: anyProof,
  setStanding: anyProof,
  stopStanding: anyProof,
  pauseStanding: anyProof,
  resumeStanding: anyProof,
  reportDefect: anyProof,
  missScooter: anyProof,
  askVisit: anyProof,
  takeBackVisit: anyProof,
  book: shown,
  cancelBooking: shown,
  moveBooking: shown,
  takeScooter: shown,
  returnScooter: shown,
  seenBooking: shown,
};

export const residentMay = (type: CommandType, proof: Proof): boolean => proofs[type]?.includes(proof) ?? false;
