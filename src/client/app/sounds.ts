/**
 * A short sound at the moment the screen says that something was done, or could not be. Refuses to carry any news of its
 * own (UX requirement 52), and to be heard at night.
 */
import { effect, type ReadonlySignal } from '@preact/signals';
import type { Sound } from '../platform/chimes.ts';
import type { Screen } from '../state/screens.ts';

export interface SoundsDeps {
  readonly screen: ReadonlySignal<Screen>;
  /** The hours at which the screens of this house are dark. */
  readonly dark: ReadonlySignal<boolean>;
  readonly play: (sound: Sound) => void;
}

/** Sounds once for each screen, also when somebody comes back to it. Returns what ends it. */
export function soundScreens({ dark, play, screen }: SoundsDeps): () => void {
  const heard = new WeakSet<Screen>();
  return effect(() => {
    const shown = screen.value;
    const sound = soundOf(shown);
    if (sound === null || heard.has(shown)) return;
    heard.add(shown);
    if (!dark.peek()) play(sound);
  });
}

function soundOf({ type }: Screen): Sound | null {
  if (type === 'done' || type === 'tripDone') return 'done';
  return type === 'refused' ? 'refused' : null;
}
