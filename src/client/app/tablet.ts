/**
 * The staff side of a shared screen: the way in, the work of who came in, and the way back to the residents, by a tap or
 * after ten minutes without one. Refuses to leave a board behind, and to lose a tap that is still on its way.
 */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { type Instant, MINUTE } from '../../domain/time.ts';
import type { KeptSession } from '../platform/kept-session.ts';
import type { Page } from '../platform/page.ts';
import type { Storage } from '../platform/storage.ts';
import type { Delivery } from '../sync/delivery.ts';
import type { Me, SessionDesk } from '../sync/staff-session.ts';
import { createStaffDoor, type StaffDoor } from './staff-door.ts';
import { createStaffWork, type StaffWork, type WorkPlatform } from './staff-work.ts';

export type TabletSide =
  | { readonly type: 'door' }
  /** Whether the session of before still holds. */
  | { readonly type: 'moment' }
  | { readonly type: 'work'; readonly work: StaffWork };

export interface Tablet {
  readonly side: ReadonlySignal<TabletSide>;
  readonly door: StaffDoor;
  /** From the residents' screen. */
  readonly open: () => void;
  /** After a restart of the page, for who was at work; what was not sent is sent. */
  readonly resume: () => Promise<void>;
  /** "Joke: klaar", and back from the way in. */
  readonly leave: () => void;
  /** This is no tablet of the house any more: nothing is sent and nothing is kept. */
  readonly putOut: () => void;
}

export interface TabletDeps {
  readonly platform: Omit<WorkPlatform, 'storage'> & { readonly page: Pick<Page, 'whenTouched' | 'whenWoken'> };
  readonly sessions: SessionDesk;
  /** Taps of staff; it never has a board of theirs. `shared` gives the residents' own board where there is no network. */
  readonly storage: (how: { readonly shared: boolean }) => Storage;
  readonly kept: KeptSession;
  readonly alone: (work: () => Promise<Delivery>) => Promise<Delivery>;
  /** The residents' screen is shown again. */
  readonly onLeave: () => void;
}

/** Without a touch. */
const SESSION_QUIET = 10 * MINUTE;
const DOOR_QUIET = 2 * MINUTE;
const LOOK_EVERY: Instant = 5_000;

export function createTablet(deps: TabletDeps): Tablet {
  const { kept, platform, sessions } = deps;
  const { page, systemNow, timers } = platform;
  const side = signal<TabletSide | null>(null);
  let touchedAt: Instant = systemNow();
  let toldServerAt: Instant = 0;
  /** Sends what the one before left. */
  let courier: StaffWork | null = null;
  let stopWatching = () => {};
  let isOut = false;

  const workOf = (me: Me, shared: boolean) =>
    createStaffWork({ platform: { ...platform, storage: deps.storage({ shared }) }, me, alone: deps.alone });

  const begin = (me: Me, shared: boolean) => {
    stopWatching();
    courier?.stop();
    courier = null;
    const work = workOf(me, shared);
    toldServerAt = systemNow();
    note(me);
    side.value = { type: 'work', work };
    stopWatching = effect(() => {
      if (work.connection.value.type === 'notEnrolled') sessionIsOver();
    });
    void work.start();
  };
  const note = ({ name, role, staffId }: Me) => {
    if (isOut || staffId == null || role === 'operator') return;
    kept.keep({ staffId, name, role }, touchedAt + SESSION_QUIET);
  };
  const endWork = () => {
    if (side.value?.type !== 'work') return;
    const { work } = side.value;
    stopWatching();
    work.leaveBoard();
    sendOn(work);
  };
  /** What waits goes out although nobody is there; then nothing is left. */
  const sendOn = (work: StaffWork) => {
    if (isOut) return work.stop();
    courier = work;
    kept.keepSending();
    stopWatching = effect(() => {
      if (work.unanswered.value > 0) return;
      work.stop();
      kept.forget();
      courier = null;
    });
  };
  const sessionIsOver = () => {
    endWork();
    door.reset('over');
    side.value = { type: 'door' };
  };
  const leave = () => {
    if (side.value === null) return;
    const wasIn = side.value.type === 'work';
    endWork();
    if (wasIn) void sessions.leave().catch(() => undefined);
    door.reset('none');
    side.value = null;
    deps.onLeave();
  };
  const door = createStaffDoor({ sessions, onEntered: (me) => begin(me, false) });

  const look = () => {
    const now = systemNow();
    // A clock that was put back would leave the screen to whoever comes next for as long.
    touchedAt = Math.min(touchedAt, now);
    const quiet = now - touchedAt;
    if (side.value !== null && quiet >= (side.value.type === 'work' ? SESSION_QUIET : DOOR_QUIET)) leave();
    timers.after(LOOK_EVERY, look);
  };
  /** The server counts ten minutes too: a hand on the list is somebody at work. */
  const touched = () => {
    const now = systemNow();
    if (side.value?.type === 'work' && now - touchedAt >= SESSION_QUIET) return leave();
    touchedAt = now;
    if (side.value?.type !== 'work') return;
    const { work } = side.value;
    note(work.me);
    if (now - toldServerAt < MINUTE) return;
    toldServerAt = now;
    void sessions.enter(null).then((entered) => {
      const isMine = side.value?.type === 'work' && side.value.work === work;
      if (isMine && entered.type === 'out' && entered.why === 'noSession') sessionIsOver();
    });
  };
  page.whenTouched(touched);
  look();

  return {
    side: computed(() => side.value ?? DOOR),
    door,
    open() {
      touchedAt = systemNow();
      door.reset('none');
      side.value = { type: 'door' };
    },
    async resume() {
      const me = kept.read(systemNow(), SESSION_QUIET);
      if (me === null) {
        const work = workOf({ staffId: null, name: '', role: 'volunteer' }, false);
        await work.startSending();
        if (side.value === null) sendOn(work);
        return deps.onLeave();
      }
      touchedAt = systemNow();
      side.value = { type: 'moment' };
      const entered = await sessions.enter(null);
      if (side.value?.type !== 'moment') return;
      if (entered.type === 'in') return begin(entered.me, false);
      if (entered.why === 'unreachable') return begin(me, true);
      const work = workOf(me, false);
      await work.startSending();
      sendOn(work);
      side.value = null;
      deps.onLeave();
    },
    leave,
    putOut() {
      isOut = true;
      courier?.putOut();
      if (side.value?.type === 'work') side.value.work.putOut();
      leave();
      stopWatching();
      courier = null;
      kept.forget();
    },
  };
}

const DOOR: TabletSide = { type: 'door' };
