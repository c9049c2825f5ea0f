/** What could not be, in at most two sentences: what happened and what to do now, with one button. */
import type { ComponentChildren } from 'preact';
import type { PlainDate } from '../../domain/time.ts';
import type { Key } from '../i18n/keys.ts';
import type { Reason } from '../state/screens.ts';
import { Key as WideKey } from '../ui/Key.tsx';
import { Tab } from '../ui/NavBar.tsx';
import { Screen } from '../ui/Screen.tsx';
import { useApp } from './app-context.ts';
import { DayAndTime } from './DayAndTime.tsx';
import { OwnBar } from './question-bar.tsx';
import { EyesAndEars } from './question-tools.tsx';
import { Said } from './Said.tsx';

type Sentences = readonly [what: Key, now: Key];

export interface RefusedProps {
  readonly reason: Reason;
  /** Of the trip that could not be. */
  readonly date?: PlainDate | undefined;
}

export function Refused({ reason, date }: RefusedProps) {
  return <Refusal sentences={refusedWords(reason)} next={<NextStep reason={reason} date={date} />} />;
}

/** The best thing to do now: another time or day for a trip, one's own things, or back. */
function NextStep({ reason, date }: RefusedProps) {
  const app = useApp();
  const { t } = app.i18n;
  const next = nextOf(reason);
  if (date !== undefined && app.wanted.value.scooterId !== null && isAboutScooter(reason)) {
    const others = () => app.show({ type: 'scooterChoice', page: 0 });
    return <WideKey picture="scooter" label={t('scooter:otherScooter')} tone="yes" onTap={others} />;
  }
  if (next === 'mine') {
    return <WideKey picture="my-things" label={t('common:mine')} tone="yes" onTap={app.openMyThings} />;
  }
  if (next === 'time' && date !== undefined) {
    const times = () => app.show({ type: 'scooterTime', date, page: 0 });
    return <WideKey picture="clock" label={t('refused:otherTime')} tone="yes" onTap={times} />;
  }
  if (next === 'time' || next === 'day') {
    const days = () => app.show({ type: 'scooter', page: 0 });
    return <WideKey picture="calendar" label={t('refused:otherDay')} tone="yes" onTap={days} />;
  }
  return <BackKey />;
}

function BackKey() {
  const app = useApp();
  return <WideKey picture="back" label={app.i18n.t('common:back')} tone="yes" onTap={app.back} />;
}

/** A card that led nowhere, on a screen that had not asked for one. */
export function CardTrouble({ card }: { readonly card: 'unknown' | 'tooManyTries' | 'unreachable' }) {
  return <Refusal sentences={cardTroubles[card]} next={<BackKey />} />;
}

const cardTroubles: Readonly<Record<'unknown' | 'tooManyTries' | 'unreachable', Sentences>> = {
  unknown: ['refused:cardUnknown', 'refused:cardUnknownDo'],
  tooManyTries: ['refused:cardResting', 'refused:cardUnknownDo'],
  unreachable: ['refused:cardAway', 'refused:cardUnknownDo'],
};

function Refusal({
  sentences: [what, now],
  next,
}: {
  readonly sentences: Sentences;
  readonly next: ComponentChildren;
}) {
  const app = useApp();
  const { t } = app.i18n;
  return (
    <Screen
      id="refused"
      bar={
        <OwnBar>
          <Tab picture="home" label={t('common:today')} onTap={app.home} />
          <EyesAndEars />
          <DayAndTime />
        </OwnBar>
      }
    >
      <Said subject={what} picture="help">
        <div role="alert">
          <h1>{t(what)}</h1>
          <p class="story">{t(now)}</p>
          {next}
        </div>
      </Said>
    </Screen>
  );
}

/** Another scooter may be had where this chosen one may not. */
function isAboutScooter({ type }: Reason): boolean {
  return type === 'noClearance' || type === 'scooterOutOfService' || type === 'scooterTaken';
}

function nextOf({ type }: Reason): 'mine' | 'day' | 'time' | 'back' {
  switch (type) {
    case 'bookingUnknown':
    case 'bookingOver':
    case 'tooManyBookings':
    case 'bookingOverlaps':
    case 'alreadyTaken':
    case 'notTaken':
      return 'mine';
    case 'clearanceEnds':
    case 'tripTooFarAhead':
    case 'scooterBlackout':
    case 'tooManyHours':
    case 'bookingReleased':
      return 'day';
    case 'scooterUnknown':
    case 'tripInvalid':
    case 'tripTooLong':
    case 'tripPast':
    case 'timeDoesNotExist':
    case 'timeExistsTwice':
    case 'scootersClosed':
    case 'scooterOutOfService':
    case 'scooterTaken':
    case 'noneFree':
      return 'time';
    default:
      return 'back';
  }
}

