/** Copies something to another flat of who works there too: one button for each, and what became of it. */
import { useState } from 'preact/hooks';
import type { Board } from '../../domain/board.ts';
import type { Command } from '../../domain/commands.ts';
import type { OtherFlat } from '../app/staff-app.ts';
import { Button } from './controls.tsx';
import { useDesk } from './desk-context.ts';
import { refusalWords } from './desk-words.ts';
import { useOtherFlats } from './OtherFlats.tsx';

export interface CopyToFlatProps {
  readonly board: Board;
  /** What makes it new there; it may not name anything that only this flat has. */
  readonly command: Command;
}

export function CopyToFlat({ board, command }: CopyToFlatProps) {
  const desk = useDesk();
  const { app, t } = desk;
  const flats = useOtherFlats();
  const [busy, setBusy] = useState(false);
  if (flats.length === 0) return null;
  const copy = async ({ id, name }: OtherFlat) => {
    if (busy) return;
    setBusy(true);
    const copied = await app.flats.copy(id, command);
    setBusy(false);
    if (copied.type === 'refused')
      app.say(t('deskflats:refused', { name, why: refusalWords(desk, copied.reason, board) }));
    else app.say(t(`deskflats:${copied.type}`, { name }));
  };
  return (
    <div class="s-row">
      {flats.map((flat) => (
        <Button key={flat.id} icon="add" onPress={() => void copy(flat)}>
          {t('deskflats:copyTo', { name: flat.name })}
        </Button>
      ))}
    </div>
  );
}
