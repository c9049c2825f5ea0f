/** A card for a resident: held to the reader, or typed; what was read is never in sight. Says whose it already is. */
import { useLayoutEffect, useState } from 'preact/hooks';
import type { DeskPerson } from '../../app/staff-people.ts';
import type { DeskResident } from '../../app/staff-residents.ts';
import { Button, Wrong } from '../controls.tsx';
import { Dialog } from '../Dialog.tsx';
import { useDesk } from '../desk-context.ts';
import { nameAndDoor } from '../desk-words.ts';
import { Field } from '../Field.tsx';

export interface CardDialogProps {
  readonly resident: DeskResident;
  /** Whether they have one now. */
  readonly has: boolean;
  readonly personOf: (residentId: string) => DeskPerson | null;
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

export function CardDialog({ has, onChanged, onClose, personOf, resident }: CardDialogProps) {
  const { app, t } = useDesk();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const { id, name } = resident;
  const set = async (card: string | null) => {
    setTyped('');
    const outcome = await app.people.setCard(id, card);
    switch (outcome.type) {
      case 'done':
        app.say(t(card === null ? 'deskpeople:cardRemoved' : 'deskpeople:cardSaved', { name }));
        return onChanged();
      case 'taken': {
        const holder = personOf(outcome.residentId);
        return setWrong(t('deskpeople:cardTaken', { name: holder?.name ?? '', door: holder?.door ?? '' }));
      }
      case 'notAllowed':
        return setWrong(t('deskpeople:cardNo'));
      case 'unreadable':
        return setWrong(t('deskpeople:cardUnreadable'));
      case 'away':
        return setWrong(t('deskpeople:cardAway'));
    }
  };
  useLayoutEffect(() => app.hearCards((card) => void set(card)), [app, id]);
  return (
    <Dialog title={t('deskpeople:cardTitle', { who: nameAndDoor(resident) })} onClose={onClose}>
      <form
        class="s-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim() !== '') void set(typed.trim());
        }}
      >
        <div class="is-secret">
          <Field
            label={t('deskpeople:cardHold')}
            help={t('deskpeople:cardType')}
            value={typed}
            maxLength={64}
            onInput={setTyped}
            focusFirst
          />
        </div>
        {has ? <p>{t('deskpeople:cardReplaces')}</p> : null}
        <div role="alert">
          <Wrong id="card" sentence={wrong} />
        </div>
        <div class="s-ends">
          {has ? (
            <Button tone="stop" onPress={() => void set(null)}>
              {t('deskpeople:cardRemove')}
            </Button>
          ) : null}
          <Button onPress={onClose}>{t('deskframe:stop')}</Button>
          <button type="submit" class="s-button is-main">
            {t('deskpeople:cardSave')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
