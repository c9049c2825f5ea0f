/** A room: its name, how many people it holds, and whether several things may be there at once. */
import { useState } from 'preact/hooks';
import { placesTyped, type RoomOfHouse } from '../../app/staff-settings.ts';
import { Button, Wrong } from '../controls.tsx';
import { Dialog } from '../Dialog.tsx';
import { useDesk } from '../desk-context.ts';
import { refusalWords } from '../desk-words.ts';
import { Field } from '../Field.tsx';
import { useBegun } from '../use-begun.ts';

type WrongAt = { readonly field: 'name' | 'places' | 'whole'; readonly sentence: string };

export function RoomDialog({ onClose, room }: { readonly room: RoomOfHouse | null; readonly onClose: () => void }) {
  const desk = useDesk();
  const { app, t } = desk;
  const begun = useBegun('room', room?.id ?? null, {
    name: room?.name ?? '',
    places: room?.places == null ? '' : String(room.places),
    shared: room?.shared ?? false,
  });
  const { name, places, shared } = begun.fields;
  const [wrong, setWrong] = useState<WrongAt | null>(null);
  const wrongAt = (field: WrongAt['field']) => (wrong?.field === field ? wrong.sentence : null);
  const stop = () => {
    begun.drop();
    onClose();
  };
  const save = () => {
    const typed = placesTyped(places);
    if (name.trim() === '') return setWrong({ field: 'name', sentence: t('deskspaces:noName') });
    if (!typed.ok) return setWrong({ field: 'places', sentence: t('deskspaces:placesWrong') });
    const put = { type: 'putRoom', id: room?.id ?? null, name: name.trim(), places: typed.places, shared } as const;
    const text = t(room === null ? 'deskspaces:roomAdded' : 'deskspaces:roomSaved', { name: put.name });
    const no = app.act(put, { text });
    if (no === null) return stop();
    if (no.type === 'nameTaken') return setWrong({ field: 'name', sentence: t('deskspaces:nameTaken') });
    const sentence = no.type === 'roomUnknown' ? t('deskspaces:roomGone') : refusalWords(desk, no, null);
    setWrong({ field: 'whole', sentence });
  };
  return (
    <Dialog title={room?.name ?? t('deskspaces:roomTitle')} onClose={stop}>
      <div class="s-form">
        <div class="s-fields">
          <Field
            label={t('deskspaces:roomName')}
            help={t('deskspaces:roomNameHelp')}
            value={name}
            maxLength={80}
            wrong={wrongAt('name')}
            onInput={(typed) => begun.put({ name: typed })}
            focusFirst
          />
          <Field
            label={t('deskspaces:places')}
            help={t('deskspaces:placesHelp')}
            inputMode="numeric"
            value={places}
            maxLength={4}
            wrong={wrongAt('places')}
            onInput={(typed) => begun.put({ places: typed })}
          />
        </div>
        <label class="s-tick">
          <input
            type="checkbox"
            checked={shared}
            onChange={({ currentTarget }) => begun.put({ shared: currentTarget.checked })}
          />
          <span>{t('deskspaces:shared')}</span>
        </label>
        {room === null ? null : <p class="is-soft">{t('deskspaces:renameDoes')}</p>}
        <Wrong id="room" sentence={wrongAt('whole')} />
        <div class="s-ends">
          <Button onPress={stop}>{t('deskframe:stop')}</Button>
          <Button tone="main" onPress={save}>
            {t('deskspaces:save')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
