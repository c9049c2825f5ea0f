/** Takes a scooter out of service, after saying how many people that touches. */
import { useState } from 'preact/hooks';
import type { Board } from '../../domain/board.ts';
import type { ScooterPart } from '../../domain/scooter-rows.ts';
import { scootersOf, tripsToCome } from '../app/staff-trips.ts';
import { Button, Select, Wrong } from './controls.tsx';
import { Dialog } from './Dialog.tsx';
import { useDesk } from './desk-context.ts';
import { partWord, refusalWords } from './desk-words.ts';
import { PartChoice } from './PartChoice.tsx';

export interface ReportDialogProps {
  readonly board: Board;
  readonly scooterId: string | null;
  readonly onClose: () => void;
}

export function ReportDialog({ board, scooterId, onClose }: ReportDialogProps) {
  const desk = useDesk();
  const { app, t } = desk;
  const scooters = scootersOf(board);
  const [chosen, choose] = useState(scooterId ?? scooters[0]?.id ?? '');
  const [part, setPart] = useState<ScooterPart | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const scooter = scooters.find(({ id }) => id === chosen)?.name ?? '';
  const count = tripsToCome(board, chosen, app.minute.value).length;
  const save = () => {
    if (part === null) return setWrong(t('deskbook:choosePart'));
    const refused = app.act(
      { type: 'reportDefect', scooterId: chosen, part },
      {
        text: t('deskbook:reported', { scooter, part: partWord(desk, part) }),
        undo: () => ({
          command: { type: 'mendScooter', scooterId: chosen },
          text: t('deskbook:reportUndone', { scooter }),
        }),
      },
    );
    if (refused === null) onClose();
    else setWrong(refusalWords(desk, refused, board));
  };
  return (
    <Dialog title={t('deskbook:reportTitle')} onClose={onClose}>
      <div class="s-form">
        <Select
          id="report-scooter"
          label={t('deskbook:scooter')}
          value={chosen}
          choices={scooters.map(({ id, name, colour, type }) => ({
            value: id,
            text: t('deskbook:scooterOf', { name, colour, type }),
          }))}
          onChoose={choose}
        />
        <PartChoice legend={t('deskbook:reportWhat')} chosen={part} onChoose={setPart} />
        <p role="status">
          {count === 0 ? t('deskbook:touchesNone', { scooter }) : t('deskbook:touches', { count, scooter })}
        </p>
        <Wrong id="report" sentence={wrong} />
        <div class="s-ends">
          <Button onPress={onClose}>{t('deskframe:stop')}</Button>
          <Button tone="main" onPress={save}>
            {part === null ? t('deskbook:choosePart') : t('deskbook:reportSave')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
