/** Puts the parts of a screen together and names what a screen may see and do. Refuses to draw and to touch a browser. */

import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Board } from '../domain/board.ts';
import { locationOf } from '../domain/board.ts';
import { residentEnvelopeSchema } from '../domain/commands-residents.ts';
import { isDark } from '../domain/location.ts';
import { CODE_LENGTH } from '../domain/scooter-rows.ts';
import { row } from '../domain/table.ts';
import { type Instant, localAt, type PlainDate, type PlainTime } from '../domain/time.ts';
import { myNotices, type Viewer } from '../domain/views.ts';
import { createActing } from './app/acting.ts';
import { createAnswers } from './app/answers.ts';
import { type Away, createAway } from './app/away.ts';
import { createOwnTrips, type OwnTrips } from './app/own-trips.ts';
import { type CardState, createReception, type Reception } from './app/reception.ts';
import { createSpeaking } from './app/speaking.ts';
import { createTakingPart, type TakingPart } from './app/taking-part.ts';
import { createTrips, isTrip, type Trips } from './app/trips.ts';
import { createUpkeep } from './app/upkeep.ts';
import { createVisits, type Visits } from './app/visits.ts';
import { createWaiting, type Waiting } from './app/waiting-rows.ts';
import type { I18n } from './i18n/create-i18n.ts';
import type { Http } from './platform/http.ts';
import type { Page } from './platform/page.ts';
import type { StorageState as KeptState, Storage } from './platform/storage.ts';
import type { Timers } from './platform/timers.ts';
import { createBoardState, type Decide } from './state/board-state.ts';
import { createClock } from './state/clock.ts';
import { type CodePicture, codePictures } from './state/code-pictures.ts';
import { type ConnectionState, createConnection } from './state/connection.ts';
import { createPreferences, type Size } from './state/preferences.ts';
import { createScreens, type Intent, isDesk, type Screen } from './state/screens.ts';
import { createVisit, type Identity, type Phase } from './state/visit.ts';
import type { Delivery } from './sync/delivery.ts';
import { createSync } from './sync/sync.ts';

/** What this program needs of the browser. */
export interface Platform {
  readonly http: Http;
  readonly storage: Storage;
  readonly timers: Timers;
  readonly page: Pick<Page, 'whenTouched' | 'whenWoken'>;
  readonly systemNow: () => Instant;
  /** The time zone the tablet is set to, for as long as no house is known. */
  readonly ownZone?: () => string;
  readonly idsFrom: (now: () => Instant) => () => string;
  /** Runs work in one tab of this browser at a time. */
  readonly alone: (work: () => Promise<Delivery>) => Promise<Delivery>;
  /** Asks the browser to keep the store for ever. */
  readonly persist?: () => Promise<boolean | null>;
}

/** `persisted` is the browser's answer to being asked to keep the store; null while it has not said. */
export type StorageState = KeptState & { readonly persisted: boolean | null };

/** What the parts of the app bring to its screens by themselves. */
type Brought = OwnTrips &
  Visits &
  Waiting &
  Omit<TakingPart, 'refusedLater'> &
  Omit<Trips, 'refusedLater'> &
  Omit<Reception, 'askForProof' | 'forgetCard'>;

export interface App extends Brought {
  readonly i18n: I18n;
  /** Null until the first board came. */
  readonly board: ReadonlySignal<Board | null>;
  readonly minute: ReadonlySignal<Instant>;
  /** The same minute on the wall of the house; in UTC while the house is not known. */
  readonly wallClock: ReadonlySignal<{ readonly date: PlainDate; readonly time: PlainTime }>;
  /** Whether the house has its screens dark by now. */
  readonly dark: ReadonlySignal<boolean>;
  readonly screen: ReadonlySignal<Screen>;
  readonly phase: ReadonlySignal<Phase>;
  /** Of the question "Bent u er nog?", from 60 down; 0 while it is not asked. */
  readonly secondsLeft: ReadonlySignal<number>;
  readonly identity: ReadonlySignal<Identity | null>;
  readonly viewer: ReadonlySignal<Viewer>;
  readonly connection: ReadonlySignal<ConnectionState>;
  /** What the screen must admit of itself; null is all well. */
  readonly away: ReadonlySignal<Away | null>;
  /** Until when the board is known to be complete. */
  readonly boardAsOf: ReadonlySignal<Instant | null>;
  readonly size: ReadonlySignal<Size>;
  readonly codePictures: readonly CodePicture[];
  /** How many pictures a code has. */
  readonly codeLength: number;
  /** Whether what is tapped survives a power cut, why not, and whether the browser promised to keep it; for staff. */
  readonly storageState: ReadonlySignal<StorageState>;

