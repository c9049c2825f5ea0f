/** Somebody more on the round, with what to say to them. Refuses to send it anywhere else: it is said at the door. */
import { useState } from 'preact/hooks';
import { longestWord } from '../../app/rounds.ts';
import { deskPerson } from '../../app/staff-people.ts';
import { Button, Wrong } from '../controls.tsx';
import { Dialog } from '../Dialog.tsx';
import { type BoardProps, useDesk } from '../desk-context.ts';
import { nameAndDoor, refusalWords } from '../desk-words.ts';
import { Field } from '../Field.tsx';
import { PersonField } from '../PersonField.tsx';
import { useBegun } from '../use-begun.ts';

export function PutOnRoundDialog({ board, onClose }: BoardProps & { readonly onClose: () => void }) {
  const desk = useDesk();
  const { app, t } = desk;
  const begun = useBegun('stop', null, {
    residentId: null,
    words: '',
  });
  const { residentId, words } = begun.fields;
  const [wrong, setWrong] = useState<{ readonly at: 'who' | 'words' | 'rule'; readonly said: string } | null>(null);
  const saidAt = (at: 'who' | 'words' | 'rule') => (wrong?.at === at ? wrong.said : null);
  const stop = () => {
    begun.drop();
    onClose();
  };
  const save = () => {
    const person = residentId === null ? null : deskPerson(board, residentId);
    if (person === null) return setWrong({ at: 'who', said: t('deskround:putWho') });
    if (words.trim() === '') return setWrong({ at: 'words', said: t('deskround:putNone') });
    const no = app.act(
      { type: 'putOnRound', residentId: person.id, words: words.trim() },
      { text: t('deskround:putDone', { who: nameAndDoor(person) }) },
    );
    return no === null ? stop() : setWrong({ at: 'rule', said: refusalWords(desk, no, board) });
  };
  return (
    <Dialog title={t('deskround:put')} onClose={stop}>
      <PersonField
        board={board}
        label={t('deskround:putPerson')}
        residentId={residentId}
        onChoose={(chosen) => begun.put({ residentId: chosen })}
        wrong={saidAt('who')}
        plain
      />
      <Field
        label={t('deskround:putWords')}
        help={t('deskround:putHelp', { count: longestWord })}
        value={words}
        maxLength={longestWord}
        wrong={saidAt('words')}
        onInput={(typed) => begun.put({ words: typed })}
      />
      <Wrong id="put" sentence={saidAt('rule')} />
      <div class="s-ends">
        <Button onPress={stop}>{t('deskround:notAfterAll')}</Button>
        <Button tone="main" onPress={save}>
          {t('deskround:put')}
        </Button>
      </div>
    </Dialog>
  );
}
