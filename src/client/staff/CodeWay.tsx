/** Six digits for the tablet: a new code is shown once, to be written down. Refuses to show the code there is. */
import { useState } from 'preact/hooks';
import { inTwo } from '../app/staff-team.ts';
import { Button, Wrong } from './controls.tsx';
import { useDesk } from './desk-context.ts';
import { TakeAway, WayHead, type WayProps } from './way.tsx';

export function CodeWay({ member, secret, run, wrong }: WayProps) {
  const { app, t } = useDesk();
  const [digits, setDigits] = useState<string | null>(null);
  const { name, id } = member;
  const give = async () => {
    setDigits((await run('code', app.team.giveCode(id), t('deskteam:codeGiven', { name }))) ?? null);
  };
  return (
    <section class="s-card" aria-labelledby="way-code">
      <WayHead id="way-code" title={t('deskteam:code')} has={secret?.code ?? null} />
      <p>{t('deskteam:codeIs')}</p>
      {digits === null ? null : (
        <div role="status">
          <p class="s-huge">{inTwo(digits)}</p>
          <p>{t('deskteam:codeOnce')}</p>
        </div>
      )}
      <Wrong id="way-code" sentence={wrong?.way === 'code' ? wrong.sentence : null} />
      <div class="s-row is-wrap">
        <Button tone={digits === null ? 'main' : 'plain'} onPress={() => void give()}>
          {t(secret?.code === true ? 'deskteam:codeNew' : 'deskteam:codeGive')}
        </Button>
        {secret?.code === true && digits === null ? (
          <TakeAway
            way="code"
            member={member}
            run={run}
            words={t('deskteam:codeRemove')}
            told={t('deskteam:codeRemoved', { name })}
          />
        ) : null}
      </div>
    </section>
  );
}
