/** Bent u er nog? Fills the screen, shows no name, and any touch anywhere counts as yes. */
import { Key } from '../ui/Key.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { Armchair } from '../ui/pictures/Armchair.tsx';
import { Screen } from '../ui/Screen.tsx';
import { useApp } from './app-context.ts';
import { OwnBar } from './question-bar.tsx';

/** How long the question stays, in seconds (UX requirement 26). */
const ASKED_FOR = 60;

export function StillThere() {
  const app = useApp();
  const { t } = app.i18n;
  const left = app.secondsLeft.value;
  return (
    <Screen
      id="still-there"
      bar={
        <OwnBar>
          <ProgressBar label={t('still:left', { count: left })} left={left} of={ASKED_FOR} />
        </OwnBar>
      }
    >
      <main class="ask">
        <div class="drawing">
          <Armchair />
        </div>
        <div>
          <h1>{t('still:title')}</h1>
          <p class="story">{t('still:saved')}</p>
          <Key picture="check" label={t('still:yes')} tone="yes" onTap={app.stillHere} />
        </div>
      </main>
    </Screen>
  );
}
