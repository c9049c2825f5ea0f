/** The light behind the glass, where a kiosk browser lets a page set it (Fully Kiosk). Elsewhere the dark colours do. */

/** From 0 to 255. */
interface Fully {
  readonly getScreenBrightness: () => number;
  readonly setScreenBrightness: (brightness: number) => void;
}

/** A quarter: a hall with bedrooms beside it. */
const DIM = 64;

export interface Panel {
  readonly dim: () => void;
  /** As it was before. */
  readonly light: () => void;
}

export function createPanel(view: Window): Panel {
  const { fully } = view as { readonly fully?: Partial<Fully> };
  let before: number | null = null;
  const set = (brightness: number) => {
    try {
      fully?.setScreenBrightness?.(brightness);
    } catch {
      // Fully's own settings may forbid it: then they decide.
    }
  };
  return {
    dim() {
      if (before !== null || typeof fully?.setScreenBrightness !== 'function') return;
      before = Number(fully.getScreenBrightness?.()) || 255;
      set(Math.min(DIM, before));
    },
    light() {
      if (before === null) return;
      set(before);
      before = null;
    },
  };
}
