/** Decides whether a press counts: ends bounces and ghost taps, and never decides what a press does. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** A trembling hand lands twice on one control within this time (UX requirement 8). */
const REPEAT_MS = 700;
/** A second landing must not hit what has just appeared under the finger (UX requirement 8). */
const NEW_SCREEN_MS = 400;

/** The browser's own click follows a release within this time, where it does not say of which pointer it is. */
const OWN_CLICK_MS = 1000;

/** A release of a finger or a mouse, or the click that comes of it. */
export type Lift = Pick<Event, 'timeStamp'> & { readonly pointerId?: number | undefined };

export interface TapGuard {
  /** True at most once per 700 ms for the same control. `at` is the event's own `timeStamp`. */
  readonly admits: (control: object, at: number) => boolean;
  /** To be called whenever another screen has been drawn. */
  readonly screenChanged: () => void;
  /** Whether the screen was drawn so shortly before `at` that the tap was meant for the one before it. */
  readonly isTooSoon: (at: number) => boolean;
  /** To be called when a control is drawn: on the same screen too it may take the place of the one just tapped. */
  readonly appeared: (control: object) => void;
  /** To be called at every release that a control has heard. */
  readonly lifted: (release: Lift) => void;
  /**
   * Whether a click is the browser's own after the last release, which was heard already. It may come late, and land on
   * a control that took the place of the one released on.
   */
  readonly isOfLastLift: (click: Lift) => boolean;
}

export interface TapClock {
  /** Milliseconds on the time line of `event.timeStamp`. */
  readonly now: () => number;
}

export function createTapGuard(clock: TapClock): TapGuard {
  const lastAdmitted = new WeakMap<object, number>();
  const appearedAt = new WeakMap<object, number>();
  let changedAt = Number.NEGATIVE_INFINITY;
  let lift: Lift = { timeStamp: Number.NEGATIVE_INFINITY };

  return {
    admits(control, at) {
      if (at - Math.max(changedAt, appearedAt.get(control) ?? changedAt) < NEW_SCREEN_MS) return false;
      if (at - (lastAdmitted.get(control) ?? Number.NEGATIVE_INFINITY) < REPEAT_MS) return false;
      lastAdmitted.set(control, at);
      return true;
    },
    screenChanged() {
      changedAt = clock.now();
    },
    isTooSoon: (at) => at - changedAt < NEW_SCREEN_MS,
    appeared(control) {
      appearedAt.set(control, clock.now());
    },
    lifted({ pointerId, timeStamp }) {
      lift = { pointerId, timeStamp };
    },
    isOfLastLift: ({ pointerId, timeStamp }) =>
      timeStamp - lift.timeStamp < OWN_CLICK_MS || (pointerId !== undefined && pointerId === lift.pointerId),
  };
}

export const TapGuardContext = createContext<TapGuard | null>(null);

export function useTapGuard(): TapGuard {
  const guard = useContext(TapGuardContext);
  if (guard === null) throw new Error('A control was drawn outside TapGuardContext');
  return guard;
}
