/** "Elke donderdag": what it means, said before it is so; and once it is so, this time not, a pause, or no more. */
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { type StandingView, standingView } from '../../domain/own-meal-views.ts';
import { activityView } from '../../domain/views.ts';
import { DishTile } from '../ui/DishTile.tsx';
import { Header } from '../ui/Header.tsx';
import { Key } from '../ui/Key.tsx';
import { Tab } from '../ui/NavBar.tsx';
import { Pictogram } from '../ui/pictograms/Pictogram.tsx';
import { Screen } from '../ui/Screen.tsx';
import { type App, useApp } from './app-context.ts';
import type { BoardProps } from './board-props.ts';
import { DayAndTime } from './DayAndTime.tsx';
import { toolsOf } from './frame.tsx';
import { everyWords, mealMoment, pauseWords } from './meal-words.ts';
import { BackBar, OwnBar } from './question-bar.tsx';
import { EyesAndEars } from './question-tools.tsx';
import { Refused } from './Refused.tsx';
import { Said } from './Said.tsx';

interface StandingProps extends BoardProps {
  readonly seriesId: string;
  readonly activityId: string | null;
}

/** Of two who act together, what is not so for one of them is not so. */
const RANK: readonly StandingView['state'][] = ['none', 'on', 'paused'];

export function standingOf(app: App, board: BoardProps['board'], seriesId: string): StandingView | null {
  const residentIds = app.identity.value?.residentIds ?? [];
  const all = residentIds.flatMap(
    (residentId) => standingView(board, { seriesId, residentId }, app.minute.value) ?? [],
  );
  return all.toSorted((one, other) => RANK.indexOf(one.state) - RANK.indexOf(other.state))[0] ?? null;
}

export function StandingMeals({ board, seriesId, activityId }: StandingProps) {
  const app = useApp();
  const view = standingOf(app, board, seriesId);
  const stood = useRef(false);
  if (view === null) return <Refused reason={{ type: 'seriesUnknown', seriesId }} />;
  if (view.state !== 'none') {
    stood.current = true;
    return <Stands board={board} view={view} />;
  }
  return <Offer view={view} stopped={stood.current} onTap={() => app.eatEveryTime(seriesId, activityId)} />;
}

interface OfferProps {
  readonly view: StandingView;
  /** It was so a moment ago. */
  readonly stopped: boolean;
  readonly onTap: () => void;
}

function Offer({ view, stopped, onTap }: OfferProps) {
  const app = useApp();
  const { t } = app.i18n;
  const every = everyWords(app, view.rhythm);
  return (
    <Screen
      id={stopped ? 'standing stopped' : 'standing offer'}
      bar={
        <OwnBar>
          <Tab picture="back" label={t('common:back')} onTap={app.back} />
          <EyesAndEars />
          <DayAndTime />
        </OwnBar>
      }
    >
      <Said subject={every} picture="calendar">
        <div>
          <h1>{t(stopped ? 'meal:noStanding' : 'meal:offer', { every })}</h1>
          {stopped ? null : <p class="story">{t('meal:offerMore', { every })}</p>}
          <Key picture="check" label={t('meal:start', { every })} tone={stopped ? 'plain' : 'yes'} onTap={onTap} />
        </div>
      </Said>
    </Screen>
  );
}

function Stands({ board, view }: BoardProps & { readonly view: StandingView }) {
  const app = useApp();
  const { t } = app.i18n;
  const { residentId, rhythm, series, state, title } = view;
  const seriesId = series.id;
  const saved = app.unsent.value.has(`${seriesId}/${residentId}`);
  const said = state === 'on' ? t('meal:standingMore') : pauseWords(app, view);
  const now = state === 'paused' ? null : thisTime(app, board, view);
  return (
    <Screen
      id={`standing ${state}`}
      header={
        <Header
          title={t(state === 'on' ? 'meal:standing' : 'meal:paused', { every: everyWords(app, rhythm) })}
          dial={<Pictogram name="calendar" />}
          sub={
            <>
              <span>{title}</span>
              <span class="more">· {saved ? t('activity:saved') : said}</span>
            </>
          }
          tools={toolsOf(app)}
        />
      }
      bar={<BackBar />}
    >
      <main class="tiles dishes" data-slots={now === null ? 2 : 3}>
        {state === 'paused' ? (
          <DishTile picture="sign-up" label={t('meal:resume')} onTap={() => app.resumeEveryTime(seriesId)} />
        ) : (
          <>
            {now}
            <DishTile picture="moon" label={t('meal:pause')} onTap={() => app.show({ type: 'pause', seriesId })} />
          </>
        )}
        <DishTile picture="cross" label={t('meal:stop')} onTap={() => app.stopEveryTime(seriesId)} />
      </main>
    </Screen>
  );
}

/** The next meal: not, or yes again. */
function thisTime(app: App, board: BoardProps['board'], { next }: StandingView): ComponentChildren {
  const { t } = app.i18n;
  const view = next === null ? null : activityView(board, next.id, app.minute.value, app.viewer.value);
  if (next === null || view === null) return null;
  const small = mealMoment(app, next);
  const { party } = view;
  if (party !== null) {
    const leave = () => app.withdraw(next.id, party.id);
    return <DishTile picture="undo" label={t('meal:notNow')} small={small} onTap={leave} />;
  }
  if (view.state !== 'open' && view.state !== 'full') return null;
  return <DishTile picture="sign-up" label={t('meal:yesNow')} small={small} onTap={() => app.join(next.id, 0)} />;
}
