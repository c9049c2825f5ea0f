/** Last week once more: what does not come by itself, to be chosen. */
import { useState } from 'preact/hooks';
import { copiesOf } from '../../app/staff-programme.ts';
import { Button, Wrong } from '../controls.tsx';
import { Dialog } from '../Dialog.tsx';
import { type BoardProps, useDesk } from '../desk-context.ts';
import { longDay } from '../desk-words.ts';
import { programmeRefusal, timeWords } from './programme-words.ts';

export interface CopyProps extends BoardProps {
  readonly monday: string;
  readonly onClose: () => void;
}

export function CopyDialog({ board, monday, onClose }: CopyProps) {
  const desk = useDesk();
  const { app, t } = desk;
  const found = copiesOf(board, monday);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [wrong, setWrong] = useState<string | null>(null);
  const chosen = found.map(({ id }) => id).filter((id) => !left.has(id));
  const turn = (id: string) => {
    const next = new Set(left);
    if (!next.delete(id)) next.add(id);
    setLeft(next);
  };
  const save = () => {
    if (chosen.length === 0) return setWrong(t('deskprogramme:copyFirst'));
    const text = t('deskprogramme:copied', { count: chosen.length });
    const no = app.act({ type: 'copyActivities', activityIds: chosen, days: 7 }, { text });
    return no === null ? onClose() : setWrong(programmeRefusal(desk, no));
  };
  return (
    <Dialog title={t('deskprogramme:copyTitle')} onClose={onClose}>
      <p>{t(found.length === 0 ? 'deskprogramme:copyNone' : 'deskprogramme:copyLine')}</p>
      <div class="s-ticks">
        {found.map((activity) => (
          <label key={activity.id} class="s-tick">
            <input type="checkbox" checked={!left.has(activity.id)} onChange={() => turn(activity.id)} />
            <span>{`${activity.title}, ${longDay(desk, activity.date)}, ${timeWords(desk, activity)}`}</span>
          </label>
        ))}
      </div>
      <Wrong id="copy" sentence={wrong} />
      <div class="s-ends">
        <Button onPress={onClose}>{t('deskprogramme:notAfterAll')}</Button>
        {found.length === 0 ? null : (
          <Button tone="main" onPress={save}>
            {t('deskprogramme:copyDo', { count: chosen.length })}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
