/** Puts the staff side of a shared screen together, when somebody opens its door. Refuses to be loaded before that. */
import type { ReadonlySignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import type { Board } from '../domain/board.ts';
import type { Instant } from '../domain/time.ts';
import { createTablet } from './app/tablet.ts';
import { createStaffSpeech } from './i18n/staff-i18n.ts';
import type { StaffHttp } from './platform/http.ts';
import { browserRandom, createIds } from './platform/ids.ts';
import { createKeptSession } from './platform/kept-session.ts';
import { createOneTab } from './platform/one-tab.ts';
import type { Page } from './platform/page.ts';
import { createStaffStorage } from './platform/staff-storage.ts';
import { createStorage, type Storage } from './platform/storage.ts';
import type { Timers } from './platform/timers.ts';
import { takeWholeGlass } from './platform/whole-glass.ts';
import { STAFF_DATABASE } from './platform/wipe.ts';
import { TabletStaff } from './staff/TabletStaff.tsx';
import { asStaffOf, createSessionDesk } from './sync/staff-session.ts';
import './styles/staff-meal.css';
import './styles/staff-parted.css';
import './styles/staff-meal-screens.css';
import './styles/staff-meal-sheet.css';

export interface TabletPlace {
  readonly http: StaffHttp;
  readonly timers: Timers;
  readonly page: Page;
  readonly systemNow: () => Instant;
  /** Of the residents' screen. */
  readonly storage: Storage;
  readonly board: ReadonlySignal<Board | null>;
  readonly minute: ReadonlySignal<Instant>;
  readonly onLeave: () => void;
}

export interface TabletSideOfScreen {
  readonly Screen: ComponentType;
  readonly open: () => void;
  readonly resume: () => Promise<void>;
  readonly putOut: () => void;
  readonly cardRead: (raw: string) => void;
}

export function createTabletSide(place: TabletPlace): TabletSideOfScreen {
  const { http, page, systemNow, timers } = place;
  const staffHttp = asStaffOf(http);
  const durable = createStorage({ timers, name: STAFF_DATABASE });
  const oneTab = createOneTab(navigator.locks, 'huiskamer-staff-outbox');
  const root = document.documentElement;
  const speech = createStaffSpeech({ lang: root.lang, dir: root.dir });
  const tablet = createTablet({
    platform: {
      http: staffHttp,
      timers,
      page,
      systemNow,
      idsFrom: (now) => createIds({ now, fillRandom: browserRandom }),
    },
    sessions: createSessionDesk({ http: staffHttp }),
    storage: ({ shared }) =>
      createStaffStorage({ durable, board: shared ? place.storage.board : () => Promise.resolve(null) }),
    kept: createKeptSession(() => localStorage),
    alone: (work) => afterTheFrame(timers).then(() => oneTab(work)),
    onLeave() {
      takeWholeGlass(window);
      place.onLeave();
    },
  });
  return {
    Screen: () => (
      <TabletStaff
        tablet={tablet}
        speech={speech}
        shared={() => place.board.value}
        now={() => place.minute.value}
        print={() => print()}
      />
    ),
    open: tablet.open,
    resume: tablet.resume,
    putOut: tablet.putOut,
    cardRead(raw) {
      if (tablet.side.value.type === 'door') tablet.door.card(raw);
    },
  };
}

/** Sending can wait until the tick stands on the glass: on a slow tablet it would hold the frame back. */
const FRAME = 80;

function afterTheFrame(timers: Timers): Promise<void> {
  return new Promise((resolve) => {
    timers.after(FRAME, resolve);
  });
}
