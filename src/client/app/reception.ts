/**
 * Asks who stands at the screen, by door, by card or by three pictures, and goes on with what they wanted. Refuses to
 * leave anybody's business on the screen for the next person.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Board } from '../../domain/board.ts';
import { CODE_LENGTH } from '../../domain/scooter-rows.ts';
import { row } from '../../domain/table.ts';
import type { Instant } from '../../domain/time.ts';
import { floorsOf } from '../../domain/views.ts';
import type { BoardState } from '../state/board-state.ts';
import { type CodePicture, codePictures } from '../state/code-pictures.ts';
import type { Intent, Screens } from '../state/screens.ts';
import type { Identity, Visit } from '../state/visit.ts';
import type { CardAnswer, CardDesk } from '../sync/card-desk.ts';

/** What became of the last card; `reading` while the server is asked. */
export type CardState = 'none' | 'reading' | 'unknown' | 'tooManyTries' | 'unreachable';

/** What became of the last three pictures; `checking` while the server is asked. */
export type CodeState = 'none' | 'checking' | 'wrong' | 'resting' | 'unreachable';

export interface Reception {
  readonly card: ReadonlySignal<CardState>;
  readonly code: ReadonlySignal<CodeState>;
  readonly chooseFloor: (intent: Intent, floor: number) => void;
  /** Who lives there alone is known by the door; others are asked for. */
  readonly chooseDoor: (intent: Intent, homeId: string) => void;
  readonly identify: (intent: Intent, residentIds: Identity['residentIds']) => void;
  readonly cardRead: (raw: string) => Promise<void>;
  /** The next picture; with the third one the server is asked. */
  readonly choosePicture: (picture: CodePicture) => Promise<void>;
  /** Opnieuw: no picture is chosen. */
  readonly clearPictures: () => void;
  readonly openMyThings: () => void;
  /** Card or pictures, for what a name alone does not open. */
  readonly askForProof: (intent: Intent) => void;
  readonly forgetCard: () => void;
}

export interface ReceptionDeps {
  readonly board: BoardState;
  readonly visit: Visit;
  readonly screens: Screens;
  readonly desk: CardDesk;
  readonly systemNow: () => Instant;
  readonly perform: (intent: Intent) => Promise<void>;
  /** Somebody said who they are, by card or name; their language may follow. */
  readonly whenKnown: (residentIds: Identity['residentIds']) => void;
}

export function createReception(deps: ReceptionDeps): Reception {
  const { board, desk, perform, screens, visit } = deps;
  const card = signal<CardState>('none');
  const code = signal<CodeState>('none');

  /** The desk stays in sight until what they wanted is done: no screen in between flashes by. */
  const goOn = async (intent: Intent): Promise<void> => {
    card.value = 'none';
    await perform(intent);
    screens.leaveDesk();
  };
  const identify = (intent: Intent, residentIds: Identity['residentIds']) => {
    visit.identify({ residentIds, proof: 'name', token: null }, []);
    deps.whenKnown(residentIds);
    if (!needsProof(intent)) return void goOn(intent);
    code.value = 'none';
    screens.show({ type: 'code', intent, residentId: residentIds[0], chosen: [] });
  };
  const hold = (answer: Extract<CardAnswer, { type: 'held' }>, proof: 'card' | 'code') => {
    const { bookings, clearances, residentId, signUps, token } = answer;
    visit.identify({ residentIds: [residentId], proof, token }, signUps, { residentId, bookings, clearances });
    code.value = 'none';
    deps.whenKnown([residentId]);
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
    if (visit.identity.value?.residentIds.includes(answer.residentId) === false) {
      // Somebody else: their word from the server must be for a visit of their own.
      visit.finish(deps.systemNow());
      screens.home();
      return read(raw, { type: 'myThings' });
    }
    hold(answer, 'card');
    const screen = screens.current.value;
    const intent = screen.type === 'who' || screen.type === 'code' ? screen.intent : wanted;
    if (intent === null) card.value = 'none';
    else await goOn(intent);
  };

  const choosePicture = async (picture: CodePicture): Promise<void> => {
    const screen = screens.current.value;
    if (screen.type !== 'code' || code.value === 'checking' || screen.chosen.includes(picture)) return;
    const chosen = [...screen.chosen, picture];
    code.value = 'none';
    screens.replace({ ...screen, chosen });
    if (chosen.length < CODE_LENGTH) return;
    code.value = 'checking';
    const visitId = visit.id.value;
    const numbers = chosen.map((each) => codePictures.indexOf(each));
    const answer = await desk.tryCode(screen.residentId, numbers, visitId);
    const now = screens.current.value;
    if (visit.id.value !== visitId || now.type !== 'code') return;
    if (answer.type !== 'held') {
      code.value = answer.type;
      return screens.replace({ ...now, chosen: [] });
    }
    hold(answer, 'code');
    await goOn(now.intent);
  };

  return {
    card,
    code,
    identify,
    choosePicture,
    clearPictures() {
      const screen = screens.current.value;
      if (screen.type !== 'code' || code.value === 'checking') return;
      code.value = 'none';
      screens.replace({ ...screen, chosen: [] });
    },
    askForProof(intent) {
      code.value = 'none';
      const who = visit.identity.value;
      if (who === null) return screens.show({ type: 'who', intent, floor: null, homeId: null, page: 0 });
      const [only, ...others] = who.residentIds;
      if (others.length === 0) return screens.show({ type: 'code', intent, residentId: only, chosen: [] });
      const homeId = board.board.value === null ? undefined : row(board.board.value.resident, only, only)?.homeId;
      const floor = board.board.value === null ? null : floorOf(board.board.value, homeId);
      screens.show({ type: 'who', intent, floor, homeId: floor === null ? null : (homeId ?? null), page: 0 });
    },
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
      code.value = 'none';
    },
  };
}

/** A vehicle on the public road, and who has one when: a name alone does not open it (DESIGN §9 Identity). */
function needsProof(intent: Intent): boolean {
  return intent.type === 'book' || intent.type === 'scooter';
}

function floorOf(board: Board, homeId: string | undefined): number | null {
  return floorsOf(board).find(({ doors }) => doors.some((door) => door.homeId === homeId))?.floor ?? null;
}
