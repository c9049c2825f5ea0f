/** One meal on the tablet and which of its screens is shown. Refuses to know which meal comes first. */
import { useMemo, useState } from 'preact/hooks';
import { mealList } from '../../../domain/meal-views.ts';
import { SheetScreen } from '../print/SheetScreen.tsx';
import { AddScreen } from './AddScreen.tsx';
import { FinishedScreen } from './FinishedScreen.tsx';
import { MealPage, type MealPageProps } from './MealPage.tsx';
import { MoveScreen, OpenOneScreen } from './MoveScreen.tsx';
import type { MealScreen } from './meal-screen.ts';
import { mealSpeech } from './meal-words.ts';
import { PaperScreen } from './PaperScreen.tsx';

export interface MealProps extends Omit<MealPageProps, 'onShow'> {
  readonly print: () => void;
}

export function Meal(props: MealProps) {
  const { board, desk, onReady, print } = props;
  const [screen, setScreen] = useState<MealScreen>({ type: 'list' });
  const minute = desk.minute.value;
  // The list computes its own: twice is too slow for a tick.
  const isList = screen.type === 'list';
  const list = useMemo(
    () => (isList ? null : mealList(board, props.activityId, minute)),
    [board, props.activityId, minute, isList],
  );
  const speech = useMemo(() => mealSpeech(props.speech, board), [props.speech, board]);
  const show = (next: MealScreen) => {
    desk.untell();
    setScreen(next);
  };
  const toList = () => setScreen({ type: 'list' });
  if (list === null || isList) return <MealPage {...props} onShow={show} />;
  const common = { desk, board, speech, list, onBack: toList };
  switch (screen.type) {
    case 'add':
      return <AddScreen {...common} />;
    case 'move': {
      const view = [...list.plates, ...list.waiting].find(({ plate }) => plate.id === screen.plateId);
      return view === undefined ? <MealPage {...props} onShow={show} /> : <MoveScreen {...common} view={view} />;
    }
    case 'openOne':
      return <OpenOneScreen {...common} />;
    case 'paper':
      return <PaperScreen {...common} onReady={onReady} />;
    case 'sheet':
      return <SheetScreen {...common} print={print} />;
    case 'finished':
      return <FinishedScreen desk={desk} speech={speech} list={list} onList={toList} onReady={onReady} />;
  }
}
