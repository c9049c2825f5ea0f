/** Huis: who has left, to be erased for good by a manager. Refuses to erase who still lives here: they leave first. */
import { useState } from 'preact/hooks';
import { type GoneResident, goneResidents } from '../../app/staff-residents.ts';
import { Button, Wrong } from '../controls.tsx';
import { Dialog } from '../Dialog.tsx';
import { type BoardProps, useDesk } from '../desk-context.ts';

export function EraseCard({ board }: BoardProps) {
  const { t } = useDesk();
  const [chosen, choose] = useState<GoneResident | null>(null);
  const gone = goneResidents(board);
  return (
    <section class="s-card s-stack" aria-labelledby="erase">
      <div>
        <h2 id="erase">{t('desksettings:erase')}</h2>
        <p class="is-soft">{t('desksettings:eraseWhy')}</p>
      </div>
      {gone.length === 0 ? <p>{t('desksettings:eraseNone')}</p> : null}
      <ul class="s-tasks">
        {gone.map((each) => (
          <li key={each.id}>
            <span class="is-grow">
              <b>{each.name}</b>
              <br />
              <span class="is-soft">{t(`deskpeople:${each.left}`)}</span>
            </span>
            <Button onPress={() => choose(each)} label={t('desksettings:eraseOne', { name: each.name })}>
              {t('desksettings:eraseAct')}
            </Button>
          </li>
        ))}
      </ul>
      {chosen === null ? null : <EraseDialog resident={chosen} onClose={() => choose(null)} />}
    </section>
  );
}

function EraseDialog({ onClose, resident }: { readonly resident: GoneResident; readonly onClose: () => void }) {
  const { app, t } = useDesk();
  const [wrong, setWrong] = useState<string | null>(null);
  const { id, name } = resident;
  const erase = async () => {
    const outcome = await app.people.erase(id);
    if (outcome !== 'done') return setWrong(t(`desksettings:erase_${outcome}`));
    app.say(t('desksettings:erased'));
    onClose();
  };
  return (
    <Dialog title={t('desksettings:eraseTitle', { name })} onClose={onClose}>
      <div class="s-form">
        <p>{t('desksettings:eraseSays')}</p>
        <p>{t('desksettings:eraseStays')}</p>
        <div role="alert">
          <Wrong id="erase-wrong" sentence={wrong} />
        </div>
        <div class="s-ends">
          <Button onPress={onClose}>{t('deskpeople:leaveKeep')}</Button>
          <Button tone="stop" onPress={() => void erase()}>
            {t('desksettings:eraseYes')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
