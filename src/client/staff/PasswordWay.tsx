/** User name and password for an own laptop. Refuses a password that is too short or too common. */
import { useState } from 'preact/hooks';
import { passwordLength, whyNotAccount } from '../app/staff-team.ts';
import { Button, Wrong } from './controls.tsx';
import { useDesk } from './desk-context.ts';
import { Field, PasswordField, useShowWords } from './Field.tsx';
import { TakeAway, WayHead, type WayProps } from './way.tsx';

export function PasswordWay({ member, secret, run, wrong }: WayProps) {
  const { app, t } = useDesk();
  const [asking, setAsking] = useState(false);
  const [userName, setUserName] = useState(secret?.userName ?? '');
  const [password, setPassword] = useState('');
  const [own, setOwn] = useState<string | null>(null);
  const words = useShowWords();
  const save = async () => {
    const account = { userName: userName.trim(), password };
    const no = whyNotAccount(account);
    setOwn(no === null ? null : t(`deskenter:${no}`));
    if (no !== null) return;
    const told = t('deskteam:passwordGiven', { name: member.name });
    const done = await run('password', app.team.setPassword({ staffId: member.id, ...account }), told);
    if (done !== undefined) setAsking(false);
  };
  return (
    <section class="s-card" aria-labelledby="way-password">
      <WayHead
        id="way-password"
        title={t('deskteam:password')}
        has={secret === null ? null : secret.userName !== null}
      />
      {asking ? (
        <form
          class="s-form"
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <Field label={t('deskenter:userName')} value={userName} maxLength={40} onInput={setUserName} focusFirst />
          <PasswordField
            label={t('deskenter:newPassword')}
            help={t('deskenter:passwordRule', { count: passwordLength.least })}
            autocomplete="new-password"
            value={password}
            onInput={setPassword}
            words={words}
          />
          <div class="s-row is-wrap">
            <Button onPress={() => setAsking(false)}>{t('deskframe:stop')}</Button>
            <button type="submit" class="s-button">
              {t('deskenter:save')}
            </button>
          </div>
        </form>
      ) : (
        <>
          {secret?.userName == null ? null : <p>{t('deskteam:userIs', { userName: secret.userName })}</p>}
          <div class="s-row is-wrap">
            <Button onPress={() => setAsking(true)}>
              {t(secret?.userName == null ? 'deskteam:passwordGive' : 'deskteam:passwordNew')}
            </Button>
            {secret?.userName == null ? null : (
              <TakeAway
                way="password"
                member={member}
                run={run}
                words={t('deskteam:passwordRemove')}
                told={t('deskteam:passwordRemoved', { name: member.name })}
              />
            )}
          </div>
        </>
      )}
      <Wrong id="way-password" sentence={own ?? (wrong?.way === 'password' ? wrong.sentence : null)} />
    </section>
  );
}
