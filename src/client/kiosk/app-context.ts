/** What a resident's screen may see and do: a part of the whole app, and nothing beside it. */
import type { ReadonlySignal } from '@preact/signals';
import { type ComponentType, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Announcement } from '../../domain/announcement.ts';
import type { Bulletin } from '../app/bulletin.ts';
import type { App as WholeApp } from '../app.ts';
import type { ToolProps } from '../ui/Header.tsx';

type Seen =
  | 'board'
  | 'minute'
  | 'wallClock'
  | 'dark'
  | 'screen'
  | 'phase'
  | 'secondsLeft'
  | 'identity'
  | 'viewer'
  | 'away'
  | 'connection'
  | 'size'
  | 'card'
  | 'code'
  | 'own'
  | 'wanted'
  | 'chosenScooter'
  | 'unsent'
  | 'uncertain'
  | 'hasScooters'
  | 'codePictures'
  | 'codeLength'
  | 'ownBooking'
  | 'takenFrom'
  | 'untold';

type Done =
  | 'wake'
  | 'stillHere'
  | 'home'
  | 'back'
  | 'show'
  | 'turnTo'
  | 'toggleSize'
  | 'chooseLanguage'
  | 'join'
  | 'chooseToEat'
  | 'changeDish'
  | 'eatEveryTime'
  | 'stopEveryTime'
  | 'pauseEveryTime'
  | 'resumeEveryTime'
  | 'openMyThings'
  | 'chooseFloor'
  | 'chooseDoor'
  | 'identify'
  | 'withdraw'
  | 'changeGuests'
  | 'choosePicture'
  | 'clearPictures'
  | 'openMyTrips'
  | 'book'
  | 'chooseScooter'
  | 'cancelTrip'
  | 'takeScooter'
  | 'returnScooter'
  | 'moveTrip'
  | 'tripSeen'
  | 'reportBroken'
  | 'missed'
  | 'dismissNotice'
  | 'signUpAgain'
  | 'told'
  | 'finish'
  | 'askVisit'
  | 'takeBackVisit'
  | 'openStaffDoor';

export interface App extends Pick<WholeApp, Seen | Done> {
  readonly i18n: Pick<WholeApp['i18n'], 'language' | 't'>;
  /** What hangs in the house; null until its file is there. */
  readonly bulletin: ReadonlySignal<BulletinOnScreen | null>;
  /** Adds reading aloud to the tools of a screen and the tools every screen has; null until its file is there. */
  readonly reading: ReadonlySignal<
    ((first: readonly ToolProps[], always: readonly ToolProps[]) => readonly ToolProps[]) | null
  >;
}

type Hung = ComponentType<{ readonly announcement: Announcement }>;
/** What hangs, and how the screens that stand there first draw it. */
export interface BulletinOnScreen extends Bulletin {
  readonly Note: Hung;
  readonly OnRest: Hung;
  readonly Alarm: Hung;
  /** What these screens must admit of themselves. */
  readonly AwayNote: ComponentType;
  readonly AwayAtRest: ComponentType;
  /** In place of every screen, where there is no board and nobody answers. */
  readonly NoBoard: ComponentType;
}

export const AppContext = createContext<App | null>(null);

export function useApp(): App {
  const app = useContext(AppContext);
  if (app === null) throw new Error('A screen was drawn outside AppContext');
  return app;
}
