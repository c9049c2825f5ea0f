/**
 * Every screen but the two a kiosk stands on, in a file of its own: it is fetched as soon as Vandaag is there, so that
 * Vandaag does not wait for it.
 */
import { type Bulletin, type BulletinDeps, createBulletin } from '../app/bulletin.ts';
import { laterWords } from '../i18n/locales/nl/later-words.ts';
import type { Screen } from '../state/screens.ts';
import { ActivityScreen } from './ActivityScreen.tsx';
import { useApp } from './app-context.ts';
import { awayParts } from './away-parts.tsx';
import type { BoardProps } from './board-props.ts';
import { bulletinParts } from './bulletin-parts.tsx';
import { ChooseDish } from './ChooseDish.tsx';
import { ChoosePlate } from './ChoosePlate.tsx';
import { Day } from './Day.tsx';
import { Done } from './Done.tsx';
import { Help } from './Help.tsx';
import { LanguageScreen } from './LanguageScreen.tsx';
import { Message, Messages } from './Messages.tsx';
import { MyThings } from './MyThings.tsx';
import { OneMoment } from './OneMoment.tsx';
import { PauseMeals } from './PauseMeals.tsx';
import { PictureCode } from './PictureCode.tsx';
import { CardTrouble, Refused } from './Refused.tsx';
import { ScooterChoice } from './ScooterChoice.tsx';
import { ScooterDays } from './ScooterDays.tsx';
import { ScooterFull, ScooterPast } from './ScooterFull.tsx';
import { ScooterLength } from './ScooterLength.tsx';
import { ScooterTimes } from './ScooterTimes.tsx';
import { StandingMeals } from './StandingMeals.tsx';
import { StillThere } from './StillThere.tsx';
import { Team } from './Team.tsx';
import { Trip } from './Trip.tsx';
import { TripBroken } from './TripBroken.tsx';
import { TripEnd } from './TripEnd.tsx';
import { TripReturn } from './TripReturn.tsx';
import { VisitAsked } from './VisitAsked.tsx';
import { Week } from './Week.tsx';
import { WhoAreYou } from './WhoAreYou.tsx';

/** What these screens say in Dutch. */
export const furtherWords = laterWords;

/** What hangs in the house, what draws it, and what the first screens say of themselves. */
export function hangBulletin(deps: BulletinDeps): Bulletin & typeof bulletinParts & typeof awayParts {
  return { ...createBulletin(deps), ...bulletinParts, ...awayParts };
}

export interface FurtherProps extends BoardProps {
  /** What is wrong with the card that was just held, where nobody was asked for one. */
  readonly card: Parameters<typeof CardTrouble>[0]['card'] | null;
  readonly screen: Exclude<Screen, { readonly type: 'rest' | 'today' }> | { readonly type: 'stillThere' } | null;
}

export function FurtherScreen({ board, card, screen }: FurtherProps) {
  const app = useApp();
  if (card !== null) return <CardTrouble card={card} />;
  switch (screen?.type) {
    case undefined:
      return null;
    case 'stillThere':
      return <StillThere />;
    case 'day':
      return <Day board={board} date={screen.date} page={screen.page} />;
    case 'week':
      return <Week board={board} page={screen.page} />;
    case 'activity':
      return <ActivityScreen board={board} activityId={screen.activityId} />;
    case 'who':
      return <WhoAreYou board={board} screen={screen} />;
    case 'dish':
      return <ChooseDish board={board} screen={screen} />;
    case 'plate':
      return <ChoosePlate board={board} screen={screen} />;
    case 'standing':
      return <StandingMeals board={board} seriesId={screen.seriesId} activityId={screen.activityId} />;
    case 'pause':
      return <PauseMeals board={board} seriesId={screen.seriesId} />;
    case 'done':
      return <Done board={board} screen={screen} />;
    case 'myThings':
      return <MyThings board={board} page={screen.page} />;
    case 'language':
      return <LanguageScreen page={screen.page} />;
    case 'messages':
      return <Messages page={screen.page} />;
    case 'message':
      return <Message announcementId={screen.announcementId} />;
    case 'help':
      return <Help board={board} />;
    case 'team':
      return <Team board={board} page={screen.page} />;
    case 'visit':
      return <VisitAsked board={board} residentId={screen.residentId} what={screen.what} />;
    case 'refused':
      if (screen.reason.type === 'tripPast' && screen.date !== undefined)
        return <ScooterPast board={board} date={screen.date} />;
      return <Refused reason={screen.reason} date={screen.date} />;
    case 'scooter':
      return <ScooterDays board={board} page={screen.page} />;
    case 'scooterChoice':
      return <ScooterChoice board={board} page={screen.page} />;
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
