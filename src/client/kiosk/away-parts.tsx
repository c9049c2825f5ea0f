/** What the screens say about themselves: no network, an old board, nothing that keeps taps. Refuses to alarm. */
import { civilDate, clockTime, formatDayMonth, formatTime } from '../i18n/dates.ts';
import { Pictogram } from '../ui/pictograms/Pictogram.tsx';
import { Armchair } from '../ui/pictures/Armchair.tsx';
import { Row, Slip } from '../ui/Slip.tsx';
import { type App, useApp } from './app-context.ts';
import { digits, speechOf } from './now.ts';

type Away = NonNullable<App['away']['value']>;

/** In the last slot of a list. Large letters leave room for one line: then how old it is says that it is cut off too. */
export function AwayNote() {
  const app = useApp();
  const away = app.away.value;
  if (away === null) return null;
  const [title, more] = awayWords(app, away);
  const large = app.size.value === 'groter';
  const aged = away.boardOf === null ? null : app.i18n.t('away:boardOfShort', { when: whenOf(app, away.boardOf) });
  return (
    <Row>
      <Slip picture="network-away" tint="plain" look="note" name={large ? (aged ?? title) : title}>
        {large ? undefined : more}
      </Slip>
    </Row>
  );
}

/** At rest there is room for one line. */
export function AwayAtRest() {
  const app = useApp();
  const away = app.away.value;
  if (away === null) return null;
  const [title, more] = awayWords(app, away);
  return (
    <p class="away">
      <Pictogram name="network-away" />
      <span>{away.boardOf === null ? title : more}</span>
    </p>
  );
}

/** There is no board and no server: what staff can look at. A wrong clock makes every safe connection fail. */
export function NoBoard() {
  const app = useApp();
  const { t } = app.i18n;
  const { date, time } = app.wallClock.value;
  const now = { date: formatDayMonth(speechOf(app), civilDate(date)), time: digits(time) };
  return (
    <div class="screen question" data-screen="no-board">
      <main class="ask" aria-live="polite">
        <div class="drawing">
          <Armchair />
        </div>
        <div>
          <h1>{t('away:noBoard')}</h1>
          <p class="story">{t('away:noBoardMore', now)}</p>
        </div>
      </main>
    </div>
  );
}

function awayWords(app: App, { boardOf, type }: Away): readonly [title: string, more: string] {
  const { t } = app.i18n;
  const offline = t('away:offline');
  if (boardOf !== null) return [offline, t('away:boardOf', { when: whenOf(app, boardOf) })];
  return type === 'onlyNetwork' ? [t('away:onlyNetwork'), t('away:onlyNetworkMore')] : [offline, t('away:offlineMore')];
}

/** The time, or the date where that was another day. */
function whenOf(app: App, { date, time }: NonNullable<Away['boardOf']>): string {
  if (date === app.wallClock.value.date) return formatTime(clockTime(time));
  return formatDayMonth(speechOf(app), civilDate(date));
}

/** For who puts the kiosk together. */
export const awayParts = { AwayNote, AwayAtRest, NoBoard } as const;
