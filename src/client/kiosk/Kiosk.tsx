/** Chooses the screen that is shown. The question whether somebody is still there comes before every other. */

import type { ReadonlySignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useScreenChange } from '../ui/Screen.tsx';
import { type App, useApp } from './app-context.ts';
import type { BoardProps } from './board-props.ts';
import type { FurtherScreen } from './further-screens.tsx';
import { OneMoment } from './OneMoment.tsx';
import { Rest } from './Rest.tsx';
import { Today } from './Today.tsx';

export interface KioskProps {
  /** The other screens; null until their file is there. */
  readonly further: ReadonlySignal<typeof FurtherScreen | null>;
  /** What a browser shows that is no tablet of the house; null until its file is there. */
  readonly enrol: ReadonlySignal<ComponentType | null>;
}

export function Kiosk({ enrol, further }: KioskProps) {
  const app = useApp();
  const board = app.board.value;
  // Other letters or words move everything too: the second landing of a bounce would hit what came under the finger.
  useScreenChange(`${app.phase.value.type} ${app.size.value} ${app.i18n.language.value.tag}`);
  if (board === null) {
    const why = whyNoBoard(app.connection.value.type);
    const Enrol = why === 'loading' ? null : enrol.value;
    const NoBoard = app.connection.value.type === 'offline' ? app.bulletin.value?.NoBoard : undefined;
    if (NoBoard !== undefined) return <NoBoard />;
    return Enrol === null ? <OneMoment t={app.i18n.t} why={why} /> : <Enrol />;
  }
  const asking = app.phase.value.type === 'asking';
  const Further = further.value;
  return (
    <>
      {/* Nobody says who they are before these screens are there. */}
      {asking && Further !== null ? <Further board={board} card={null} screen={STILL_THERE} /> : null}
      {/* Kept as it was, to the page and the row, for when somebody says yes. */}
      <div class="kept" hidden={asking}>
        <Shown board={board} further={further} />
      </div>
    </>
  );
}

const STILL_THERE = { type: 'stillThere' } as const;

function whyNoBoard(connection: App['connection']['value']['type']) {
  return connection === 'notEnrolled' || connection === 'revoked' ? connection : 'loading';
}

function Shown({ board, further }: BoardProps & Pick<KioskProps, 'further'>) {
  const app = useApp();
  const screen = app.screen.value;
  const card = app.card.value;
  const isDesk = screen.type === 'who' || screen.type === 'code';
  const trouble = isDesk || card === 'none' || card === 'reading' ? null : card;
  if (trouble === null && screen.type === 'rest') return <Rest board={board} />;
  if (trouble === null && screen.type === 'today') return <Today board={board} page={screen.page} />;
  const Further = further.value;
  if (Further === null) return <OneMoment t={app.i18n.t} why="loading" />;
  const shown = screen.type === 'rest' || screen.type === 'today' ? null : screen;
  return <Further board={board} card={trouble} screen={shown} />;
}
