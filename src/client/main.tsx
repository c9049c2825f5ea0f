/**
 * Starts the kiosk in a browser, or the staff side at its own address: makes the parts, joins them, draws. Refuses to
 * hold any rule or word of its own.
 */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { type ComponentType, render } from 'preact';
import { type App, createApp } from './app.ts';
import { createI18n, loadWords } from './i18n/create-i18n.ts';
import { AppContext, type BulletinOnScreen, type App as Screened } from './kiosk/app-context.ts';
import { Kiosk, type KioskProps } from './kiosk/Kiosk.tsx';
import { OneMoment } from './kiosk/OneMoment.tsx';
import { pixelsPerMillimetre, toldDiagonal } from './platform/calibration.ts';
import { createCardReader } from './platform/card-reader.ts';
import { watchForDefects } from './platform/defects.ts';
import { createHttp } from './platform/http.ts';
import { browserRandom, createIds } from './platform/ids.ts';
import { createKeptDevice } from './platform/kept-device.ts';
import { createOneTab } from './platform/one-tab.ts';
import { ownZone } from './platform/own-zone.ts';
import { createPage } from './platform/page.ts';
import { createPersistence } from './platform/persistence.ts';
import { createStorage } from './platform/storage.ts';
import { createTimers } from './platform/timers.ts';
import { stayLit } from './platform/wake-lock.ts';
import { createWipe, KEPT_SESSION, RESIDENTS_DATABASE } from './platform/wipe.ts';
import type { Decide } from './state/board-state.ts';
import type { OfflineCopy } from './state/offline-copy.ts';
import './styles/kiosk.css';
import type { TabletSideOfScreen } from './tablet-main.tsx';
import { createDisplay, isTooHigh } from './ui/display.ts';
import { createTapGuard, TapGuardContext } from './ui/tap-guard.ts';

/** In milliseconds; what a script needs to be compiled and kept is less. */
const AFTER_COMPILING = 10_000;

void start();

/** In a function: with an await at the top the build would split what both sides share off from this file. */
async function start(): Promise<void> {
  if (!('Temporal' in globalThis)) await import('temporal-polyfill/global');
  if (location.pathname === '/beheer') await import('./staff-main.tsx');
  // Gone from what is built.
  else if (import.meta.env.DEV && location.pathname === '/stijl') await import('./style-guide-main.tsx');
  else await startKiosk();
}

