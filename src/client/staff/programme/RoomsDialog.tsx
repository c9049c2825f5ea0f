/** The rooms of the house: their names, how many people they hold, and whether several activities may be there at once. */
import { useState } from 'preact/hooks';
import type { Room } from '../../../domain/room.ts';
import { isDescribed, roomDraft, roomsHere, roomWith } from '../../app/programme-rooms.ts';
import { Button, Wrong } from '../controls.tsx';
import { Dialog } from '../Dialog.tsx';
import { type BoardProps, useDesk } from '../desk-context.ts';
import { Field } from '../Field.tsx';
import { programmeRefusal } from './programme-words.ts';

export function RoomsDialog({ board, onClose }: BoardProps & { readonly onClose: () => void }) {
  const { t } = useDesk();
  const [chosen, choose] = useState<Room | 'new' | null>(null);
  return (
    <Dialog title={t('deskprogramme:rooms')} onClose={onClose}>
      <p>{t('deskprogramme:roomsLine')}</p>
      <ul class="p-dates">
        {roomsHere(board).map((room) => (
          <li key={room.id}>
            <span>
              <b>{room.name}</b>{' '}
              <span class="is-soft">
                {[
                  room.places === null ? '' : t('deskprogramme:goingRoom', { count: room.places }),
                  room.shared ? t('deskprogramme:roomShared') : '',
                ]
                  .filter((word) => word !== '')
                  .join(', ')}
              </span>
            </span>
            <Button tone="link" label={`${t('deskprogramme:change')}: ${room.name}`} onPress={() => choose(room)}>
              {t('deskprogramme:change')}
            </Button>
          </li>
        ))}
      </ul>
      {chosen === null ? (
        <Button icon="plus" onPress={() => choose('new')}>
          {t('deskprogramme:otherRoom')}
        </Button>
      ) : (
        <RoomForm
          key={chosen === 'new' ? 'new' : chosen.id}
          board={board}
          room={chosen === 'new' ? null : chosen}
          onDone={() => choose(null)}
        />
      )}
    </Dialog>
  );
}

interface RoomFormProps extends BoardProps {
  readonly room: Room | null;
  readonly onDone: () => void;
}

function RoomForm({ board, onDone, room }: RoomFormProps) {
  const desk = useDesk();
  const { app, t } = desk;
  const [draft, setDraft] = useState(() => roomDraft(room));
  const [wrong, setWrong] = useState<string | null>(null);
  const save = () => {
    const command = roomWith(room, draft);
    if (command === null) return setWrong(t('deskprogramme:roomWrong'));
    const no = app.act(command, null);
    return no === null ? onDone() : setWrong(programmeRefusal(desk, no));
  };
  const remove = (roomId: string) => {
    app.act({ type: 'removeRoom', roomId }, null);
    onDone();
  };
  return (
    <div class="s-form">
      <div class="p-fields">
        <Field
          label={t('deskprogramme:roomName')}
          value={draft.name}
          maxLength={80}
          focusFirst
          onInput={(name) => setDraft({ ...draft, name })}
        />
        <Field
          label={t('deskprogramme:roomPlaces')}
          help={t('deskprogramme:placesHelp')}
          inputMode="numeric"
          value={draft.places}
          onInput={(places) => setDraft({ ...draft, places })}
        />
      </div>
      <label class="s-tick">
        <input type="checkbox" checked={draft.shared} onChange={() => setDraft({ ...draft, shared: !draft.shared })} />
        <span>{t('deskprogramme:roomMayShare')}</span>
      </label>
      <Wrong id="room" sentence={wrong} />
      <div class="s-ends">
        {room !== null && isDescribed(board, room) ? (
          <Button onPress={() => remove(room.id)}>{t('deskprogramme:roomForget')}</Button>
        ) : null}
        <Button onPress={onDone}>{t('deskprogramme:notAfterAll')}</Button>
        <Button tone="main" onPress={save}>
          {t('deskprogramme:roomSave')}
        </Button>
      </div>
    </div>
  );
}
