/** Moved or died: what comes free is said in numbers before, and can be taken back until the next act. */
import { useState } from 'preact/hooks';
import { type DeskResident, freedBy } from '../../app/staff-residents.ts';
import { Button, Wrong } from '../controls.tsx';
import { Dialog } from '../Dialog.tsx';
import { type BoardProps, useDesk } from '../desk-context.ts';
import { nameAndDoor, refusalWords } from '../desk-words.ts';

export interface LeaveDialogProps extends BoardProps {
  readonly resident: DeskResident;
  readonly onLeft: () => void;
  readonly onClose: () => void;
}

const reasons = ['moved', 'deceased'] as const;
type WhyLeft = (typeof reasons)[number];

export function LeaveDialog({ board, onClose, onLeft, resident }: LeaveDialogProps) {
  const desk = useDesk();
  const { app, t } = desk;
  const [reason, setReason] = useState<WhyLeft | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const { id: residentId, name } = resident;
  const [changes] = useState(() => app.foresee({ type: 'leaveHouse', residentId, reason: 'moved' }) ?? []);
  const freed = freedBy(board, changes, residentId);
  const lines = [
    freed.places > 0 ? t('deskpeople:freesPlaces', { count: freed.places }) : '',
    freed.habits > 0 ? t('deskpeople:freesHabits', { count: freed.habits }) : '',
    freed.trips > 0 ? t('deskpeople:freesTrips', { count: freed.trips }) : '',
  ].filter((words) => words !== '');
  const leave = () => {
    if (reason === null) return setWrong(t('deskpeople:leaveFirst'));
    const undo = {
      command: { type: 'returnToHouse', residentId } as const,
      text: t('deskpeople:returned', { name }),
    };
    const no = app.act(
      { type: 'leaveHouse', residentId, reason },
      { text: t('deskpeople:left', { name }), undo: () => undo },
    );
    if (no !== null) return setWrong(refusalWords(desk, no, board));
    onLeft();
  };
  return (
    <Dialog title={t('deskpeople:leaveTitle', { who: nameAndDoor(resident) })} onClose={onClose}>
      <div class="s-form">
        <fieldset class="s-row is-wrap">
          <legend class="s-label">{t('deskpeople:leaveWhy')}</legend>
          {reasons.map((each) => (
            <label key={each} class="s-tick">
              <input type="radio" name="why-left" checked={reason === each} onChange={() => setReason(each)} />
              <span>{t(`deskpeople:${each}`)}</span>
            </label>
          ))}
        </fieldset>
        {lines.length === 0 ? (
          <p>{t('deskpeople:freesNothing')}</p>
        ) : (
          <div>
            <p class="s-label">{t('deskpeople:freed')}</p>
            <ul class="s-list">
              {lines.map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          </div>
        )}
        {freed.promoted === 0 ? null : <p>{t('deskpeople:freesPromoted', { count: freed.promoted })}</p>}
        <p>{t('deskpeople:leaveGone')}</p>
        <div role="alert">
          <Wrong id="leave" sentence={wrong} />
        </div>
        <div class="s-ends">
          <Button onPress={onClose}>{t('deskpeople:leaveKeep')}</Button>
          <Button tone="stop" onPress={leave}>
            {reason === null ? t('deskpeople:leaveFirst') : t('deskpeople:leaveYes', { name })}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
