/** Where it is: a room of the house, nowhere in particular, or a new room that is added in place. */
import { useState } from 'preact/hooks';
import { roomNamed, roomNames } from '../../app/programme-rooms.ts';
import { Button, Select, Wrong } from '../controls.tsx';
import { type BoardProps, useDesk } from '../desk-context.ts';
import { Field } from '../Field.tsx';
import { programmeRefusal } from './programme-words.ts';

export interface RoomFieldProps extends BoardProps {
  readonly value: string;
  readonly onChoose: (room: string) => void;
}

export function RoomField({ board, onChoose, value }: RoomFieldProps) {
  const desk = useDesk();
  const { app, t } = desk;
  const [adding, setAdding] = useState<string | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const known = roomNamed(board, value);
  const add = () => {
    const name = (adding ?? '').trim();
    const no = app.act({ type: 'putRoom', id: null, name, places: null, shared: false }, null);
    if (no !== null) return setWrong(programmeRefusal(desk, no));
    setAdding(null);
    setWrong(null);
    onChoose(name);
  };
  return (
    <div class="p-fields">
      <Select
        id="room"
        label={t('deskprogramme:where')}
        value={known}
        choices={[
          { value: '', text: t('deskprogramme:noRoom') },
          ...roomNames(board).map((name) => ({ value: name, text: name })),
        ]}
        onChoose={onChoose}
      />
      {adding === null ? (
        <div class="s-ends">
          <Button icon="plus" onPress={() => setAdding('')}>
            {t('deskprogramme:otherRoom')}
          </Button>
        </div>
      ) : (
        <div>
          <Field label={t('deskprogramme:newRoom')} value={adding} maxLength={80} focusFirst onInput={setAdding} />
          <Wrong id="room-new" sentence={wrong} />
          <Button onPress={add}>{t('deskprogramme:addRoom')}</Button>
        </div>
      )}
    </div>
  );
}
