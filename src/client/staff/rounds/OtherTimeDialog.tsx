/** Who was not reached, or asked for another time: when again. Refuses a moment at which it is too late to tell it. */
import type { Board } from '../../../domain/board.ts';
import type { Instant } from '../../../domain/time.ts';
import { type DeskStop, otherTimes } from '../../app/rounds.ts';
import { Button } from '../controls.tsx';
import { Dialog } from '../Dialog.tsx';
import { useDesk } from '../desk-context.ts';
import { clock, momentIn } from '../desk-words.ts';
import { whoAndDoor } from './round-words.ts';

export interface OtherTimeProps {
  readonly board: Board;
  readonly each: DeskStop;
  readonly onChoose: (until: Instant) => void;
  readonly onClose: () => void;
}

export function OtherTimeDialog({ board, each, onChoose, onClose }: OtherTimeProps) {
  const desk = useDesk();
  const { app, t } = desk;
  const times = otherTimes(board, app.minute.value, each.stop);
  return (
    <Dialog title={t('deskround:otherTitle', { who: whoAndDoor(desk, each) })} onClose={onClose}>
      <p>{t(times.length === 0 ? 'deskround:otherNone' : 'deskround:otherLine')}</p>
      <div class="s-stack">
        {times.map(([name, at]) => (
          <Button
            key={name}
            onPress={() => {
              onChoose(at);
              onClose();
            }}
          >
            {t(`deskround:other_${name}`, { time: clock(momentIn(board, at).time) })}
          </Button>
        ))}
      </div>
      <div class="s-ends">
        <Button onPress={onClose}>{t('deskround:notAfterAll')}</Button>
      </div>
    </Dialog>
  );
}
