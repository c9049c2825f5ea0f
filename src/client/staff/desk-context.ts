/** What a page of the staff side may see and do, and the words it speaks with. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Board } from '../../domain/board.ts';
import type { StaffApp } from '../app/staff-app.ts';
import type { StaffSpeech } from '../i18n/staff-i18n.ts';
import type { LoadPreview } from './announcements/preview.ts';

export interface Desk extends StaffSpeech {
  readonly app: StaffApp;
  readonly loadPreview: LoadPreview;
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('A page was drawn outside DeskContext');
  return desk;
}

/** A part that needs the board is only drawn when there is one. */
export interface BoardProps {
  readonly board: Board;
}
