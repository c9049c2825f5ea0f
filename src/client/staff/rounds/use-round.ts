/**
 * Telling, and not reaching, somebody on the round: with its way back, and with the row left where it is, so that no other
 * comes under the finger. Refuses to draw.
 */
import { useState } from 'preact/hooks';
import type { Board } from '../../../domain/board.ts';
import type { Instant } from '../../../domain/time.ts';
import { type DeskStop, noteCommand, roundOf, undoCommand } from '../../app/rounds.ts';
import { useDesk } from '../desk-context.ts';
import { whoAndDoor } from './round-words.ts';

export interface Round {
  readonly open: readonly DeskStop[];
  /** Put off until later. */
  readonly later: readonly DeskStop[];
  readonly told: readonly DeskStop[];
  /** Told since the list was opened: these stay in sight. */
  readonly kept: ReadonlySet<string>;
  readonly forget: () => void;
  readonly tell: (stop: DeskStop) => void;
  readonly miss: (stop: DeskStop) => void;
  /** Not reached, and not before this moment again. */
  readonly putOff: (stop: DeskStop, until: Instant) => void;
  readonly undo: (stop: DeskStop) => void;
}

export function useRound(board: Board): Round {
  const desk = useDesk();
  const { app, t } = desk;
  const [kept, keep] = useState<ReadonlySet<string>>(new Set());
  const { later, open, told } = roundOf(board, app.minute.value);
  const note = (each: DeskStop, outcome: 'told' | 'notReached', again: Instant | null = null) => {
    const who = whoAndDoor(desk, each);
    const said = again === null ? t('deskround:tellNotReached', { who }) : t('deskround:tellLater', { who });
    const text = outcome === 'told' ? t('deskround:tellTold', { who }) : said;
    const back = { command: undoCommand(each.stop), text: t('deskround:tellUndone', { who }) };
    const no = app.act(noteCommand(each.stop, outcome, again), { text, undo: () => back });
    if (no !== null) app.refuse(no);
    return no === null;
  };
  return {
    open,
    later,
    told,
    kept,
    forget: () => keep(new Set()),
    tell(each) {
      if (note(each, 'told')) keep(new Set([...kept, each.stop.id]));
    },
    miss: (each) => void note(each, 'notReached'),
    putOff: (each, until) => void note(each, 'notReached', until),
    undo(each) {
      const text = t('deskround:tellUndone', { who: whoAndDoor(desk, each) });
      const no = app.act(undoCommand(each.stop), { text });
      if (no !== null) app.refuse(no);
    },
  };
}
