/** Takes the menu of one date back to that of every week, with its own way back. Refuses where there is none to go by. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Board } from '../../domain/board.ts';
import type { MealList } from '../../domain/meal-views.ts';
import { backToWeekly } from '../app/meal-menu.ts';
import { Button } from './controls.tsx';
import { useDesk } from './desk-context.ts';

interface ToWeeklyProps {
  readonly board: Board;
  readonly list: MealList;
  readonly onDone: () => void;
}

export function ToWeekly({ board, list, onDone }: ToWeeklyProps) {
  const { app, t } = useDesk();
  const back = backToWeekly(board, list);
  if (back === null) return null;
  const act = () => {
    const text = t('deskmenu:toldWeekly');
    const undo = () => ({ command: back.undo, text: t('deskmenu:toldOwn') });
    const refusal = app.act(back.command, { text, undo });
    if (refusal === null) onDone();
    else app.refuse(refusal);
  };
  return (
    <Button icon="undo" onPress={act}>
      {t('deskmenu:toWeekly')}
    </Button>
  );
}

/**
 * Counts how often the form begins again: when the menu of every week is there, and when that was taken back. Not at the
 * press itself: the board follows once what was pressed is kept.
 */
export function useTurns(isOwn: boolean): readonly [number, () => void] {
  const [turn, setTurn] = useState(0);
  const wentBack = useRef(false);
  useEffect(() => {
    if (!wentBack.current) return;
    if (isOwn) wentBack.current = false;
    setTurn((before) => before + 1);
  }, [isOwn]);
  const setWeekly = () => {
    wentBack.current = true;
  };
  return [turn, setWeekly];
}
