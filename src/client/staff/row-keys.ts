/** The list by keyboard: up and down, and what can be done with the row that has the focus. Refuses to know the rows. */
import { useSingleKeys } from './single-keys.ts';

export interface RowKeys {
  readonly onOpen: (plateId: string) => void;
  readonly onCame: (plateId: string) => void;
  readonly onPaid: (plateId: string) => void;
  readonly onRemove: (plateId: string) => void;
}

export function useRowKeys({ onCame, onOpen, onPaid, onRemove }: RowKeys): void {
  const of = (act: (plateId: string) => void) => () => {
    const id = currentRow()?.dataset.plate;
    if (id !== undefined) act(id);
  };
  useSingleKeys({
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Enter: of(onOpen),
    ' ': of(onCame),
    p: of(onPaid),
    x: of(onRemove),
  });
}

const currentRow = (): HTMLElement | null => document.activeElement?.closest<HTMLElement>('[data-plate]') ?? null;

function step(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-plate]')];
  const current = currentRow();
  const at = current === null ? -1 : rows.indexOf(current);
  const next = rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))];
  next?.focus();
}
