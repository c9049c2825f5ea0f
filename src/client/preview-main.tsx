/**
 * Draws the kiosk itself inside a page of the team, as a tablet would show one announcement or one day: the same program,
 * with a server that never answers and a board that hangs up only this. Refuses every tap.
 */
import { signal } from '@preact/signals';
import { render } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { BoardRows } from '../domain/board.ts';
import { decideForResidents } from '../domain/decide-for-residents.ts';
import { redactBoard } from '../domain/scopes.ts';
import { createApp } from './app.ts';
import { createI18n, loadWords } from './i18n/create-i18n.ts';
import { spokenLanguage } from './i18n/languages.ts';
import { AppContext, type BulletinOnScreen } from './kiosk/app-context.ts';
import { FurtherScreen, furtherWords, hangBulletin } from './kiosk/further-screens.tsx';
import { Kiosk } from './kiosk/Kiosk.tsx';
import { pixelsPerMillimetre } from './platform/calibration.ts';
import { createMemoryStorage } from './platform/storage.ts';
import type { PreviewProps } from './staff/announcements/preview.ts';
import { createDisplay } from './ui/display.ts';
import { createTapGuard, TapGuardContext } from './ui/tap-guard.ts';

/** While somebody types nothing is drawn twice. */
const PAUSE = 200;

export function KioskPreview(props: PreviewProps) {
  const { glass, title } = props;
  const frame = useRef<HTMLIFrameElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(0.36);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const watch = new ResizeObserver(() => setScale(element.clientWidth / glass.width));
    watch.observe(element);
    return () => watch.disconnect();
  }, [glass.width]);
  const what = JSON.stringify([props.announcement, props.seen, props.view, glass, props.groter, props.language]);
  useEffect(() => {
    const page = frame.current?.contentDocument;
    if (page == null) return;
    let stopped = false;
    const timer = setTimeout(() => void draw(page, props, () => stopped), PAUSE);
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [what]);
  return (
    <div ref={box} class="s-glass" style={{ blockSize: `${glass.height * scale}px` }}>
      <iframe
        ref={frame}
        title={title}
        width={glass.width}
        height={glass.height}
        tabIndex={-1}
        inert
        style={{ transform: `scale(${scale})` }}
      />
    </div>
  );
}

async function draw(page: Document, props: PreviewProps, isStopped: () => boolean): Promise<void> {
  const root = page.documentElement;
  dress(page);
  const display = createDisplay(root);
  display.setGlass({ ...props.glass, pixelsPerMillimetre: pixelsPerMillimetre(props.glass, null) });
  const i18n = createI18n({ root, load: loadWords });
  i18n.learn(furtherWords);
  const app = createApp({ i18n, rules: signal(decideForResidents), platform: lonely(props) });
  await app.start();
  const language = spokenLanguage(props.language);
  if (language !== null) await i18n.setLanguage(language).catch(() => undefined);
  app.wake();
  if (props.groter) app.toggleSize();
  display.setTextSize(app.size.value);
  display.setFit(i18n.language.value.long ? 'long' : 'normal');
  const { announcement, view } = props;
  if (announcement !== null && view === 'message') app.show({ type: 'message', announcementId: announcement.id });
  const timers = { after: () => () => undefined };
  const kept = { read: () => null, keep: () => undefined };
  const bulletin = hangBulletin({ http: silent, timers, board: app.board, minute: app.minute, kept });
  await page.fonts.ready;
  if (isStopped()) return;
  const guard = createTapGuard({ now: () => performance.now() });
  const hung = signal<BulletinOnScreen | null>(bulletin);
  render(
    <TapGuardContext.Provider value={guard}>
      <AppContext.Provider value={{ ...app, bulletin: hung, reading: signal(null) }}>
        {announcement !== null && view === 'alarm' ? (
          <bulletin.Alarm announcement={announcement} />
        ) : (
          <Kiosk
            key={JSON.stringify([announcement, props.seen])}
            further={signal(FurtherScreen)}
            enrol={signal(null)}
          />
        )}
      </AppContext.Provider>
    </TapGuardContext.Provider>,
    page.body,
  );
}

/** The same sheets as this page has; those of the team begin with another letter. */
function dress(page: Document): void {
  if (page.head.childElementCount > 0) return;
  for (const sheet of document.querySelectorAll('link[rel="stylesheet"], style'))
    page.head.append(sheet.cloneNode(true));
}

const never = new Promise<never>(() => undefined);
const silent = { get: () => never, post: () => never, stream: () => never, whenAnswered: () => undefined };

/** What a kiosk needs of a browser, where there is none: nobody touches it, no time passes, nothing is kept. */
function lonely({ announcement, board, now }: PreviewProps) {
  const rows: BoardRows = {
    ...redactBoard(board, 'kiosk', now),
    announcement: announcement === null ? [] : [announcement],
  };
  const snapshot = { epoch: 'preview0', version: 0, rows };
  let made = 0;
  return {
    http: silent,
    storage: { ...createMemoryStorage({ type: 'durable' }), board: async () => ({ at: now, snapshot }) },
    timers: { after: () => () => undefined, random: () => 0 },
    page: { whenTouched: () => undefined, whenWoken: () => undefined },
    systemNow: () => now,
    idsFrom: () => () => {
      made += 1;
      return `preview-${made}`;
    },
    alone: () => never,
  };
}
