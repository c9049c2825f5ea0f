/** Hands a scooter out now, without a booking, to a resident or to somebody else. */
import { useState } from 'preact/hooks';
import type { Board } from '../../domain/board.ts';
import { statesOf } from '../app/staff-care.ts';
import { rulesOfHouse, tripIn as tripMade } from '../app/staff-trips.ts';
import { fieldOf } from './book-fields.ts';
import { Button, Segments, Select } from './controls.tsx';
import { Dialog } from './Dialog.tsx';
import { useDesk } from './desk-context.ts';
import { clock, howLong, refusalWords, riderOf, tripIn } from './desk-words.ts';
import { PersonField } from './PersonField.tsx';

export interface LendDialogProps {
  readonly board: Board;
  readonly onClose: () => void;
}

export function LendDialog({ board, onClose }: LendDialogProps) {
  const desk = useDesk();
  const { app, t } = desk;
  const ready = statesOf(board, app.minute.value).filter(({ now }) => now === 'ready');
  const { lengths } = rulesOfHouse(board);
  const [to, setTo] = useState<'resident' | 'other'>('resident');
  const [residentId, setResident] = useState<string | null>(null);
  const [scooterId, setScooter] = useState(ready[0]?.scooter.id ?? '');
  const [minutes, setMinutes] = useState(String(lengths[0] ?? 60));
  const [tried, setTried] = useState(false);
  const incomplete = to === 'resident' && residentId === null;
  const command = {
    type: 'lendScooter',
    scooterId,
    residentId: to === 'resident' ? residentId : null,
    minutes: Number(minutes),
  } as const;
  const reason = incomplete || scooterId === '' ? null : app.check(command);
  const sentence = reason === null ? null : refusalWords(desk, reason, board);
  const field = reason === null ? null : fieldOf(reason);
  const save = () => {
    setTried(true);
    if (incomplete || reason !== null || scooterId === '') return;
    const trip = tripMade(app.foresee(command) ?? []);
    const text = t('deskbook:lent', {
      scooter: ready.find(({ scooter }) => scooter.id === scooterId)?.scooter.name ?? '',
      who: riderOf(desk, board, command).full,
      time: trip === null ? '' : clock(tripIn(board, trip).to),
    });
    if (app.act(command, { text }) === null) onClose();
  };
  if (ready.length === 0) {
    return (
      <Dialog title={t('deskbook:lendTitle')} onClose={onClose}>
        <p>{t('deskbook:lendNone')}</p>
      </Dialog>
    );
  }
  return (
    <Dialog title={t('deskbook:lendTitle')} onClose={onClose}>
      <div class="s-form">
        <Segments
          label={t('deskbook:lendTo')}
          choices={[
            { value: 'resident', text: t('deskbook:lendResident') },
            { value: 'other', text: t('deskbook:lendOther') },
          ]}
          chosen={to}
          onChoose={setTo}
        />
        {to === 'resident' ? (
          <PersonField
            board={board}
            label={t('deskbook:lendTo')}
            residentId={residentId}
            onChoose={setResident}
            wrong={incomplete && tried ? t('deskbook:chooseWho') : field === 'who' || field === 'day' ? sentence : null}
          />
        ) : null}
        <div class="s-fields">
          <Select
            id="lend-scooter"
            label={t('deskbook:scooter')}
            value={scooterId}
            choices={ready.map(({ scooter: { id, name, colour, type } }) => ({
              value: id,
              text: t('deskbook:scooterOf', { name, colour, type }),
            }))}
            onChoose={setScooter}
            wrong={field === 'scooter' ? sentence : null}
          />
          <Select
            id="lend-long"
            label={t('deskbook:long')}
            value={minutes}
            choices={lengths.map((each) => ({ value: String(each), text: howLong(desk, each) }))}
            onChoose={setMinutes}
            wrong={field === 'long' || field === 'time' ? sentence : null}
          />
        </div>
        <div class="s-ends">
          <Button onPress={onClose}>{t('deskframe:stop')}</Button>
          <Button tone="main" onPress={save}>
            {incomplete ? t('deskbook:chooseWho') : t('deskbook:lendSave')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
