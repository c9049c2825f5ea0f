/** A screen that needs the board is only drawn when there is one. */
import type { Board } from '../../domain/board.ts';

export interface BoardProps {
  readonly board: Board;
}
