/** Which screen is shown and which one is behind it. Refuses to draw, and to know who stands in front of it. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Notice } from '../../domain/notice.ts';
import type { Refusal } from '../../domain/refusals.ts';
import type { PlainDate, PlainTime } from '../../domain/time.ts';
import type { CodePicture } from './code-pictures.ts';

/** What somebody wanted when they were asked who they are. */
export type Intent =
  | { readonly type: 'join'; readonly activityId: string; readonly guests: number }
  | { readonly type: 'myThings' }
  /** A scooter from this wall-clock time on; which one is the visit's choice. */
  | { readonly type: 'book'; readonly date: PlainDate; readonly time: PlainTime; readonly minutes: number }
  /** To see one's own trips. */
  | { readonly type: 'scooter' }
  /** Somebody of the team must come by. */
  | { readonly type: 'visit' };

/**
 * Why something did not happen; `notUnderstood` is the server's answer to what it could not read, `needsNetwork` this
 * tablet's where it can keep nothing.
 */
export type Reason = Refusal | { readonly type: 'notUnderstood' | 'needsNetwork' };

export type Screen =
  | { readonly type: 'rest' }
  | { readonly type: 'today'; readonly page: number }
  | { readonly type: 'day'; readonly date: PlainDate; readonly page: number }
  | { readonly type: 'week'; readonly page: number }
  | { readonly type: 'activity'; readonly activityId: string }
  /** Floor, then door, then who of that door: each null until it was chosen. */
  | {
      readonly type: 'who';
      readonly intent: Intent;
      readonly floor: number | null;
      readonly homeId: string | null;
      readonly page: number;
    }
  /** After a sign-up or its undoing; whether the party is going or waits is in the board. */
  | {
      readonly type: 'done';
      readonly what: 'joined' | 'left';
      readonly activityId: string;
      readonly signUpId: string;
      readonly residentIds: readonly string[];
    }
  /** Before a sign-up to a meal: what each of them eats, one after the other; `chosen` are the dishes so far. */
  | {
      readonly type: 'dish';
      readonly activityId: string;
      readonly residentIds: readonly [string, ...string[]];
      readonly guests: number;
      readonly chosen: readonly string[];
      readonly page: number;
      /** "Toch wel": what this sign-up answers. */
      readonly answers?: Notice | undefined;
    }
  /** Another dish on a plate of one's own party; null is not said yet on which. */
  | {
      readonly type: 'plate';
      readonly activityId: string;
      readonly signUpId: string;
      readonly plateId: string | null;
      readonly page: number;
    }
  /** Taking part in a meal every time; `activityId` is the meal it was asked at. */
  | { readonly type: 'standing'; readonly seriesId: string; readonly activityId: string | null }
  | { readonly type: 'pause'; readonly seriesId: string }
  | { readonly type: 'myThings'; readonly page: number }
  | { readonly type: 'language'; readonly page: number }
  /** What hangs in the house; all of it, or one. */
  | { readonly type: 'messages'; readonly page: number }
  | { readonly type: 'message'; readonly announcementId: string }
  | { readonly type: 'help' }
  /** Everybody of the team. */
  | { readonly type: 'team'; readonly page: number }
  /** Somebody was asked to come by, or need not any more. */
  | { readonly type: 'visit'; readonly residentId: string; readonly what: 'asked' | 'left' }
  /** The days on which a scooter is free, one's own trips first. */
  | { readonly type: 'scooter'; readonly page: number }
  /** Which scooter, or any. */
  | { readonly type: 'scooterChoice'; readonly page: number }
  /** A day on which none is free, and what is free instead. */
  | { readonly type: 'scooterFull'; readonly date: PlainDate }
  | { readonly type: 'scooterTime'; readonly date: PlainDate; readonly page: number }
  | { readonly type: 'scooterLength'; readonly date: PlainDate; readonly time: PlainTime }
  /** Three pictures in order, or the card; `chosen` are the pictures so far. */
  | {
      readonly type: 'code';
      readonly intent: Intent;
      readonly residentId: string;
      readonly chosen: readonly CodePicture[];
    }
  /** The server is asked and has not answered yet. */
  | { readonly type: 'moment' }
  /** One of one's own trips: when, where, and what can be done with it now. */
  | { readonly type: 'trip'; readonly bookingId: string }
  | { readonly type: 'tripReturn'; readonly bookingId: string }
  /** What is broken: found before leaving, or told at the return. */
  | { readonly type: 'tripBroken'; readonly bookingId: string; readonly when: 'leaving' | 'returning' }
  | { readonly type: 'tripDone'; readonly bookingId: string; readonly what: TripDone }
  | {
      readonly type: 'refused';
      readonly reason: Reason;
      readonly activityId: string | null;
      /** Of the trip that could not be. */
      readonly date?: PlainDate | undefined;
    };

