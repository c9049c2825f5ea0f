/** Hoe lang wilt u pauze? A few lengths, each with the meal after it. */
import { pauseOf } from '../../domain/own-meal-views.ts';
import { DishTile } from '../ui/DishTile.tsx';
import { Header } from '../ui/Header.tsx';
import { Pictogram } from '../ui/pictograms/Pictogram.tsx';
import { Screen } from '../ui/Screen.tsx';
import { useApp } from './app-context.ts';
import type { BoardProps } from './board-props.ts';
import { toolsOf } from './frame.tsx';
import { pauseWords } from './meal-words.ts';
import { BackBar } from './question-bar.tsx';
import { Refused } from './Refused.tsx';
import { standingOf } from './StandingMeals.tsx';

const WEEK = 7;
const WEEKS = [1, 2, 4];
/** "Tot ik het zeg": as long as a pause can be. */
const A_YEAR = 52;

export function PauseMeals({ board, seriesId }: BoardProps & { readonly seriesId: string }) {
  const app = useApp();
  const { t } = app.i18n;
  const view = standingOf(app, board, seriesId);
  if (view === null || view.state === 'none') return <Refused reason={{ type: 'standingUnknown', seriesId }} />;
  return (
    <Screen
      id="pause"
      header={
        <Header title={t('meal:howLong')} dial={<Pictogram name="moon" />} sub={view.title} tools={toolsOf(app)} />
      }
      bar={<BackBar />}
    >
      <main class="tiles dishes" data-slots="4">
        {[...WEEKS, A_YEAR].map((weeks) => {
          const pause = pauseOf(board, view, weeks * WEEK);
          if (pause === null) return null;
          const open = weeks === A_YEAR;
          return (
            <DishTile
              key={weeks}
              picture={open ? 'help' : 'calendar'}
              label={open ? t('meal:untilISay') : t('meal:weeks', { count: weeks })}
              small={open ? undefined : pauseWords(app, pause)}
              onTap={() => app.pauseEveryTime(seriesId, pause)}
            />
          );
        })}
      </main>
    </Screen>
  );
}
