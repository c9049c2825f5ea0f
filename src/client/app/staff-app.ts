/** Puts the parts of the staff side together and names what its pages may see and do. Refuses to draw and to touch a browser. */
import type { ReadonlySignal } from '@preact/signals';
import { isAccepted, type WhyOut } from '../sync/staff-session.ts';
import { createStaffWork, type StaffWork, type StaffWorkDeps, type WorkPlatform } from './staff-work.ts';

/** Why somebody is not signed in. */
export type WhyNotIn = WhyOut;

/** The parts of the page Scootmobielen. */
export const parts = ['week', 'onderhoud', 'rijden', 'cijfers'] as const;
export type Part = (typeof parts)[number];

export type { Telling, Told, Undo } from './staff-work.ts';

export interface StaffPlatform extends WorkPlatform {
  /** One column, as on a phone. */
  readonly narrow: ReadonlySignal<boolean>;
  /** Which part the address asks for; setting it is a step one can go back from. */
  readonly part: ReadonlySignal<Part>;
  readonly goTo: (part: Part) => void;
  /** Whether single letters do something (WCAG 2.1.4); kept in this browser. */
  readonly letters: ReadonlySignal<boolean>;
  readonly setLetters: (on: boolean) => void;
}

export interface StaffApp
  extends Omit<StaffWork, 'stop'>,
    Pick<StaffPlatform, 'narrow' | 'part' | 'goTo' | 'letters' | 'setLetters'> {
  /** Sets or takes away somebody's three pictures; the server alone knows which. */
  readonly setPictureCode: (residentId: string, pictures: readonly number[] | null) => Promise<CodeSet>;
  readonly leave: () => void;
}

/** `unreachable` may work later. */
export type CodeSet = 'done' | 'notAllowed' | 'unreachable';

export interface StaffAppDeps extends Pick<StaffWorkDeps, 'me'> {
  readonly platform: StaffPlatform;
  readonly leave: () => void;
}

export function createStaffApp({ platform, me, leave }: StaffAppDeps): StaffApp {
  // Nothing of staff is kept on the device, so no other tab has anything of this one to send.
  const work = createStaffWork({ platform, me, alone: (deliver) => deliver() });
  return {
    ...work,
    narrow: platform.narrow,
    part: platform.part,
    goTo(part) {
      work.untell();
      platform.goTo(part);
    },
    letters: platform.letters,
    setLetters: platform.setLetters,
    async setPictureCode(residentId, pictures) {
      const reply = await platform.http.post('/api/picture-codes', { residentId, pictures });
      // A rule's no comes as an answer too.
      if (reply.type === 'ok') return isAccepted(reply.body) ? 'done' : 'notAllowed';
      return reply.type === 'problem' && reply.status < 500 ? 'notAllowed' : 'unreachable';
    },
    leave,
  };
}
