/** What is asked about one activity before it is done: a message, calling it off, somebody more. */
import { useState } from 'preact/hooks';
import type { Activity } from '../../../domain/activity.ts';
import { longestMessage, toldOf } from '../../app/programme-people.ts';
import { deskPerson } from '../../app/staff-people.ts';
import { Button, Wrong } from '../controls.tsx';
import { Dialog } from '../Dialog.tsx';
import { type BoardProps, useDesk } from '../desk-context.ts';
import { nameAndDoor } from '../desk-words.ts';
import { Field } from '../Field.tsx';
import { PersonField } from '../PersonField.tsx';
import { useBegun } from '../use-begun.ts';
import { programmeRefusal } from './programme-words.ts';

export interface ActivityDialogProps extends BoardProps {
  readonly activity: Activity;
  readonly onClose: () => void;
}

export function MessageDialog({ activity, board, onClose }: ActivityDialogProps) {
  const desk = useDesk();
  const { app, t } = desk;
  const begun = useBegun('message', activity.id, { words: '' });
  const { words } = begun.fields;
  const [wrong, setWrong] = useState<string | null>(null);
  const stop = () => {
    begun.drop();
    onClose();
  };
  const save = () => {
    if (words.trim() === '') return setWrong(t('deskprogramme:messageNone'));
    const no = app.act(
      { type: 'messagePeople', activityId: activity.id, words: words.trim() },
      { text: t('deskprogramme:messageDone') },
    );
    return no === null ? stop() : setWrong(programmeRefusal(desk, no));
  };
  return (
    <Dialog title={t('deskprogramme:messageTitle')} onClose={stop}>
      <Field
        label={t('deskprogramme:messageWords')}
        help={t('deskprogramme:messageHelp')}
        value={words}
        maxLength={longestMessage}
        focusFirst
        onInput={(typed) => begun.put({ words: typed })}
      />
      <Wrong id="message" sentence={wrong} />
      <div class="s-ends">
        <Button onPress={stop}>{t('deskprogramme:notAfterAll')}</Button>
        <Button tone="main" onPress={save}>
          {t('deskprogramme:messageDo', { count: toldOf(board, activity.id) })}
        </Button>
      </div>
    </Dialog>
  );
}

export function CancelDialog({ activity, board, onClose }: ActivityDialogProps) {
  const desk = useDesk();
  const { app, t } = desk;
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const save = () => {
    const no = app.act(
      { type: 'cancelActivity', activityId: activity.id, reason: reason.trim() },
      {
        text: t('deskprogramme:cancelledDone', { title: activity.title }),
        undo: () => ({
          command: { type: 'restoreActivity', activityId: activity.id },
          text: t('deskprogramme:restored', { title: activity.title }),
        }),
      },
    );
    return no === null ? onClose() : setWrong(programmeRefusal(desk, no));
  };
  return (
    <Dialog title={t('deskprogramme:cancelTitle', { title: activity.title })} onClose={onClose}>
      <Field
        label={t('deskprogramme:cancelReason')}
        help={t('deskprogramme:cancelHelp')}
        value={reason}
        maxLength={120}
        focusFirst
        onInput={setReason}
      />
      <p>{t('deskprogramme:cancelLine', { count: toldOf(board, activity.id) })}</p>
      <Wrong id="cancel" sentence={wrong} />
      <div class="s-ends">
        <Button onPress={onClose}>{t('deskprogramme:notAfterAll')}</Button>
        <Button tone="stop" onPress={save}>
          {t('deskprogramme:cancelDo')}
        </Button>
      </div>
    </Dialog>
  );
}

export function AddPersonDialog({ activity, board, onClose }: ActivityDialogProps) {
  const desk = useDesk();
  const { app, t } = desk;
  const [wrong, setWrong] = useState<string | null>(null);
  const add = (residentId: string | null) => {
    const person = residentId === null ? null : deskPerson(board, residentId);
    if (residentId === null || person === null) return;
    const no = app.act(
      { type: 'signUp', activityId: activity.id, residentIds: [residentId], guests: 0 },
      { text: t('deskprogramme:added1', { name: nameAndDoor(person) }) },
    );
    return no === null ? onClose() : setWrong(programmeRefusal(desk, no));
  };
  return (
    <Dialog title={t('deskprogramme:addPerson')} onClose={onClose}>
      <PersonField
        board={board}
        label={t('deskprogramme:person')}
        residentId={null}
        onChoose={add}
        wrong={wrong}
        plain
      />
    </Dialog>
  );
}
