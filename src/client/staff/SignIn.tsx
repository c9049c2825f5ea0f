/** Who is not signed in sees how to come in: by user name and password, or by a link. Refuses to say which was wrong. */
import { useState } from 'preact/hooks';
import type { Account, WhyNotIn } from '../app/staff-app.ts';
import type { StaffSpeech } from '../i18n/staff-i18n.ts';
import { Button, State } from './controls.tsx';
import { clock } from './desk-words.ts';
import { Field, PasswordField } from './Field.tsx';

export interface SignInProps {
  readonly speech: StaffSpeech;
  readonly why: WhyNotIn | 'ended';
  /** The time from which it may be tried again; null where nobody said. */
  readonly restsUntil: string | null;
  /** Behind this waits what they were doing. */
  readonly goesOn?: boolean;
  readonly onAgain: () => void;
  /** Null where the page has to be loaded again first. */
  readonly onAccount: ((account: Account) => Promise<void>) | null;
}

const reasons = {
  noSession: 'deskenter:no',
  ended: 'deskenter:ended',
  codeGone: 'deskenter:gone',
  wrong: 'deskenter:wrong',
  tooManyTries: 'deskenter:tries',
  unreachable: 'deskenter:away',
} as const;

export function SignIn({ goesOn = false, speech: { t }, why, restsUntil, onAgain, onAccount }: SignInProps) {
  const said =
    why === 'tooManyTries' && restsUntil !== null
      ? t('deskenter:triesUntil', { time: clock(restsUntil) })
      : t(reasons[why]);
  return (
    <main class="s-enter">
      <div class="s-card">
        <h1>{t('deskenter:title', { place: t('deskenter:house') })}</h1>
        <p role="status">
          <State tone={why === 'noSession' || why === 'ended' ? 'info' : 'warn'}>{said}</State>
        </p>
        {goesOn ? <p>{t('deskenter:goesOn')}</p> : null}
        {onAccount === null ? (
          <Button tone="main" onPress={onAgain}>
            {t('deskenter:signInAgain')}
          </Button>
        ) : (
          <AccountEntry t={t} onAccount={onAccount} />
        )}
        <h2>{t('deskenter:how')}</h2>
        <ol>
          <li>{t('deskenter:step1')}</li>
          <li>{t('deskenter:step2')}</li>
          <li>{t(goesOn ? 'deskenter:step3Beside' : 'deskenter:step3')}</li>
        </ol>
        <p class="s-row is-wrap">
          {why === 'unreachable' || goesOn ? <Button onPress={onAgain}>{t('deskenter:again')}</Button> : null}
          {goesOn ? null : (
            <a class="s-button" href="/">
              {t('deskenter:kiosk')}
            </a>
          )}
        </p>
      </div>
    </main>
  );
}

interface AccountEntryProps {
  readonly t: StaffSpeech['t'];
  readonly onAccount: (account: Account) => Promise<void>;
}

/** A form of its own, so that a password manager knows it. */
function AccountEntry({ t, onAccount }: AccountEntryProps) {
  const [userName, setUserName] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const missing = (value: string, sentence: string) => (tried && value.trim() === '' ? sentence : null);
  return (
    <form
      class="s-form"
      method="post"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (busy || userName.trim() === '' || password === '') return;
        setBusy(true);
        void onAccount({ userName: userName.trim(), password }).finally(() => setBusy(false));
      }}
    >
      <h2>{t('deskenter:byPassword')}</h2>
      <Field
        label={t('deskenter:userName')}
        name="username"
        autocomplete="username"
        value={userName}
        onInput={setUserName}
        wrong={missing(userName, t('deskenter:noUserName'))}
      />
      <PasswordField
        label={t('deskenter:password')}
        name="password"
        autocomplete="current-password"
        value={password}
        onInput={setPassword}
        wrong={missing(password, t('deskenter:noPassword'))}
        words={{ show: t('deskenter:show'), hide: t('deskenter:hide') }}
      />
      <div class="s-ends">
        <button type="submit" class="s-button is-main">
          {t(busy ? 'deskenter:entering' : 'deskenter:enter')}
        </button>
      </div>
    </form>
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