/** What no resident can meet at a screen, or could do anything about. */
type ForStaff =
  | 'notBroken'
  | 'noticeUnknown'
  | 'dateNotInSeries'
  | 'activityNotCancelled'
  | 'endsBeforeStart'
  | 'notAMeal'
  | 'menuInvalid'
  | 'mealNotBegun'
  | 'sheetTaken'
  | 'sheetUnknown'
  | 'lineTaken'
  | 'staffUnknown'
  | 'passwordNeeded'
  | 'userNameTaken'
  | 'nameTaken'
  | 'lastAdmin'
  | 'notUnderstood'
  | 'changedMeanwhile'
  | 'announcementUnknown'
  | 'announcementEmpty'
  | 'alarmWordy'
  | 'announcementEndsFirst'
  | 'announcementOver'
  | 'announcementTooLong'
  | 'seriesOver'
  | 'seriesEndless'
  | 'seriesEmpty'
  | 'firstDateSkipped'
  | 'endInPast'
  | 'shiftTooFar'
  | 'roomUnknown'
  | 'capacityBelow'
  | 'namesWouldShow'
  | 'againTooLate'
  | 'mealHasNames'
  | 'periodInvalid'
  | 'periodUnknown'
  | 'isAMeal'
  | 'activityNotToday'
  | 'nobodyToTell'
  | 'callUnknown'
  | 'callTold'
  | 'nameMissing'
  | 'doorUnreadable'
  | 'phoneUnreadable'
  | 'floorMissing'
  | 'otherFloor'
  | 'alreadyLivesHere'
  | 'cardTaken'
  | 'typesMissing'
  | 'tooManyLinks';

/** What happened, and what to do now. Refusals only staff can meet say the same as what was not understood. */
export function refusedWords(reason: Reason): Sentences {
  switch (reason.type) {
    case 'activityFull':
    case 'activityCancelled':
    case 'activityStarted':
    case 'activityUnknown':
    case 'activityTooFarAhead':
    case 'signUpClosed':
    case 'signUpNotNeeded':
    case 'tooLate':
    case 'alreadySignedUp':
    case 'notSameHome':
    case 'tooManyGuests':
    case 'partyTooLarge':
    case 'signUpUnknown':
    case 'residentUnknown':
    case 'notAllowed':
    case 'needsNetwork':
      return [`refused:${reason.type}`, `refused:${reason.type}Do`];
    case 'scooterUnknown':
    case 'noClearance':
    case 'clearanceEnds':
    case 'tripInvalid':
    case 'tripTooLong':
    case 'tripPast':
    case 'tripTooFarAhead':
    case 'scootersClosed':
    case 'scooterBlackout':
    case 'scooterOutOfService':
    case 'scooterTaken':
    case 'noneFree':
    case 'tooManyBookings':
    case 'tooManyHours':
    case 'bookingOverlaps':
    case 'takenTooEarly':
    case 'bookingUnknown':
    case 'bookingReleased':
    case 'alreadyTaken':
    case 'notTaken':
    case 'scooterNotBack':
    case 'otherType':
      return [`refused:${reason.type}`, `refused:${reason.type}Do`];
    case 'mealClosed':
    case 'mealOver':
    case 'dishUnknown':
    case 'standingUnknown':
    case 'standingFull':
    case 'pauseInvalid':
      return [`refused:${reason.type}`, `refused:${reason.type}Do`];
    case 'plateUnknown':
      return ['refused:signUpUnknown', 'refused:signUpUnknownDo'];
    case 'seriesUnknown':
      return ['refused:activityUnknown', 'refused:activityUnknownDo'];
    case 'bookingOver':
      return ['refused:bookingUnknown', 'refused:bookingUnknownDo'];
    case 'timeDoesNotExist':
    case 'timeExistsTwice':
      return ['refused:clockChange', 'refused:clockChangeDo'];
    default:
      reason.type satisfies ForStaff;
      return ['refused:other', 'refused:otherDo'];
  }
}
