/**
 * What a resident can do from a screen: take part, come back on it, hear the news. Each tap is judged here first, so a
 * "no" is said at once and nothing is sent (DESIGN §4). Refuses to do two things at a time.
 */
import { activityById, endOf } from '../../domain/activity.ts';
import { type Board, locationOf } from '../../domain/board.ts';
import type { Change } from '../../domain/changes.ts';
import type { Command, Envelope } from '../../domain/commands.ts';
import type { Notice } from '../../domain/notice.ts';
import { partyById, partyWith } from '../../domain/parties.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { refuseMoment } from '../../domain/sign-up-refusals.ts';
import type { SignUp } from '../../domain/sign-up-row.ts';
import { group } from '../../domain/table.ts';
import { type Instant, instantText } from '../../domain/time.ts';
import type { BoardState } from '../state/board-state.ts';
import type { Reason, Screens } from '../state/screens.ts';
import type { Identity, Visit } from '../state/visit.ts';
import type { Untold } from '../sync/outbox.ts';
import type { Acting } from './acting.ts';
import { createMeals, type Meals, type Party } from './meals.ts';

export interface TakingPart extends Meals {
  readonly join: (activityId: string, guests: number) => Promise<void>;
  readonly withdraw: (activityId: string, signUpId: string) => Promise<void>;
  readonly changeGuests: (activityId: string, signUpId: string, guests: number) => Promise<void>;
  readonly dismissNotice: (noticeId: string) => Promise<void>;
  /** "Toch wel": what somebody undid for them. */
  readonly signUpAgain: (notice: Notice) => Promise<void>;
  /** The server said no to what this screen had said yes to. */
  readonly refusedLater: (untold: Untold) => void;
}

export interface TakingPartDeps {
  readonly board: BoardState;
  readonly visit: Visit;
  readonly screens: Screens;
  readonly now: () => Instant;
  readonly acting: Acting;
  /** Stores it, then brings it on the board and calls `shown` in the same moment, so that both are drawn at once. */
  readonly send: (envelope: Envelope, shown: () => void) => Promise<void>;
  readonly told: (commandId: string) => void;
}

type Accepted = (changes: readonly Change[]) => void;
const asItWas: Accepted = () => {};

