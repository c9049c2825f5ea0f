/** Chooses one's own user name and password, with the rules told before typing. Refuses to keep either. */
import { useState } from 'preact/hooks';
import { passwordLength, whyNotAccount } from '../app/staff-team.ts';
import type { StaffKey } from '../i18n/staff-i18n.ts';
import { Button, State, Wrong } from './controls.tsx';
import { useDesk } from './desk-context.ts';
import { Field, PasswordField, useShowWords } from './Field.tsx';

export interface AccountFormProps {
  readonly onDone: () => void;
  /** Null where one can just close it. */
  readonly onLater: (() => void) | null;
}

type Wrongs = ReturnType<typeof whyNotAccount> | 'taken' | 'common' | 'away' | 'notAllowed';

const sentences: Readonly<Record<Exclude<Wrongs, null>, StaffKey>> = {
  noUserName: 'deskenter:noUserName',
  longUserName: 'deskenter:longUserName',
  short: 'deskenter:short',
  long: 'deskenter:long',
  isUserName: 'deskenter:isUserName',
  taken: 'deskenter:taken',
  common: 'deskenter:common',
  away: 'deskenter:savingAway',
  notAllowed: 'deskno:notAllowed',
};
const ofUserName: readonly Wrongs[] = ['noUserName', 'longUserName', 'taken'];
const ofPassword: readonly Wrongs[] = ['short', 'long', 'isUserName', 'common'];

export function AccountForm({ onDone, onLater }: AccountFormProps) {
  const { app, t } = useDesk();
  const [userName, setUserName] = useState('');
  const [password, setPassword] = useState('');
  const [wrong, setWrong] = useState<Wrongs>(null);
  const words = useShowWords();
  const save = async () => {
    const account = { userName: userName.trim(), password };
    const no = whyNotAccount(account);
    setWrong(no);
    if (no !== null || app.me.staffId == null) return;
    const answer = await app.team.setPassword({ staffId: app.me.staffId, ...account });
    if (answer.ok) {
      app.say(t('deskenter:saved', { userName: account.userName }));
      return onDone();
    }
    setWrong(
      answer.why === 'weak'
        ? 'common'
        : answer.why === 'taken'
          ? 'taken'
          : answer.why === 'notAllowed'
            ? 'notAllowed'
            : 'away',
    );
  };
  const said = (of: readonly Wrongs[]) => (wrong !== null && of.includes(wrong) ? t(sentences[wrong]) : null);
  const enough = password.length >= passwordLength.least;
  return (
    <form
      class="s-form"
      method="post"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field
        label={t('deskenter:userName')}
        help={t('deskenter:userNameRule')}
        name="username"
        autocomplete="username"
        value={userName}
        onInput={setUserName}
        wrong={said(ofUserName)}
        focusFirst
      />
      <div>
        <PasswordField
          label={t('deskenter:newPassword')}
          help={t('deskenter:passwordRule', { count: passwordLength.least })}
          name="password"
          autocomplete="new-password"
          value={password}
          onInput={setPassword}
          wrong={said(ofPassword)}
          words={words}
        />
        <p class="s-help" role="status">
          {password === '' ? null : (
            <State tone={enough ? 'ok' : 'info'}>
              {enough
                ? t('deskenter:longEnough')
                : t('deskenter:stillMissing', { count: passwordLength.least - password.length })}
            </State>
          )}
        </p>
      </div>
      <Wrong id="account" sentence={wrong === 'away' || wrong === 'notAllowed' ? t(sentences[wrong]) : null} />
      <div class="s-ends">
        {onLater === null ? null : <Button onPress={onLater}>{t('deskenter:later')}</Button>}
        <button type="submit" class="s-button is-main">
          {t('deskenter:save')}
        </button>
      </div>
    </form>
  );
}
