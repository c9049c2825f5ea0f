/** Ruimtes: every room of the house, also those that only the programme names, and what is known of them. */
import { useState } from 'preact/hooks';
import { putBack, type RoomOfHouse, roomsOfHouse } from '../../app/staff-settings.ts';
import { Button } from '../controls.tsx';
import { type BoardProps, useDesk } from '../desk-context.ts';
import { useSingleKeys } from '../single-keys.ts';
import { RoomDialog } from './RoomDialog.tsx';

export function RoomsPart({ board }: BoardProps) {
  const { app, t } = useDesk();
  /** Null is a new one. */
  const [opened, open] = useState<{ readonly room: RoomOfHouse | null } | null>(null);
  const rooms = roomsOfHouse(board);
  const add = () => open({ room: null });
  useSingleKeys({ n: add });
  return (
    <section class="s-card" aria-labelledby="rooms">
      <div class="s-card-head">
        <div>
          <h2 id="rooms">{t('deskspaces:rooms')}</h2>
          <p class="is-soft">{t('deskspaces:roomsWhy')}</p>
        </div>
        <Button icon="plus" tone="main" hint={app.letters.value && !app.narrow.value ? 'n' : undefined} onPress={add}>
          {t('deskspaces:roomNew')}
        </Button>
      </div>
      {rooms.length === 0 ? <p>{t('deskspaces:noRooms')}</p> : null}
      <ul class="s-tasks">
        {rooms.map((room) => (
          <RoomRow key={room.id} room={room} onChange={() => open({ room })} />
        ))}
      </ul>
      {opened === null ? null : <RoomDialog room={opened.room} onClose={() => open(null)} />}
    </section>
  );
}

function RoomRow({ onChange, room }: { readonly room: RoomOfHouse; readonly onChange: () => void }) {
  const { app, t } = useDesk();
  const { name } = room;
  const remove = () => {
    const back = putBack(room);
    const no = app.act(
      { type: 'removeRoom', roomId: room.id },
      {
        text: t('deskspaces:roomRemoved', { name }),
        undo: () => (back === null ? null : { command: back, text: t('deskspaces:roomBack', { name }) }),
      },
    );
    if (no !== null) app.refuse(no);
  };
  const places =
    room.places === null ? t('deskspaces:placesNotSaid') : t('deskspaces:placesOf', { count: room.places });
  return (
    <li>
      <span class="is-grow">
        <b>{name}</b>
        <br />
        <span class="is-soft">
          {room.isDescribed
            ? `${places}, ${t(room.shared ? 'deskspaces:isShared' : 'deskspaces:isAlone')}`
            : t('deskspaces:onlyNamed')}
        </span>
      </span>
      <Button label={`${t('deskspaces:change')}: ${name}`} onPress={onChange}>
        {t('deskspaces:change')}
      </Button>
      {room.isDescribed ? (
        <Button label={`${t('desksettings:remove')}: ${name}`} onPress={remove}>
          {t('desksettings:remove')}
        </Button>
      ) : null}
    </li>
  );
}
