/**
 * What a resident can do about a meal beside taking part: say what they eat, and take part every time. Refuses to ask
 * anything of a meal at which there is nothing to choose.
 */
import { activityById } from '../../domain/activity.ts';
import type { Board } from '../../domain/board.ts';
import type { Change } from '../../domain/changes.ts';
import type { Command } from '../../domain/commands.ts';
import { menuOfMeal } from '../../domain/menu-of-meal.ts';
import type { Notice } from '../../domain/notice.ts';
import {
  dishesToAsk,
  ownPlates,
  type Pause,
  partyOfPlate,
  type StandingView,
  standingView,
} from '../../domain/own-meal-views.ts';
import { partiesOf } from '../../domain/parties.ts';
import type { SignUp } from '../../domain/sign-up-row.ts';
import type { Instant } from '../../domain/time.ts';
import type { BoardState } from '../state/board-state.ts';
import type { Screens } from '../state/screens.ts';
import type { Visit } from '../state/visit.ts';

export interface Party {
  readonly activityId: string;
  readonly residentIds: readonly [string, ...string[]];
  readonly guests: number;
  /** The notice that this answers, and that goes away with it. */
  readonly answers?: Notice | undefined;
}

export interface Meals {
  /** What the next of the party eats; with the last answer they are signed up. */
  readonly chooseToEat: (dish: string) => Promise<void>;
  readonly changeDish: (activityId: string, plateId: string, dish: string) => Promise<void>;
  /** "Elke donderdag", for all who stand there; what they eat at this meal they eat at all. */
  readonly eatEveryTime: (seriesId: string, activityId: string | null) => Promise<void>;
  readonly stopEveryTime: (seriesId: string) => Promise<void>;
  readonly pauseEveryTime: (seriesId: string, pause: Pause) => Promise<void>;
  readonly resumeEveryTime: (seriesId: string) => Promise<void>;
}

interface MealsInside extends Meals {
  /** Signs up at once, or asks first what they eat. */
  readonly takePart: (party: Party) => Promise<void>;
  /** A guest who came along later has not been asked. */
  readonly askNewGuest: (activityId: string, signUpId: string) => void;
}

export interface MealsDeps {
  readonly board: BoardState;
  readonly visit: Visit;
  readonly screens: Screens;
  readonly now: () => Instant;
  readonly act: (command: Command, residentId: string, accepted: (changes: readonly Change[]) => void) => Promise<void>;
  readonly signUp: (party: Party, dishes?: readonly string[]) => Promise<void>;
}

const stay = () => {};

export function createMeals({ act, board: { board }, now, screens, signUp, visit }: MealsDeps): MealsInside {
  /** The same for each of those who stand there for whom it is not so yet, one after the other. */
  const forEach = async (
    seriesId: string,
    state: (state: StandingView['state']) => boolean,
    command: (residentId: string) => Command,
  ) => {
    for (const residentId of visit.identity.value?.residentIds ?? []) {
      const view = board.value === null ? null : standingView(board.value, { seriesId, residentId }, now());
      if (view !== null && state(view.state)) await act(command(residentId), residentId, stay);
    }
  };

  return {
    async takePart(party) {
      if (board.value === null || choicesAt(board.value, party.activityId).length === 0) return signUp(party);
      screens.show({ type: 'dish', ...party, chosen: [], page: 0 });
    },
    async chooseToEat(dish) {
      const screen = screens.current.value;
      if (screen.type !== 'dish') return;
      const { activityId, answers, guests, residentIds } = screen;
      const chosen = [...screen.chosen, dish];
      if (chosen.length < residentIds.length + guests) return screens.replace({ ...screen, chosen, page: 0 });
      await signUp({ activityId, residentIds, guests, answers }, chosen);
    },
    async changeDish(activityId, plateId, dish) {
      const party = board.value === null ? undefined : partyOfPlate(board.value, activityId, plateId);
      const actor = party?.residentIds.find((id) => visit.identity.value?.residentIds.includes(id));
      if (actor === undefined) return;
      await act({ type: 'chooseDish', activityId, plateId, dish }, actor, () => {
        if (screens.current.value.type === 'plate') screens.back();
      });
    },
    askNewGuest(activityId, signUpId) {
      const shown = board.value;
      if (shown === null || choicesAt(shown, activityId).length === 0) return;
      const party = liveParty(shown, activityId, ({ id }) => id === signUpId);
      const guest = party === undefined ? undefined : ownPlates(shown, party).at(-1);
      if (guest?.residentId !== null || guest.dish !== null) return;
      screens.show({ type: 'plate', activityId, signUpId, plateId: guest.id, page: 0 });
    },
    eatEveryTime: (seriesId, activityId) =>
      forEach(
        seriesId,
        (state) => state === 'none',
        (residentId) => {
          const dish = board.value === null ? null : dishOf(board.value, activityId, residentId);
          return { type: 'setStanding', seriesId, residentId, dish };
        },
      ),
    stopEveryTime: (seriesId) =>
      forEach(
        seriesId,
        (state) => state !== 'none',
        (residentId) => ({ type: 'stopStanding', seriesId, residentId }),
      ),
    async pauseEveryTime(seriesId, { from, until }) {
      await forEach(
        seriesId,
        (state) => state === 'on',
        (residentId) => ({ type: 'pauseStanding', seriesId, residentId, from, until }),
      );
      if (screens.current.value.type === 'pause') screens.back();
    },
    resumeEveryTime: (seriesId) =>
      forEach(
        seriesId,
        (state) => state === 'paused',
        (residentId) => ({ type: 'resumeStanding', seriesId, residentId }),
      ),
  };
}

function choicesAt(board: Board, activityId: string): readonly string[] {
  const activity = activityById(board, activityId);
  return activity === undefined ? [] : dishesToAsk(menuOfMeal(board, activity) ?? null);
}

function liveParty(board: Board, activityId: string, is: (party: SignUp) => boolean): SignUp | undefined {
  const { going, waiting } = partiesOf(board, activityId);
  return [...going, ...waiting].find(is);
}

/** What this resident eats at that meal; null has not said, or there is nothing to choose. */
function dishOf(board: Board, activityId: string | null, residentId: string): string | null {
  if (activityId === null) return null;
  const party = liveParty(board, activityId, ({ residentIds }) => residentIds.includes(residentId));
  const plates = party === undefined ? [] : ownPlates(board, party);
  return plates.find((plate) => plate.residentId === residentId)?.dish ?? null;
}
