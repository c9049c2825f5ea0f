/** Who is not signed in sees how to come in. Refuses to ask for anything: the link does it. */

import type { WhyNotIn } from '../app/staff-app.ts';
import type { StaffSpeech } from '../i18n/staff-i18n.ts';
import { Button, State } from './controls.tsx';

export interface SignInProps {
  readonly speech: StaffSpeech;
  readonly why: WhyNotIn | 'ended';
  readonly onAgain: () => void;
}

const reasons = {
  noSession: 'deskframe:enterNo',
  ended: 'deskframe:enterEnded',
  codeGone: 'deskframe:enterGone',
  tooManyTries: 'deskframe:enterTries',
  unreachable: 'deskframe:enterAway',
} as const;

export function SignIn({ speech: { t }, why, onAgain }: SignInProps) {
  return (
    <main class="s-enter">
      <div class="s-card">
        <h1>{t('deskframe:enterTitle', { place: t('deskframe:enterHouse') })}</h1>
        <p role="status">
          <State tone={why === 'noSession' || why === 'ended' ? 'info' : 'warn'}>{t(reasons[why])}</State>
        </p>
        <h2>{t('deskframe:enterHow')}</h2>
        <ol>
          <li>{t('deskframe:enterStep1')}</li>
          <li>{t('deskframe:enterStep2')}</li>
          <li>{t('deskframe:enterStep3')}</li>
        </ol>
        <p class="s-row is-wrap">
          {why === 'unreachable' ? (
            <Button tone="main" onPress={onAgain}>
              {t('deskframe:enterAgain')}
            </Button>
          ) : null}
          <a class="s-button" href="/">
            {t('deskframe:enterKiosk')}
          </a>
        </p>
      </div>
    </main>
  );
}

/** While the first answer is on its way. */
export function Waiting({ speech: { t } }: { readonly speech: StaffSpeech }) {
  return (
    <main class="s-enter" aria-live="polite">
      <h1 class="s-hidden">{t('deskframe:title')}</h1>
      <p>{t('deskframe:loading')}</p>
    </main>
  );
}
