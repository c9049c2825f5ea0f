/** Alarm: while one is on, who has seen it, its words and the sheet to hang up; else the four steps to give one. */
import { useState } from 'preact/hooks';
import { alarmOn } from '../../../domain/announcement-views.ts';
import { type BoardProps, useDesk } from '../desk-context.ts';
import { AlarmForm } from './AlarmForm.tsx';
import { AlarmProof } from './AlarmProof.tsx';
import { AlarmSheet } from './AlarmSheet.tsx';

type Opened = { readonly type: 'words' } | { readonly type: 'sheet'; readonly place: string | null } | null;

export function AlarmPage({ board }: BoardProps) {
  const { app } = useDesk();
  const [opened, open] = useState<Opened>(null);
  const on = alarmOn(board, { now: app.minute.value, deviceId: null });
  const close = () => open(null);
  if (on === null)
    return (
      <AlarmForm
        key="new"
        board={board}
        alarm={null}
        // From then on this page shows who has seen it.
        onDone={close}
        onStop={() => app.goTo({ page: 'berichten', part: 'lijst' })}
      />
    );
  if (opened?.type === 'words') return <AlarmForm key={on.id} board={board} alarm={on} onDone={close} onStop={close} />;
  if (opened?.type === 'sheet') return <AlarmSheet board={board} alarm={on} place={opened.place} onBack={close} />;
  return (
    <AlarmProof
      board={board}
      alarm={on}
      onChange={() => open({ type: 'words' })}
      onPrint={(place) => open({ type: 'sheet', place })}
    />
  );
}