  /** Restores the last board, then connects. Done when there is something to show, if there is. */
  readonly start: () => Promise<void>;
  readonly wake: () => void;
  readonly stillHere: () => void;
  readonly home: () => void;
  readonly back: () => void;
  readonly show: (screen: Screen) => void;
  readonly turnTo: (page: number) => void;
  readonly toggleSize: () => void;
  readonly chooseLanguage: (tag: string) => void;
  /** Card or pictures, to see one's own trips. */
  readonly openMyTrips: () => void;
  /** They have read what came to nothing. */
  readonly told: (commandId: string) => void;
  readonly finish: () => void;
  /** Somebody of the team wants to come in: nobody's things stay on the screen. */
  readonly openStaffDoor: () => void;
}

export interface AppDeps {
  readonly platform: Platform;
  readonly i18n: I18n;
  /** Null until they are here, which is before anybody can say who they are: the screens for that come with them. */
  readonly rules: ReadonlySignal<Decide | null>;
  /** Shows the staff side in place of the residents'. */
  readonly showStaffDoor?: () => void;
}

export function createApp({ platform, i18n, rules, showStaffDoor }: AppDeps): App {
  const { http, page, storage, systemNow, timers } = platform;
  const clock = createClock({ systemNow });
  const newId = platform.idsFrom(clock.now);
  const connection = createConnection({ now: clock.now });
  const board = createBoardState({
    decide: () => rules.value,
    clock,
    lastAnswered: () => connection.lastContact.peek(),
    own: () => visit.own.value,
  });
  const visit = createVisit({ newId });
  const screens = createScreens();
  const preferences = createPreferences();
  const kept = signal<KeptState>(storage.state());
  const persisted = signal<boolean | null>(null);
  const sync = createSync({
    envelopeSchema: residentEnvelopeSchema,
    http,
    storage,
    timers,
    systemNow,
    now: clock.now,
    board,
    connection,
    alone: platform.alone,
    whenRefused: (untold) => (isTrip(untold.envelope.command) ? trips : takingPart).refusedLater(untold),
  });
  /** A tap that would be gone with the page is only taken where it can be sent at once. */
  const mayKeep = () =>
    kept.value.type === 'durable' || (connection.state.value.type === 'online' && !sync.delayed.value);
  // A yes without its row may still be another scooter: a trip is certain when the feed has brought it.
  const underWay = computed(() => new Set(board.pending.value.map(({ envelope }) => envelope.id)));
  const acting = createActing({ board, visit, now: clock.now, newId, mayKeep });
  const takingPart = createTakingPart({
    board,
    visit,
    screens,
    now: clock.now,
    acting,
    told: sync.told,
    send: sync.send,
  });
  const ownTrips = createOwnTrips({ board, visit });
  const trips = createTrips({
    board,
    visit,
    screens,
    acting,
    told: sync.told,
    wanted: () => ownTrips.wanted.value,
    answered: createAnswers({ unanswered: underWay, connection, timers, screens, visit }),
    askWho: ({ date, time, minutes }) => reception.askForProof({ type: 'book', date, time, minutes }),
    send: sync.send,
  });
  const visits = createVisits({
    visit,
    screens,
    acting,
    send: sync.send,
  });
  const perform = async (intent: Intent): Promise<void> => {
    if (intent.type === 'visit') return visits.askVisit();
    if (intent.type === 'join') return takingPart.join(intent.activityId, intent.guests);
    if (intent.type === 'book') {
      const { date, time, minutes } = intent;
      return trips.book({ date, time, minutes });
    }
    screens.show({ type: intent.type, page: 0 });
  };
  const speaking = createSpeaking(i18n);
  const reception = createReception({
    board,
    visit,
    screens,
    desk: sync,
    systemNow,
    perform,
    whenKnown(residentIds) {
      const shown = board.board.value;
      speaking.follow(residentIds.map((id) => (shown === null ? '' : (row(shown.resident, id, id)?.language ?? ''))));
    },
  });
  const house = computed(() => (board.board.value === null ? null : locationOf(board.board.value)));
  const zone = computed(() => house.value?.timeZone ?? null);
  const shownZone = computed(() => zone.value ?? platform.ownZone?.() ?? 'UTC');
  const wallClock = computed(() => localAt(clock.minute.value, shownZone.value));
  const upkeep = createUpkeep({
    timers,
    systemNow,
    clock,
    visit,
    screens,
    today: () => (zone.value === null ? null : wallClock.value.date),
    renew: sync.renew,
    forgetIfLost: sync.forgetIfLost,
    whenJumped: sync.hurry,
    whenGone() {
      screens.rest();
      preferences.reset();
      reception.forgetCard();
      speaking.reset();
    },
  });

  /** Every way on from what is said of a card leads away from it. True where it stood in place of the screen. */
  const leaveCardTrouble = (): boolean => {
    const stood = !isDesk(screens.current.value) && isTrouble(reception.card.value);
    if (stood) reception.forgetCard();
    return stood;
  };
  const goHome = () => {
    speaking.finish();
    visit.finish(systemNow());
    reception.forgetCard();
    screens.home();
  };
  const hasNews = (shown: Board): boolean =>
    residentIds.value.some(
      (id) => myNotices(shown, clock.now(), { residentIds: [id], signUpIds: new Set() }).length > 0,
    );

  const connectionType = computed(() => connection.state.value.type);
  const residentIds = computed(() => visit.identity.value?.residentIds ?? []);

  return {
    ...ownTrips,
    ...takingPart,
    ...trips,
    ...reception,
    ...visits,
    ...createWaiting({ board, connection, sync, underWay, residentIds }),
    i18n,
    board: board.board,
    minute: clock.minute,
    wallClock,
    dark: computed(() => house.value !== null && isDark(house.value, wallClock.value.time)),
    screen: screens.current,
    phase: visit.phase,
    secondsLeft: visit.secondsLeft,
    identity: visit.identity,
    viewer: computed(() => ({
      residentIds: residentIds.value,
      signUpIds: new Set(visit.known.value.map(({ id }) => id)),
    })),
    away: createAway({ connection, kept, minute: clock.minute, zone: shownZone }),
    connection: connection.state,
    boardAsOf: connection.boardAsOf,
    size: preferences.size,
    codePictures,
    codeLength: CODE_LENGTH,
    storageState: computed(() => ({ ...kept.value, persisted: persisted.value })),
    async start() {
      http.whenAnswered((at) => {
        clock.correct(at);
        connection.contact();
      });
      page.whenTouched(() => visit.touch(systemNow()));
      page.whenWoken(() => {
        upkeep.catchUp();
        sync.hurry();
      });
      effect(() => {
        if (connectionType.value === 'revoked') {
          visit.rest();
          screens.rest();
        }
      });
      storage.whenChanged((state) => {
        kept.value = state;
      });
      await sync.start();
      kept.value = storage.state();
      upkeep.start();
      void storage.probe();
      void platform.persist?.().then((answer) => {
        persisted.value = answer;
      });
    },
    wake() {
      if (visit.phase.value.type !== 'resting') return;
      visit.begin(systemNow());
      screens.home();
    },
    stillHere: () => visit.touch(systemNow()),
    home() {
      leaveCardTrouble();
      screens.home();
    },
    back() {
      const stoodBefore = leaveCardTrouble();
      reception.forgetCard();
      if (!stoodBefore) screens.back();
    },
    show(screen) {
      leaveCardTrouble();
      screens.show(screen);
    },
    turnTo: screens.turnTo,
    toggleSize: preferences.toggleSize,
    chooseLanguage: speaking.choose,
    openMyTrips: () => reception.askForProof({ type: 'scooter' }),
    told: sync.told,
    openStaffDoor() {
      goHome();
      speaking.reset();
      showStaffDoor?.();
    },
    finish() {
      const shown = board.board.value;
      // Who came to take part hears their news too, before the screen is anybody's again.
      if (screens.current.value.type === 'done' && shown !== null && hasNews(shown)) {
        screens.show({ type: 'myThings', page: 0 });
        return;
      }
      goHome();
    },
  };
}

/** Where no card was asked for, this is said in place of the screen, which is still behind it. */
function isTrouble(card: CardState): boolean {
  return card !== 'none' && card !== 'reading';
}
