/** The way to an alarm from every page; while one is on it says so. Has no key of its own, on purpose. */
import { alarmOn } from '../../../domain/announcement-views.ts';
import { Button } from '../controls.tsx';
import { type BoardProps, useDesk } from '../desk-context.ts';

export function AlarmButton({ board }: BoardProps) {
  const { app, t } = useDesk();
  const on = alarmOn(board, { now: app.minute.value, deviceId: null }) !== null;
  return (
    <div class="s-alarm-way">
      <Button icon="warn" tone="stop" onPress={() => app.goTo({ page: 'berichten', part: 'alarm' })}>
        {t(on ? 'deskalarm:isOn' : 'deskalarm:give')}
      </Button>
    </div>
  );
}
