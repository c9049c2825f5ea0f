/** Alarm: while one is on, who has seen it; else the four steps to give one. */
import { alarmOn } from '../../../domain/announcement-views.ts';
import { type BoardProps, useDesk } from '../desk-context.ts';
import { AlarmForm } from './AlarmForm.tsx';
import { AlarmProof } from './AlarmProof.tsx';

export function AlarmPage({ board }: BoardProps) {
  const { app } = useDesk();
  const on = alarmOn(board, { now: app.minute.value, deviceId: null });
  return on === null ? <AlarmForm board={board} /> : <AlarmProof board={board} alarm={on} />;
}