async function startKiosk(): Promise<void> {
  const root = document.documentElement;
  const timers = createTimers();
  const i18n = createI18n({ root, load: loadWords });

  watchForDefects({
    view: window,
    timers,
    log: (defect) => console.error(defect),
    draw: (place) => render(<OneMoment t={i18n.t} why="defect" />, place),
  });

  const page = createPage(window);
  const http = createHttp({ fetch: (...input) => fetch(...input), timers, systemNow: Date.now });
  const storage = createStorage({ timers, name: RESIDENTS_DATABASE });
  /** The staff side in place of the residents'; null is the residents'. */
  const staffSide = signal<TabletSideOfScreen | null>(null);
  let loadingStaff: Promise<TabletSideOfScreen> | null = null;
  const loadStaff = (): Promise<TabletSideOfScreen> => {
    loadingStaff ??= import('./tablet-main.tsx').then(({ createTabletSide }) =>
      createTabletSide({
        http,
        timers,
        page,
        systemNow: Date.now,
        storage,
        board: app.board,
        minute: app.minute,
        onLeave() {
          if (staffSide.value === null) return;
          staffSide.value = null;
          if (app.phase.value.type === 'resting') app.wake();
          else app.home();
        },
      }),
    );
    loadingStaff.catch(() => {
      loadingStaff = null;
    });
    return loadingStaff;
  };
  const showStaff = (go: (side: TabletSideOfScreen) => void) =>
    loadStaff().then(
      (side) => {
        staffSide.value = side;
        go(side);
      },
      () => undefined,
    );
  const rules = signal<Decide | null>(null);
  const app: App = createApp({
    i18n,
    rules,
    showStaffDoor: () => void showStaff((side) => side.open()),
    platform: {
      http,
      storage,
      timers,
      page,
      systemNow: Date.now,
      ownZone,
      idsFrom: (now) => createIds({ now, fillRandom: browserRandom }),
      alone: createOneTab(navigator.locks, 'huiskamer-outbox'),
      persist: createPersistence(() => navigator.storage),
    },
  });
  page.whenKeyPressed(
    createCardReader({
      timers,
      onCard: (raw) => (staffSide.value === null ? void app.cardRead(raw) : staffSide.value.cardRead(raw)),
    }),
  );
  page.whenWoken(stayLit(window));

  /** What the first screen does without: asked for until it comes. */
  const fetchLater = async (load: () => Promise<void>): Promise<void> => {
    try {
      await load();
    } catch {
      timers.after(2_000, () => fetchLater(load));
    }
  };
  const above = signal<ComponentType | null>(null);
  const fetchAbove = async (): Promise<void> => {
    above.value = (await import('./low-reach-main.tsx')).Above;
  };

  const display = createDisplay(root);
  const diagonal = toldDiagonal({ query: location.search, store: () => localStorage });
  const measure = () => {
    const glass = { width: innerWidth, height: innerHeight, atWork: staffSide.value !== null };
    const profile = display.setGlass({ ...glass, pixelsPerMillimetre: pixelsPerMillimetre(glass, diagonal) });
    if (isTooHigh(profile) && above.peek() === null) void fetchLater(fetchAbove);
  };
  effect(measure);
  addEventListener('resize', measure);
  effect(() => display.setTextSize(app.size.value));
  effect(() => display.setFit(app.i18n.language.value.long ? 'long' : 'normal'));

  const bulletin = signal<BulletinOnScreen | null>(null);
  const further = signal<KioskProps['further']['value']>(null);
  const fetchFurther = async (): Promise<void> => {
    const [{ FurtherScreen, furtherWords, hangBulletin }, { decideForResidents }, { serveKeys }] = await Promise.all([
      import('./kiosk/further-screens.tsx'),
      import('../domain/decide-for-residents.ts'),
      import('./ui/serve-keys.ts'),
    ]);
    serveKeys(window);
    i18n.learn(furtherWords);
    rules.value = decideForResidents;
    const kept = createKeptDevice(() => localStorage);
    bulletin.value = hangBulletin({ http, timers, board: app.board, minute: app.minute, kept });
    further.value = FurtherScreen;
  };

  const reading = signal<Screened['reading']['value']>(null);
  const seen: Screened = { ...app, bulletin, reading };
  const fetchReading = async (): Promise<void> => {
    const { hangReading } = await import('./reading-main.tsx');
    reading.value = hangReading({ app: seen, timers });
  };

  const enrol = signal<KioskProps['enrol']['value']>(null);
  const isOutside = () => ['notEnrolled', 'revoked'].includes(app.connection.value.type) && app.board.value === null;
  const fetchEnrol = async (): Promise<void> => {
    const { createEnrolling } = await import('./enrol-main.tsx');
    const wasOut = computed(() => app.connection.value.type === 'revoked');
    enrol.value = createEnrolling({ http, wasOut, onDone: () => location.reload() });
  };
  effect(() => {
    if (isOutside() && enrol.peek() === null) void fetchLater(fetchEnrol);
  });

  const offlineCopy = signal<OfflineCopy>({ type: 'unknown' });
  /** By somebody of the team at work, or an alarm. */
  const covered = computed(() => staffSide.value !== null || bulletin.value?.alarm.value != null);
  const fetchCare = async (): Promise<void> => {
    const { keepWell } = await import('./care-main.ts');
    keepWell({ app, http, page, timers, systemNow: Date.now, copy: offlineCopy, covered });
  };
  const fetchOffline = async (): Promise<void> => {
    const { keepOffline } = await import('./offline-main.ts');
    keepOffline({
      timers,
      page,
      systemNow: Date.now,
      copy: offlineCopy,
      rest: () => ({
        free: app.phase.value.type === 'resting' && !covered.value,
        unsent: app.answersPending.value,
        durable: app.storageState.value.type === 'durable',
        time: app.board.value === null ? null : app.wallClock.value.time,
      }),
      reachable: () => app.connection.value.type === 'online',
      belongs: () => app.connection.value.type !== 'revoked',
    });
  };

  const guard = createTapGuard({ now: () => performance.now() });
  const place = document.getElementById('app');
  if (place === null) throw new Error('index.html without its place for the app');
  render(
    <TapGuardContext.Provider value={guard}>
      <AppContext.Provider value={seen}>
        <Side above={above} bulletin={bulletin} staff={staffSide} further={further} enrol={enrol} />
      </AppContext.Provider>
    </TapGuardContext.Provider>,
    place,
  );
  await app.start();
  const wipe = createWipe({
    databases: () => indexedDB,
    store: () => localStorage,
    caches: () => caches,
    worker: () => navigator.serviceWorker,
  });
  const putOut = async () => {
    (await loadingStaff?.catch(() => null))?.putOut();
    // After what the residents' side empties by itself: opening a database again would make it again.
    timers.after(0, wipe);
    // The browser keeps the compiled code of a script beside it, moments later, and makes its cache anew for that.
    timers.after(AFTER_COMPILING, wipe);
  };
  effect(() => {
    if (app.connection.value.type === 'revoked') void putOut();
  });
  if (wasAtWork()) await showStaff((side) => void side.resume());
  await fetchLater(fetchFurther);
  await fetchLater(fetchReading);
  // A page without its other screens has not started well.
  effect(() => {
    if (further.value !== null) void fetchLater(fetchOffline);
  });
  await fetchLater(fetchCare);
}

interface SideProps extends KioskProps {
  /** What stands over the screens on a glass that hangs high. */
  readonly above: ReadonlySignal<ComponentType | null>;
  readonly staff: ReadonlySignal<TabletSideOfScreen | null>;
  readonly bulletin: ReadonlySignal<BulletinOnScreen | null>;
}

function Side({ above, bulletin, enrol, staff, further }: SideProps) {
  const side = staff.value;
  const Alarm = bulletin.value?.Alarm;
  const alarm = bulletin.value?.alarm.value ?? null;
  const Above = above.value;
  return (
    <>
      {Above === null || side !== null ? null : <Above />}
      {Alarm === undefined || alarm === null ? null : <Alarm announcement={alarm} />}
      {/* Whatever somebody was doing is still there when the alarm is over. */}
      <div class="under" hidden={alarm !== null}>
        {side === null ? <Kiosk enrol={enrol} further={further} /> : <side.Screen />}
      </div>
    </>
  );
}

/** Somebody of the team was at work here when the page was last open, or left something to be sent. */
function wasAtWork(): boolean {
  try {
    return localStorage.getItem(KEPT_SESSION) !== null;
  } catch {
    return false;
  }
}
