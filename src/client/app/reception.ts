/**
 * Asks who stands at the screen, by door or by card, and goes on with what they wanted. Refuses to leave anybody's
 * business on the screen for the next person.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Instant } from '../../domain/time.ts';
import { floorsOf } from '../../domain/views.ts';
import type { BoardState } from '../state/board-state.ts';
import type { Intent, Screens } from '../state/screens.ts';
import type { Identity, Visit } from '../state/visit.ts';
import type { CardDesk } from '../sync/card-desk.ts';

/** What became of the last card; `reading` while the server is asked. */
export type CardState = 'none' | 'reading' | 'unknown' | 'tooManyTries' | 'unreachable';

export interface Reception {
  readonly card: ReadonlySignal<CardState>;
  readonly chooseFloor: (intent: Intent, floor: number) => void;
  /** Who lives there alone is known by the door; others are asked for. */
  readonly chooseDoor: (intent: Intent, homeId: string) => void;
  readonly identify: (intent: Intent, residentIds: Identity['residentIds']) => void;
  readonly cardRead: (raw: string) => Promise<void>;
  readonly openMyThings: () => void;
  readonly forgetCard: () => void;
}

export interface ReceptionDeps {
  readonly board: BoardState;
  readonly visit: Visit;
  readonly screens: Screens;
  readonly desk: CardDesk;
  readonly systemNow: () => Instant;
  readonly perform: (intent: Intent) => Promise<void>;
  /** Somebody showed a card; their language may follow. */
  readonly whenHeld: (residentId: string) => void;
}

export function createReception(deps: ReceptionDeps): Reception {
  const { board, desk, perform, screens, visit } = deps;
  const card = signal<CardState>('none');

  /** The desk stays in sight until what they wanted is done: no screen in between flashes by. */
  const goOn = async (intent: Intent): Promise<void> => {
    card.value = 'none';
    await perform(intent);
    screens.leaveDesk();
  };
  const identify = (intent: Intent, residentIds: Identity['residentIds']) => {
    visit.identify({ residentIds, proof: 'name', token: null }, []);
    void goOn(intent);
  };

  const read = async (raw: string, wanted: Intent | null): Promise<void> => {
    const visitId = visit.id.value;
    card.value = 'reading';
    const answer = await desk.identify(raw, visitId);
    // Meanwhile the visit ended: this card is of somebody who left.
    if (visit.id.value !== visitId) return;
    if (answer.type !== 'held') {
      card.value = answer.type;
      return;
    }
    const { residentId, signUps, token } = answer;
    if (visit.identity.value?.residentIds.includes(residentId) === false) {
      // Somebody else: their word from the server must be for a visit of their own.
      visit.finish(deps.systemNow());
      screens.home();
      return read(raw, { type: 'myThings' });
    }
    visit.identify({ residentIds: [residentId], proof: 'card', token }, signUps);
    deps.whenHeld(residentId);
    const screen = screens.current.value;
    const intent = screen.type === 'who' ? screen.intent : wanted;
    if (intent === null) card.value = 'none';
    else await goOn(intent);
  };

  return {
    card,
    identify,
    chooseFloor(intent, floor) {
      screens.show({ type: 'who', intent, floor, homeId: null, page: 0 });
    },
    chooseDoor(intent, homeId) {
      if (board.board.value === null) return;
      const doors = floorsOf(board.board.value).flatMap((each) => each.doors);
      const door = doors.find((each) => each.homeId === homeId);
      const [only, ...others] = door?.people ?? [];
      if (door === undefined || only === undefined) return;
      if (others.length === 0) return identify(intent, [only.id]);
      screens.show({ type: 'who', intent, floor: door.floor, homeId, page: 0 });
    },
    openMyThings() {
      const intent = { type: 'myThings' } as const;
      if (visit.identity.value !== null) void perform(intent);
      else screens.show({ type: 'who', intent, floor: null, homeId: null, page: 0 });
    },
    async cardRead(raw) {
      if (visit.phase.value.type !== 'resting') {
        visit.touch(deps.systemNow());
        return read(raw, null);
      }
      visit.begin(deps.systemNow());
      screens.home();
      return read(raw, { type: 'myThings' });
    },
    forgetCard() {
      card.value = 'none';
    },
  };
}
