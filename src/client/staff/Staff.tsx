/** The staff side as a whole: waits for the board, and sends who is signed out to the door. */
import type { StaffApp } from '../app/staff-app.ts';
import type { StaffSpeech } from '../i18n/staff-i18n.ts';
import { DeskContext } from './desk-context.ts';
import { ScootersPage } from './ScootersPage.tsx';
import { SignIn, Waiting } from './SignIn.tsx';

export interface StaffProps {
  readonly app: StaffApp;
  readonly speech: StaffSpeech;
  readonly onAgain: () => void;
}

export function Staff({ app, speech, onAgain }: StaffProps) {
  const connection = app.connection.value.type;
  if (connection === 'notEnrolled' || connection === 'revoked') {
    return <SignIn speech={speech} why="ended" onAgain={onAgain} />;
  }
  const board = app.board.value;
  if (board === null) return <Waiting speech={speech} />;
  return (
    <DeskContext.Provider value={{ app, ...speech }}>
      <ScootersPage board={board} />
    </DeskContext.Provider>
  );
}
