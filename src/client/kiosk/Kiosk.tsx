/** Chooses the screen that is shown. The question whether somebody is still there comes before every other. */

import { useScreenChange } from '../ui/Screen.tsx';
import { ActivityScreen } from './ActivityScreen.tsx';
import { type App, useApp } from './app-context.ts';
import type { BoardProps } from './board-props.ts';
import { Day } from './Day.tsx';
import { Done } from './Done.tsx';
import { Help } from './Help.tsx';
import { LanguageScreen } from './LanguageScreen.tsx';
import { MyThings } from './MyThings.tsx';
import { OneMoment } from './OneMoment.tsx';
import { PictureCode } from './PictureCode.tsx';
import { CardTrouble, Refused } from './Refused.tsx';
import { Rest } from './Rest.tsx';
import { ScooterDays } from './ScooterDays.tsx';
import { ScooterFull } from './ScooterFull.tsx';
import { ScooterLength } from './ScooterLength.tsx';
import { ScooterTimes } from './ScooterTimes.tsx';
import { StillThere } from './StillThere.tsx';
import { Today } from './Today.tsx';
import { Trip } from './Trip.tsx';
import { TripBroken } from './TripBroken.tsx';
import { TripEnd } from './TripEnd.tsx';
import { TripReturn } from './TripReturn.tsx';
import { Week } from './Week.tsx';
import { WhoAreYou } from './WhoAreYou.tsx';

export function Kiosk() {
  const app = useApp();
  const board = app.board.value;
  useScreenChange(app.phase.value.type);
  if (board === null) return <OneMoment t={app.i18n.t} why={whyNoBoard(app.connection.value.type)} />;
  const asking = app.phase.value.type === 'asking';
  return (
    <>
      {asking ? <StillThere /> : null}
      {/* Kept as it was, to the page and the row, for when somebody says yes. */}
      <div class="kept" hidden={asking}>
        <Shown board={board} />
      </div>
    </>
  );
}

function whyNoBoard(connection: App['connection']['value']['type']) {
  return connection === 'notEnrolled' || connection === 'revoked' ? connection : 'loading';
}

function Shown({ board }: BoardProps) {
  const app = useApp();
  const screen = app.screen.value;
  const card = app.card.value;
  const isDesk = screen.type === 'who' || screen.type === 'code';
  if (!isDesk && card !== 'none' && card !== 'reading') return <CardTrouble card={card} />;
  switch (screen.type) {
    case 'rest':
      return <Rest board={board} />;
    case 'today':
      return <Today board={board} page={screen.page} />;
    case 'day':
      return <Day board={board} date={screen.date} page={screen.page} />;
    case 'week':
      return <Week board={board} page={screen.page} />;
    case 'activity':
      return <ActivityScreen board={board} activityId={screen.activityId} />;
    case 'who':
      return <WhoAreYou board={board} screen={screen} />;
    case 'done':
      return <Done board={board} screen={screen} />;
    case 'myThings':
      return <MyThings board={board} page={screen.page} />;
    case 'language':
      return <LanguageScreen />;
    case 'help':
      return <Help board={board} />;
    case 'refused':
      return <Refused reason={screen.reason} date={screen.date} />;
    case 'scooter':
      return <ScooterDays board={board} page={screen.page} />;
    case 'scooterFull':
      return <ScooterFull board={board} date={screen.date} />;
    case 'scooterTime':
      return <ScooterTimes board={board} date={screen.date} page={screen.page} />;
    case 'scooterLength':
      return <ScooterLength board={board} date={screen.date} time={screen.time} />;
    case 'code':
      return <PictureCode board={board} screen={screen} />;
    case 'moment':
      return <OneMoment t={app.i18n.t} why="asking" />;
    case 'trip':
      return <Trip board={board} bookingId={screen.bookingId} />;
    case 'tripReturn':
      return <TripReturn board={board} bookingId={screen.bookingId} />;
    case 'tripBroken':
      return <TripBroken board={board} bookingId={screen.bookingId} when={screen.when} />;
    case 'tripDone':
      return <TripEnd board={board} bookingId={screen.bookingId} what={screen.what} />;
  }
}