export function createTakingPart(deps: TakingPartDeps): TakingPart {
  const { board, now, screens, visit } = deps;
  /** The last command that came to nothing: its answer may be here before the screen said yes. */
  let refusedId: string | null = null;

  const refuse = (reason: Reason, command: Command) => {
    if (!isNews(command, reason)) return;
    screens.show({ type: 'refused', reason, activityId: activityOf(command) });
  };

  /** Stores the tap before the screen says so, and goes on only for the person who tapped. */
  const act = (command: Command, residentId: string, accepted: Accepted): Promise<void> =>
    deps.acting({
      command,
      residentId,
      refuse,
      send: (envelope, changes, isHere) =>
        deps.send(envelope, () => {
          if (isHere() && refusedId !== envelope.id) accepted(changes);
        }),
    });

  const signUp = async ({ activityId, answers, residentIds, guests }: Party, dishes?: readonly string[]) => {
    const eaten = dishes === undefined ? {} : { dishes };
    const command: Command = { type: 'signUp', activityId, residentIds, guests, ...eaten };
    await act(command, residentIds[0], (changes) => {
      const made = signUpIn(changes);
      if (made === undefined) return;
      visit.made(made);
      screens.finishMeal({ type: 'done', what: 'joined', activityId, signUpId: made.id, residentIds });
    });
    if (answers === undefined || screens.current.value.type !== 'done') return;
    await act({ type: 'dismissNotice', noticeId: answers.id }, answers.residentId, asItWas);
  };
  const meals = createMeals({ act, board, now, screens, signUp, visit });

  const ownParty = (activityId: string, signUpId: string): SignUp | undefined => {
    const shown = board.board.value === null ? undefined : partyById(board.board.value, activityId, signUpId);
    // Of a discreet activity the board knows only how many; the visit knows who.
    return shown?.hidden === 0 ? shown : visit.known.value.find(({ id }) => id === signUpId);
  };

  /** Of what is over the server's notice is gone too. */
  const isToCome = (activityId: string | null): boolean => {
    const shown = board.board.value;
    const activity = shown === null || activityId === null ? undefined : activityById(shown, activityId);
    return shown !== null && activity !== undefined && now() < endOf(activity, locationOf(shown).timeZone);
  };

  return {
    ...meals,
    async join(activityId, guests) {
      const shown = board.board.value;
      if (shown === null) return;
      const who = visit.identity.value;
      const residentIds = who === null ? [] : newcomers(shown, activityId, who);
      const refusal = refusalBefore(shown, { activityId, residentIds, guests }, now());
      if (refusal !== null) return refuse(refusal, { type: 'signUp', activityId, residentIds: [], guests });
      const [first, ...others] = residentIds;
      if (first !== undefined) return meals.takePart({ activityId, residentIds: [first, ...others], guests });
      const intent = { type: 'join', activityId, guests } as const;
      screens.show({ type: 'who', intent, floor: null, homeId: null, page: 0 });
    },
    async withdraw(activityId, signUpId) {
      const who = visit.identity.value;
      const party = ownParty(activityId, signUpId);
      if (who === null || party === undefined) return;
      const leaving = party.residentIds.filter((id) => who.residentIds.includes(id));
      const [first] = leaving;
      if (first === undefined) return;
      await act({ type: 'withdraw', activityId, signUpId, residentIds: leaving }, first, () => {
        const screen = screens.current.value;
        if (screen.type === 'done' && screen.signUpId === signUpId) screens.replace({ ...screen, what: 'left' });
      });
    },
    async changeGuests(activityId, signUpId, guests) {
      const who = visit.identity.value;
      const actor = ownParty(activityId, signUpId)?.residentIds.find((id) => who?.residentIds.includes(id));
      if (actor === undefined) return;
      await act({ type: 'changeGuests', activityId, signUpId, guests }, actor, () =>
        meals.askNewGuest(activityId, signUpId),
      );
    },
    async dismissNotice(noticeId) {
      const shown = board.board.value;
      const theirs = visit.identity.value?.residentIds ?? [];
      const reader = theirs.find((id) => shown !== null && group(shown.notice, id).has(noticeId));
      if (reader !== undefined) await act({ type: 'dismissNotice', noticeId }, reader, asItWas);
    },
    async signUpAgain(notice) {
      const { activityId, residentId } = notice;
      await meals.takePart({ activityId, residentIds: [residentId], guests: 0, answers: notice });
    },
    refusedLater({ envelope, reason }) {
      refusedId = envelope.id;
      if (!isNews(envelope.command, reason)) return deps.told(envelope.id);
      const isHere = envelope.actor.visitId === visit.id.value;
      // Who has left is told when they come back: by the server's notice, or else by what is kept here.
      const isTold = 'told' in reason && reason.told === true;
      if (!isHere && !isTold && !(reason.type === 'tooLate' && isToCome(activityOf(envelope.command)))) return;
      deps.told(envelope.id);
      if (!isHere) return;
      const refused = { type: 'refused', reason, activityId: activityOf(envelope.command) } as const;
      const screen = screens.current.value;
      if (screen.type === 'done' && screen.activityId === refused.activityId) screens.replace(refused);
      else screens.show(refused);
    },
  };
}

/** A "no" that holds already: said before anybody is asked who they are or what they eat. */
function refusalBefore(
  board: Board,
  {
    activityId,
    residentIds,
    guests,
  }: Pick<Party, 'activityId' | 'guests'> & { readonly residentIds: readonly string[] },
  now: Instant,
): Refusal | null {
  const activity = activityById(board, activityId);
  if (activity === undefined) return { type: 'activityUnknown', activityId };
  if (guests > activity.guests) return { type: 'tooManyGuests', activityId, limit: activity.guests };
  const nobody = { residentId: '', proof: 'name', visitId: '' } as const;
  const zone = locationOf(board).timeZone;
  return refuseMoment(activity, residentIds, {
    board,
    now,
    zone,
    tappedAt: now,
    saidTappedAt: instantText(now),
    role: 'resident',
    actor: nobody,
    newId: () => '',
  });
}

/** Those of a party who are not in it yet: Leen may follow Riet. When all are, the rule says so. */
function newcomers(board: Board, activityId: string, { residentIds }: Identity): Identity['residentIds'] {
  const [first, ...others] = residentIds.filter((id) => partyWith(board, activityId, id) === undefined);
  return first === undefined ? residentIds : [first, ...others];
}

function signUpIn(changes: readonly Change[]): SignUp | undefined {
  for (const change of changes) if (change.type === 'signUpPut') return change.row;
  return undefined;
}

function activityOf(command: Command): string | null {
  return 'activityId' in command ? command.activityId : null;
}

/** A second tap, or one on two screens, asked for what is already so: that is no news. */
function isNews(command: Command, reason: Untold['reason']): boolean {
  if (command.type === 'dismissNotice') return false;
  return !(command.type === 'withdraw' && reason.type === 'signUpUnknown');
}
