/**
 * Starts the staff side at /beheer: lets in who has a link, a password or a session, then makes the parts, joins them, draws.
 * Refuses to keep anything of it on the device.
 */
import { signal } from '@preact/signals';
import { render } from 'preact';
import { localAt } from '../domain/time.ts';
import { createStaffApp } from './app/staff-app.ts';
import { addressOf, firstPlaceOf, type Place, placeAt } from './app/staff-places.ts';
import { createStaffSpeech } from './i18n/staff-i18n.ts';
import { keepOffline } from './offline-main.ts';
import { createCardReader } from './platform/card-reader.ts';
import { copyText } from './platform/clipboard.ts';
import { watchForDefects } from './platform/defects.ts';
import { createHttp } from './platform/http.ts';
import { browserRandom, createIds } from './platform/ids.ts';
import { createKeptDrafts } from './platform/kept-drafts.ts';
import { createPage } from './platform/page.ts';
import { photoOf } from './platform/photo-file.ts';
import { readChosenFile } from './platform/read-file.ts';
import { saveFile } from './platform/save-file.ts';
import { createSteps } from './platform/steps.ts';
import { createMemoryStorage } from './platform/storage.ts';
import { createTimers } from './platform/timers.ts';
import { SignIn, Waiting } from './staff/SignIn.tsx';
import { Staff } from './staff/Staff.tsx';
import type { OfflineCopy } from './state/offline-copy.ts';
import { asStaffOf, createSessionDesk, type Entered, type Me } from './sync/staff-session.ts';
import './styles/staff.css';

const NARROW = '(max-width: 719px)';
const LETTERS = 'huiskamer.letters';
const SECOND = 1_000;

const root = document.documentElement;
const speech = createStaffSpeech(root);
const timers = createTimers();
const http = createHttp({ fetch: (...input) => fetch(...input), timers, systemNow: Date.now });
const found = document.getElementById('app');
if (found === null) throw new Error('index.html without its place for the app');
const place: HTMLElement = found;
root.dataset.side = 'staff';
document.title = speech.t('deskframe:title');

watchForDefects({
  view: window,
  timers,
  log: (defect) => console.error(defect),
  draw: (calm) => render(<p class="s-enter">{speech.t('deskframe:brokenPage')}</p>, calm),
});

const sessions = createSessionDesk({ http });
const signedIn = signal(false);

/** What the address asks for after its #: a place, or the code of a link, which must not stay there. */
function asked(): { readonly place: Place | null; readonly code: string | null } {
  const text = location.hash.slice(1);
  const place = placeAt(text);
  return { place, code: place === null && /^[\w-]{8,200}$/.test(text) ? text : null };
}

async function enter(): Promise<void> {
  render(<Waiting speech={speech} />, place);
  const { code } = asked();
  if (code !== null) history.replaceState(null, '', location.pathname);
  welcome(await sessions.enter(code));
}

function welcome(entered: Entered): void {
  if (entered.type === 'in') return void start(entered.me);
  const { why, rests } = entered;
  const until = rests === null ? null : localAt(Date.now() + rests * SECOND, Temporal.Now.timeZoneId()).time;
  render(
    <SignIn
      speech={speech}
      why={why}
      restsUntil={until}
      onAgain={() => void enter()}
      onAccount={async (account) => welcome(await sessions.enterWith(account))}
    />,
    place,
  );
}

function start(me: Me): Promise<void> {
  signedIn.value = true;
  const here = signal<Place>(asked().place ?? firstPlaceOf(me.role));
  addEventListener('hashchange', () => {
    const { place: next, code } = asked();
    if (code !== null) location.reload();
    else here.value = next ?? firstPlaceOf(me.role);
  });
  const again = () => location.reload();
  const steps = createSteps(window);
  const app = createStaffApp({
    me,
    sessions,
    startAnew: again,
    platform: {
      http: asStaffOf(http),
      storage: createMemoryStorage(),
      timers,
      page: createPage(window),
      systemNow: Date.now,
      idsFrom: (now) => createIds({ now, fillRandom: browserRandom }),
      narrow: narrowGlass(),
      place: here,
      goTo(next) {
        here.value = next;
        steps.whenBack(() => {
          if (location.hash.slice(1) !== addressOf(next)) history.pushState(null, '', `#${addressOf(next)}`);
        });
      },
      step: steps.step,
      hearCards(listener) {
        const hear = createCardReader({ timers, onCard: listener });
        addEventListener('keydown', hear, { capture: true });
        return () => removeEventListener('keydown', hear, { capture: true });
      },
      drafts: createKeptDrafts(() => localStorage),
      photoOf,
      save: saveFile,
      readFile: readChosenFile,
      print: () => window.print(),
      whenLeft(listener) {
        addEventListener('pagehide', listener);
        document.addEventListener('visibilitychange', () => {
          if (document.visibilityState === 'hidden') listener();
        });
      },
      copy: copyText,
      origin: location.origin,
      open: (address) => location.assign(address),
      ...singleLetters(),
    },
    leave() {
      void sessions.leave().then(() => location.assign(location.pathname));
    },
  });
  // Nothing of staff is kept on the device: what was not sent yet would be gone.
  addEventListener('beforeunload', (event) => {
    if (app.unanswered.value > 0) event.preventDefault();
  });
  render(<Staff app={app} speech={speech} onAgain={again} loadPreview={loadPreview} />, place);
  return app.start();
}

const loadPreview = () => import('./preview-main.tsx').then(({ KioskPreview }) => KioskPreview);

function narrowGlass() {
  const query = matchMedia(NARROW);
  const narrow = signal(query.matches);
  query.addEventListener('change', () => {
    narrow.value = query.matches;
  });
  return narrow;
}

/** A private window may have no storage: then the choice lasts as long as the page. */
function singleLetters() {
  const letters = signal(true);
  try {
    letters.value = localStorage.getItem(LETTERS) !== 'off';
  } catch {
    letters.value = true;
  }
  return {
    letters,
    setLetters(on: boolean) {
      letters.value = on;
      try {
        localStorage.setItem(LETTERS, on ? 'on' : 'off');
      } catch {
        return;
      }
    },
  };
}

void enter();
// While somebody is signed in nothing takes their page away; a browser that is closed opens the newest the next time.
keepOffline({
  timers,
  page: createPage(window),
  systemNow: Date.now,
  copy: signal<OfflineCopy>({ type: 'unknown' }),
  rest: () => ({ free: !signedIn.value, unsent: 0, durable: false, time: null }),
  reachable: () => true,
  belongs: () => true,
});
