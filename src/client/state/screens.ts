/** Which screen is shown and which one is behind it. Refuses to draw, and to know who stands in front of it. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Refusal } from '../../domain/refusals.ts';
import type { PlainDate } from '../../domain/time.ts';

/** What somebody wanted when they were asked who they are. */
export type Intent =
  | { readonly type: 'join'; readonly activityId: string; readonly guests: number }
  | { readonly type: 'myThings' };

/** Why something did not happen; `notUnderstood` is the server's answer to what it could not read. */
export type Reason = Refusal | { readonly type: 'notUnderstood' };

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
  | { readonly type: 'myThings'; readonly page: number }
  | { readonly type: 'language'; readonly page: number }
  | { readonly type: 'help' }
  | { readonly type: 'refused'; readonly reason: Reason; readonly activityId: string | null };

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
  readonly rest: () => void;
  /** To a page of the current screen, counted from 0; nothing where it has no pages. */
  readonly turnTo: (page: number) => void;
}

const TODAY: Screen = { type: 'today', page: 0 };

export function createScreens(): Screens {
  const stack = signal<readonly Screen[]>([{ type: 'rest' }]);
  const current = computed(() => stack.value.at(-1) ?? TODAY);
  const replace = (screen: Screen) => {
    stack.value = [...stack.value.slice(0, -1), screen];
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
      stack.value = stack.value.length > 1 ? stack.value.slice(0, -1) : [TODAY];
    },
    home() {
      stack.value = [TODAY];
    },
    leaveDesk() {
      const rest = stack.value.filter(({ type }) => type !== 'who');
      if (rest.length < stack.value.length) stack.value = rest.length === 0 ? [TODAY] : rest;
    },
    rest() {
      stack.value = [{ type: 'rest' }];
    },
    turnTo(page) {
      const screen = current.value;
      if ('page' in screen) replace({ ...screen, page: Math.max(0, page) });
    },
  };
}
