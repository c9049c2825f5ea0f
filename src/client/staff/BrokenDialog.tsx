/** The window behind a broken scooter: the same as its card under Onderhoud. */
import type { Board } from '../../domain/board.ts';
import { defectsOf, scootersOf } from '../app/staff-trips.ts';
import { DefectBody, Since } from './DefectCard.tsx';
import { Dialog } from './Dialog.tsx';
import { useDesk } from './desk-context.ts';
import { partWord } from './desk-words.ts';

export interface BrokenDialogProps {
  readonly board: Board;
  readonly scooterId: string;
  readonly onClose: () => void;
}

export function BrokenDialog({ board, scooterId, onClose }: BrokenDialogProps) {
  const desk = useDesk();
  const scooter = scootersOf(board).find(({ id }) => id === scooterId);
  const defect = defectsOf(board).find((each) => each.scooterId === scooterId);
  if (scooter === undefined || defect === undefined) {
    return (
      <Dialog title={scooter?.name ?? desk.t('deskframe:scooters')} onClose={onClose}>
        <p>{desk.t('deskcare:allWhole')}</p>
      </Dialog>
    );
  }
  const title = desk.t('deskcare:defectOf', { scooter: scooter.name, part: partWord(desk, defect.part) });
  return (
    <Dialog title={title} onClose={onClose}>
      <p>
        <Since board={board} defect={defect} />
      </p>
      <DefectBody board={board} scooter={scooter} defect={defect} />
    </Dialog>
  );
}
