/**
 * Starts the staff side at /beheer: lets in who has a link or a session, then makes the parts, joins them, draws.
 * Refuses to keep anything of it on the device.
 */
import { signal } from '@preact/signals';
import { render } from 'preact';
import { createStaffApp, type Part, parts } from './app/staff-app.ts';
import { createStaffSpeech } from './i18n/staff-i18n.ts';
import { watchForDefects } from './platform/defects.ts';
import { createHttp } from './platform/http.ts';
import { browserRandom, createIds } from './platform/ids.ts';
import { createPage } from './platform/page.ts';
import { createMemoryStorage } from './platform/storage.ts';
import { createTimers } from './platform/timers.ts';
import { SignIn, Waiting } from './staff/SignIn.tsx';
import { Staff } from './staff/Staff.tsx';
import { asStaffOf, createSessionDesk, type Me } from './sync/staff-session.ts';
import './styles/staff.css';

const NARROW = '(max-width: 719px)';
const LETTERS = 'huiskamer.letters';
const SESSIONS_WAIT = 20_000;

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

const sessions = createSessionDesk({
  http,
  async remove(path) {
    const signal = AbortSignal.timeout(SESSIONS_WAIT);
    await fetch(path, { method: 'DELETE', credentials: 'same-origin', signal }).catch(() => undefined);
  },
});

/** What the address asks for after its #: a part of the page, or the code of a link, which must not stay there. */
function asked(): { readonly part: Part | null; readonly code: string | null } {
  const text = location.hash.slice(1);
  const part = parts.find((each) => each === text) ?? null;
  return { part, code: part === null && /^[\w-]{8,200}$/.test(text) ? text : null };
}

async function enter(): Promise<void> {
  render(<Waiting speech={speech} />, place);
  const { code } = asked();
  if (code !== null) history.replaceState(null, '', location.pathname);
  const entered = await sessions.enter(code);
  if (entered.type === 'in') return start(entered.me);
  render(<SignIn speech={speech} why={entered.why} onAgain={() => void enter()} />, place);
}

function start(me: Me): Promise<void> {
  const part = signal<Part>(asked().part ?? 'week');
  addEventListener('hashchange', () => {
    const { part: next, code } = asked();
    if (code !== null) location.reload();
    else part.value = next ?? 'week';
  });
  const app = createStaffApp({
    me,
    platform: {
      http: asStaffOf(http),
      storage: createMemoryStorage(),
      timers,
      page: createPage(window),
      systemNow: Date.now,
      idsFrom: (now) => createIds({ now, fillRandom: browserRandom }),
      narrow: narrowGlass(),
      part,
      goTo(next) {
        part.value = next;
        if (asked().part !== next) history.pushState(null, '', `#${next}`);
      },
      ...singleLetters(),
    },
    leave() {
      void sessions.leave().then(() => location.assign(location.pathname));
    },
  });
  render(<Staff app={app} speech={speech} onAgain={() => location.reload()} />, place);
  return app.start();
}

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
