/** The text size of this visit. Refuses to outlive it: the next person starts at the normal size. */
import { type ReadonlySignal, signal } from '@preact/signals';

export type Size = 'normal' | 'groter';

export interface Preferences {
  readonly size: ReadonlySignal<Size>;
  readonly toggleSize: () => void;
  readonly reset: () => void;
}

export function createPreferences(): Preferences {
  const size = signal<Size>('normal');

  return {
    size,
    toggleSize() {
      size.value = size.value === 'normal' ? 'groter' : 'normal';
    },
    reset() {
      size.value = 'normal';
    },
  };
}
