/** What could not be, in at most two sentences: what happened and what to do now, with one button. */
import type { Key } from '../i18n/keys.ts';
import type { Reason } from '../state/screens.ts';
import { Key as WideKey } from '../ui/Key.tsx';
import { Tab } from '../ui/NavBar.tsx';
import { Pictogram } from '../ui/pictograms/Pictogram.tsx';
import { Screen } from '../ui/Screen.tsx';
import { useApp } from './app-context.ts';
import { OwnBar } from './frame.tsx';

type Sentences = readonly [what: Key, now: Key];

export function Refused({ reason }: { readonly reason: Reason }) {
  return <Said sentences={refusedWords(reason)} />;
}

/** A card that led nowhere, on a screen that had not asked for one. */
export function CardTrouble({ card }: { readonly card: 'unknown' | 'tooManyTries' | 'unreachable' }) {
  return <Said sentences={cardTroubles[card]} />;
}

const cardTroubles: Readonly<Record<'unknown' | 'tooManyTries' | 'unreachable', Sentences>> = {
  unknown: ['refused:cardUnknown', 'refused:cardUnknownDo'],
  tooManyTries: ['refused:cardResting', 'refused:cardUnknownDo'],
  unreachable: ['refused:cardAway', 'refused:cardUnknownDo'],
};

function Said({ sentences: [what, now] }: { readonly sentences: Sentences }) {
  const app = useApp();
  const { t } = app.i18n;
  return (
    <Screen
      id="refused"
      bar={
        <OwnBar>
          <Tab picture="home" label={t('common:today')} onTap={app.home} />
        </OwnBar>
      }
    >
      <main class="ask said">
        <div class="drawing">
          <Pictogram name="help" />
        </div>
        <div role="alert">
          <h1>{t(what)}</h1>
          <p class="story">{t(now)}</p>
          <WideKey picture="back" label={t('common:back')} tone="yes" onTap={app.back} />
        </div>
      </main>
    </Screen>
  );
}

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
      return [`refused:${reason.type}`, `refused:${reason.type}Do`];
    case 'noticeUnknown':
    case 'seriesUnknown':
    case 'dateNotInSeries':
    case 'activityNotCancelled':
    case 'endsBeforeStart':
    case 'notUnderstood':
      return ['refused:other', 'refused:otherDo'];
  }
}
