/** A card, held to a reader or typed. Refuses to show what was read. */
import { useLayoutEffect, useState } from 'preact/hooks';
import { Button, Wrong } from './controls.tsx';
import { useDesk } from './desk-context.ts';
import { Field } from './Field.tsx';
import { TakeAway, WayHead, type WayProps } from './way.tsx';

export function CardWay({ member, secret, run, wrong }: WayProps) {
  const { app, t } = useDesk();
  const [asking, setAsking] = useState(false);
  const [typed, setTyped] = useState('');
  const save = async (card: string) => {
    setTyped('');
    if (card.trim() === '') return;
    const done = await run(
      'card',
      app.team.setCard(member.id, card.trim()),
      t('deskteam:cardGiven', { name: member.name }),
    );
    if (done !== undefined) setAsking(false);
  };
  useLayoutEffect(() => (asking ? app.hearCards((card) => void save(card)) : undefined), [asking]);
  return (
    <section class="s-card" aria-labelledby="way-card">
      <WayHead id="way-card" title={t('deskteam:card')} has={secret?.card ?? null} />
      {asking ? (
        <form
          class="s-form"
          onSubmit={(event) => {
            event.preventDefault();
            void save(typed);
          }}
        >
          <div class="is-secret">
            <Field
              label={t('deskteam:cardHold')}
              help={t('deskteam:cardType')}
              value={typed}
              maxLength={64}
              onInput={setTyped}
              focusFirst
            />
          </div>
          <div class="s-row is-wrap">
            <Button onPress={() => setAsking(false)}>{t('deskframe:stop')}</Button>
            <button type="submit" class="s-button">
              {t('deskteam:cardSave')}
            </button>
          </div>
        </form>
      ) : (
        <div class="s-row is-wrap">
          <Button onPress={() => setAsking(true)}>
            {t(secret?.card === true ? 'deskteam:cardNew' : 'deskteam:cardGive')}
          </Button>
          {secret?.card === true ? (
            <TakeAway
              way="card"
              member={member}
              run={run}
              words={t('deskteam:cardRemove')}
              told={t('deskteam:cardRemoved', { name: member.name })}
            />
          ) : null}
        </div>
      )}
      <Wrong id="way-card" sentence={wrong?.way === 'card' ? wrong.sentence : null} />
    </section>
  );
}
