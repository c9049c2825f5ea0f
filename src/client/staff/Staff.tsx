/** The staff side as a whole: waits for the board, shows the page asked for, sends who is signed out to the door. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { StaffApp } from '../app/staff-app.ts';
import type { StaffSpeech } from '../i18n/staff-i18n.ts';
import { AccountForm } from './AccountForm.tsx';
import { AnnouncementsPage } from './announcements/AnnouncementsPage.tsx';
import type { LoadPreview } from './announcements/preview.ts';
import { type BoardProps, DeskContext, useDesk } from './desk-context.ts';
import { Frame } from './Frame.tsx';
import { MealsPage } from './MealsPage.tsx';
import { ResidentsPage } from './people/ResidentsPage.tsx';
import { ProgrammePage } from './programme/ProgrammePage.tsx';
import { RoundPage } from './rounds/RoundPage.tsx';
import { ScootersPage } from './ScootersPage.tsx';
import { SignIn, Waiting } from './SignIn.tsx';
import { SignInAgain } from './SignInAgain.tsx';
import { SettingsPage } from './settings/SettingsPage.tsx';
import { TabletsPage } from './TabletsPage.tsx';
import { TeamPage } from './TeamPage.tsx';
import { TodayPage } from './today/TodayPage.tsx';

export interface StaffProps {
  readonly app: StaffApp;
  readonly speech: StaffSpeech;
  readonly onAgain: () => void;
  /** The kiosk, to be drawn small beside what is written. */
  readonly loadPreview: LoadPreview;
}

export function Staff({ app, speech, onAgain, loadPreview }: StaffProps) {
  const board = app.board.value;
  const away = app.away.value;
  if (app.connection.value.type === 'revoked' || (away !== null && board === null)) {
    return <SignIn speech={speech} why="ended" restsUntil={null} onAgain={onAgain} onAccount={null} />;
  }
  if (board === null || !app.begun.ready.value) return <Waiting speech={speech} />;
  return (
    <DeskContext.Provider value={{ app, loadPreview, ...speech }}>
      <Entrance>
        <Frame board={board}>
          <Shown board={board} />
        </Frame>
      </Entrance>
      {away === null ? null : <SignInAgain board={board} away={away} />}
    </DeskContext.Provider>
  );
}

/** Who came by a link and has no password is asked for one first. */
function Entrance({ children }: { readonly children: ComponentChildren }) {
  const { app, t } = useDesk();
  const [asked, setAsked] = useState(false);
  if (asked || app.me.hasPassword !== false) return children;
  const goOn = () => setAsked(true);
  return (
    <main class="s-enter">
      <div class="s-card">
        <h1>{t('deskenter:welcome', { name: app.me.name })}</h1>
        <p>{t('deskenter:whyAccount')}</p>
        <AccountForm onDone={goOn} onLater={goOn} />
      </div>
    </main>
  );
}

function Shown({ board }: BoardProps) {
  const place = useDesk().app.place.value;
  switch (place.page) {
    case 'vandaag':
      return <TodayPage board={board} />;
    case 'kloppen':
      return <RoundPage board={board} />;
    case 'berichten':
      return <AnnouncementsPage board={board} part={place.part} />;
    case 'programma':
      return <ProgrammePage board={board} />;
    case 'eten':
      return <MealsPage board={board} part={place.part} />;
    case 'bewoners':
      return <ResidentsPage board={board} part={place.part} />;
    case 'scootmobielen':
      return <ScootersPage board={board} part={place.part} />;
    case 'team':
      return <TeamPage board={board} />;
    case 'tablets':
      return <TabletsPage board={board} />;
    case 'instellingen':
      return <SettingsPage board={board} part={place.part} />;
  }
}
