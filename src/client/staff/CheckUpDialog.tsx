/** A check-up is done when all three were looked at. */
import { useState } from 'preact/hooks';
import type { Board } from '../../domain/board.ts';
import { scootersOf } from '../app/staff-trips.ts';
import { Button, Wrong } from './controls.tsx';
import { Dialog } from './Dialog.tsx';
import { useDesk } from './desk-context.ts';
import { refusalWords } from './desk-words.ts';

export interface CheckUpDialogProps {
  readonly board: Board;
  readonly scooterId: string;
  readonly onClose: () => void;
}

const looks = ['deskcare:checkTyres', 'deskcare:checkBattery', 'deskcare:checkBrakes'] as const;

export function CheckUpDialog({ board, scooterId, onClose }: CheckUpDialogProps) {
  const desk = useDesk();
  const { app, t } = desk;
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  const [wrong, setWrong] = useState<string | null>(null);
  const scooter = scootersOf(board).find(({ id }) => id === scooterId)?.name ?? '';
  const missing = looks.length - done.size;
  const tick = (key: string) => {
    const next = new Set(done);
    if (!next.delete(key)) next.add(key);
    setDone(next);
  };
  const save = () => {
    if (missing > 0) return setWrong(t('deskcare:checkMissing', { count: missing }));
    const refused = app.act({ type: 'checkScooter', scooterId }, { text: t('deskcare:checked', { scooter }) });
    if (refused === null) onClose();
    else setWrong(refusalWords(desk, refused, board));
  };
  return (
    <Dialog title={t('deskcare:checkOf', { scooter })} onClose={onClose}>
      <div class="s-form">
        <p>{t('deskcare:checkAsk')}</p>
        {looks.map((key) => (
          <label key={key} class="s-tick">
            <input type="checkbox" checked={done.has(key)} onChange={() => tick(key)} />
            <span>{t(key)}</span>
          </label>
        ))}
        <Wrong id="check" sentence={missing > 0 ? wrong : null} />
        <div class="s-ends">
          <Button onPress={onClose}>{t('deskframe:stop')}</Button>
          <Button tone="main" onPress={save}>
            {missing > 0 ? t('deskcare:checkMissing', { count: missing }) : t('deskcare:checkSave')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
