/** How a scooter came back: whole, with an empty battery, or with something broken. */
import { useState } from 'preact/hooks';
import type { Board } from '../../domain/board.ts';
import type { Booking, ScooterPart } from '../../domain/scooter-rows.ts';
import { Button, Wrong } from './controls.tsx';
import { useDesk } from './desk-context.ts';
import { partWord, refusalWords } from './desk-words.ts';
import { PartChoice } from './PartChoice.tsx';

export interface BackFormProps {
  readonly board: Board;
  readonly booking: Booking;
  readonly scooter: string;
  readonly onClose: () => void;
}

export function BackForm({ board, booking, scooter, onClose }: BackFormProps) {
  const desk = useDesk();
  const { app, t } = desk;
  const [batteryLow, setLow] = useState(false);
  const [broken, setBroken] = useState<ScooterPart | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const save = () => {
    const refused = app.act(
      { type: 'returnScooter', bookingId: booking.id, scooterId: booking.scooterId, batteryLow, broken },
      {
        text:
          broken === null
            ? t('desktrip:cameBack', { scooter })
            : t('desktrip:cameBackBroken', { scooter, part: partWord(desk, broken) }),
      },
    );
    if (refused === null) onClose();
    else setWrong(refusalWords(desk, refused, board));
  };
  return (
    <div class="s-form">
      <h3>{t('desktrip:backTitle', { scooter })}</h3>
      <label class="s-tick">
        <input type="checkbox" checked={batteryLow} onChange={({ currentTarget }) => setLow(currentTarget.checked)} />
        <span>{t('desktrip:batteryLow')}</span>
      </label>
      <PartChoice legend={t('desktrip:isBroken')} none={t('desktrip:nothing')} chosen={broken} onChoose={setBroken} />
      <Wrong id="back" sentence={wrong} />
      <div class="s-ends">
        <Button onPress={onClose}>{t('deskframe:stop')}</Button>
        <Button tone="main" onPress={save}>
          {t('desktrip:back')}
        </Button>
      </div>
    </div>
  );
}
