/** Huis: what the house is called. */
import { useState } from 'preact/hooks';
import { HOUSE_NAME_LENGTH, renameHouse, setHouse } from '../../app/staff-settings.ts';
import { houseName } from '../../app/staff-trips.ts';
import { Button } from '../controls.tsx';
import { type BoardProps, useDesk } from '../desk-context.ts';
import { refusalWords } from '../desk-words.ts';
import { Field } from '../Field.tsx';

export function HousePart({ board }: BoardProps) {
  const desk = useDesk();
  const { app, t } = desk;
  const now = houseName(board);
  /** Null follows the house. */
  const [typed, type] = useState<string | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const save = () => {
    const name = (typed ?? now).trim();
    const command = renameHouse(board, name);
    if (command === null) return setWrong(t(name === '' ? 'desksettings:houseNameNone' : 'desksettings:houseNameSame'));
    const no = app.act(command, {
      text: t('desksettings:houseNameSaved', { name }),
      undo: () => ({
        command: setHouse({ name: now }),
        text: t('desksettings:houseNameBack', { name: now }),
      }),
    });
    if (no !== null) return setWrong(refusalWords(desk, no, board));
    setWrong(null);
    type(null);
  };
  return (
    <form
      class="s-card s-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Field
        label={t('desksettings:houseName')}
        help={t('desksettings:houseNameWhy')}
        value={typed ?? now}
        maxLength={HOUSE_NAME_LENGTH}
        wrong={wrong}
        onInput={type}
      />
      <div class="s-ends">
        <Button tone="main" onPress={save}>
          {t('desksettings:houseNameSave')}
        </Button>
      </div>
    </form>
  );
}
