/** A list by keyboard: up and down between what opens its rows. Refuses to know the rows. */
import { useSingleKeys } from '../single-keys.ts';

export function useListKeys(): void {
  useSingleKeys({ ArrowDown: () => step(1), ArrowUp: () => step(-1) });
}

function step(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))]?.focus();
}