/** What has just been done with a trip. */
export type TripDone = 'booked' | 'left' | 'taken' | 'returned' | 'returnedBroken';

/** Where a card is asked for, what became of it is said in its place. */
export function isDesk({ type }: Screen): boolean {
  return type === 'who' || type === 'code';
}

export interface Screens {
  readonly current: ReadonlySignal<Screen>;
  /** Goes on to a screen; back returns here. The same kind of screen takes the place of the current one. */
  readonly show: (screen: Screen) => void;
  /** Takes the place of the current screen: back does not come here again. */
  readonly replace: (screen: Screen) => void;
  readonly back: () => void;
  readonly home: () => void;
  /** Whoever was asked who they are has said so: back does not ask again. */
  readonly leaveDesk: () => void;
  /** A trip was made or changed, or its scooter chosen: this takes the place of the screens on which that was done. */
  readonly finishTrip: (screen: Screen) => void;
  /** Somebody takes part in a meal: this takes the place of the questions that led to it. */
  readonly finishMeal: (screen: Screen) => void;
  readonly rest: () => void;
  /** To a page of the current screen, counted from 0; nothing where it has no pages. */
  readonly turnTo: (page: number) => void;
}

/** Of these none is gone back to once it is done. */
const tripSteps: readonly Screen['type'][] = [
  'moment',
  'scooterChoice',
  'scooterFull',
  'scooterTime',
  'scooterLength',
  'trip',
  'tripReturn',
  'tripBroken',
  'tripDone',
  'refused',
];

/** The same of a meal. */
const mealSteps: readonly Screen['type'][] = ['dish', 'done', 'refused'];

const TODAY: Screen = { type: 'today', page: 0 };

export function createScreens(): Screens {
  const stack = signal<readonly Screen[]>([{ type: 'rest' }]);
  const current = computed(() => stack.value.at(-1) ?? TODAY);
  const replace = (screen: Screen) => {
    stack.value = [...stack.value.slice(0, -1), screen];
  };

  const finish = (steps: readonly Screen['type'][], screen: Screen) => {
    const gone: readonly Screen['type'][] = ['rest', screen.type, ...steps];
    const behind = stack.value.filter(({ type }) => !gone.includes(type));
    stack.value = [...(behind.length === 0 ? [TODAY] : behind), screen];
  };

  return {
    current,
    replace,
    show(screen) {
      if (screen.type === current.value.type) return replace(screen);
      const behind = stack.value.filter((each) => each.type !== 'rest' && each.type !== screen.type);
      stack.value = [...(behind.length === 0 ? [TODAY] : behind), screen];
    },
    back() {
      const screen = current.value;
      if (screen.type === 'rest') return;
      if (screen.type === 'who' && screen.homeId !== null) return replace({ ...screen, homeId: null });
      if (screen.type === 'who' && screen.floor !== null) return replace({ ...screen, floor: null, page: 0 });
      if (screen.type === 'dish' && screen.chosen.length > 0) {
        return replace({ ...screen, chosen: screen.chosen.slice(0, -1), page: 0 });
      }
      stack.value = stack.value.length > 1 ? stack.value.slice(0, -1) : [TODAY];
    },
    home() {
      stack.value = [TODAY];
    },
    leaveDesk() {
      const rest = stack.value.filter(({ type }) => type !== 'who' && type !== 'code');
      if (rest.length < stack.value.length) stack.value = rest.length === 0 ? [TODAY] : rest;
    },
    finishTrip: (screen) => finish(tripSteps, screen),
    finishMeal: (screen) => finish(mealSteps, screen),
    rest() {
      stack.value = [{ type: 'rest' }];
    },
    turnTo(page) {
      const screen = current.value;
      if ('page' in screen) replace({ ...screen, page: Math.max(0, page) });
    },
  };
}
