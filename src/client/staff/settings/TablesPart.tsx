/** Eten: how many places a table of the dining room has. A sheet that was printed stays as it is. */
import { setHouse, tableSizeOf, tableSizes } from '../../app/staff-settings.ts';
import { type BoardProps, useDesk } from '../desk-context.ts';
import { SettingSelect } from './SettingRow.tsx';

export function TablesPart({ board }: BoardProps) {
  const { app, t } = useDesk();
  const size = tableSizeOf(board);
  const words = (places: number) => t('deskspaces:placesOf', { count: places });
  const choose = (places: number) => {
    const no = app.act(setHouse({ tableSize: places }), {
      text: t('desksettings:saved', { what: t('desksettings:tableSize'), value: words(places) }),
      undo: () => ({ command: setHouse({ tableSize: size }), text: t('desksettings:savedBack') }),
    });
    if (no !== null) app.refuse(no);
  };
  return (
    <div class="s-card">
      <SettingSelect
        name={t('desksettings:tableSize')}
        why={t('desksettings:tableSizeWhy')}
        value={String(size)}
        choices={tableSizes(board).map((places) => ({ value: String(places), text: words(places) }))}
        onChoose={(places) => choose(Number(places))}
      />
    </div>
  );
}
