/** Rust: useful without a touch. Shows day, clock and what comes next; the first touch only wakes. */
import type { ComponentChildren } from 'preact';
import { type ActivityView, nextActivity } from '../../domain/views.ts';
import { capitalised, clockInWords, formatDayMonth, formatTime, formatWeekdayPart } from '../i18n/dates.ts';
import { languages } from '../i18n/languages.ts';
import { Name } from '../ui/Name.tsx';
import { pictureOf } from '../ui/pictograms/activity-picture.ts';
import { Pictogram } from '../ui/pictograms/Pictogram.tsx';
import { HouseScene } from '../ui/pictures/HouseScene.tsx';
import { TouchHand } from '../ui/pictures/TouchHand.tsx';
import { useScreenChange } from '../ui/Screen.tsx';
import { TapButton } from '../ui/TapButton.tsx';
import { soonWord } from './ActivityRow.tsx';
import { tintOf } from './activity-look.ts';
import { type App, useApp } from './app-context.ts';
import type { BoardProps } from './board-props.ts';
import { todayOf } from './frame.tsx';
import { dayName, digits, speechOf } from './now.ts';

/** Words of welcome that stand on one line. */
const WELCOMES = 6;

export function Rest({ board }: BoardProps) {
  const app = useApp();
  const { t } = app.i18n;
  const speech = speechOf(app);
  const { date, time } = todayOf(app);
  const night = app.dark.value;
  const bulletin = app.bulletin.value;
  const hung = bulletin?.turn.value ?? null;
  useScreenChange('rest');
  return (
    <div data-screen="rest">
      <main class={night ? 'rest night' : 'rest'}>
        <div class="moment">
          <h1 class="day">{capitalised(speech, formatWeekdayPart(speech, date, time))}</h1>
          <p class="clock">
            <bdi>{formatTime(time)}</bdi>
          </p>
          <p class="words">
            {dateLines(app).map((line) => (
              <span key={line}>{line}</span>
            ))}
          </p>
        </div>
        <section class="coming">
          {bulletin === null || hung === null ? (
            <Next view={nextActivity(board, app.minute.value)} night={night} />
          ) : (
            <bulletin.OnRest announcement={hung} />
          )}
          <p class="wake">
            <TouchHand />
            <span>{t('rest:touch')}</span>
          </p>
          {bulletin === null ? null : <bulletin.AwayAtRest />}
        </section>
        <HouseScene night={night} />
        <p class="welcome">
          {languages.slice(0, WELCOMES).map(({ tag, dir, welcome }) => (
            <span key={tag} lang={tag} dir={dir}>
              {welcome}
            </span>
          ))}
        </p>
        <TapButton class="wake-all" label={t('rest:touch')} onTap={app.wake}>
          {null}
        </TapButton>
      </main>
    </div>
  );
}

/** "half drie", "14 oktober"; without the words where a language has none for the clock. */
function dateLines(app: App): readonly string[] {
  const speech = speechOf(app);
  const { date, time } = todayOf(app);
  const day = formatDayMonth(speech, date);
  return speech.language.tag === 'nl' ? [clockInWords(speech, time), day] : [day];
}

function Next({ view, night }: { readonly view: ActivityView | null; readonly night: boolean }) {
  const app = useApp();
  const { t } = app.i18n;
  if (view === null) {
    return (
      <Card picture={night ? 'moon' : 'sun'} look={night ? 'plain' : 'now'}>
        <span class="what">{t(night ? 'rest:goodNight' : 'rest:nothing')}</span>
        <span class="where">{t('rest:nothingMore')}</span>
      </Card>
    );
  }
  const { activity } = view;
  const today = app.wallClock.value.date;
  const isToday = activity.date <= today;
  const speech = speechOf(app);
  const day = dayName(speech, today, activity.date);
  const at = capitalised(speech, t('rest:at', { day, time: digits(activity.startTime) }));
  if (night && !isToday) {
    return (
      <Card picture="moon" look="plain">
        <span class="what">{t('rest:goodNight')}</span>
        <span class="where">{at}</span>
        <Title view={view} />
      </Card>
    );
  }
  return (
    <Card picture={pictureOf(activity)} look={view.moment === 'later' ? tintOf(activity) : 'now'}>
      <span class={isToday ? 'at' : 'at on-day'}>{isToday ? <bdi>{digits(activity.startTime)}</bdi> : at}</span>
      <Title view={view} />
      <span class="where">{whereWords(app, view)}</span>
    </Card>
  );
}

function Title({ view }: { readonly view: ActivityView }) {
  const dutch = useApp().i18n.language.value.tag === 'nl';
  return (
    <span class="what" lang={dutch ? undefined : 'nl'}>
      <Name text={view.activity.title} />
    </span>
  );
}

function whereWords(app: App, view: ActivityView): string {
  const when = soonWord(app, view);
  const { room } = view.activity;
  if (when === undefined || room === '') return when ?? room;
  return app.i18n.t('rest:where', { when, room });
}

interface CardProps {
  readonly picture: Parameters<typeof Pictogram>[0]['name'];
  readonly look: string;
  readonly children: ComponentChildren;
}

function Card({ picture, look, children }: CardProps) {
  return (
    <div class="card">
      <span class={`side ${look}`}>
        <Pictogram name={picture} />
      </span>
      <p>{children}</p>
    </div>
  );
}
