/** How many pixels make a millimetre on this panel (UX requirement 1). Refuses to guess once somebody measured. */

export interface Panel {
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
}

export interface CalibrationDeps {
  /** The query of the page's address: `?diagonal=15.6` is the installer's word. */
  readonly query: string;
  /** Asked for when it is needed: a browser that keeps nothing for a page throws already then. */
  readonly store: () => Pick<globalThis.Storage, 'getItem' | 'setItem'>;
}

const KEY = 'huiskamer.diagonal';
const [SMALLEST, LARGEST] = [5, 100];
/** What such panels nearly always measure: a 10.1 inch tablet, a 15.6 inch screen. */
const [TABLET, SCREEN] = [10.1, 15.6];

/** The diagonal in inches that was told for this screen, now or before; null if never. */
export function toldDiagonal({ query, store }: CalibrationDeps): number | null {
  const told = inches(new URLSearchParams(query).get('diagonal'));
  try {
    if (told === null) return inches(store().getItem(KEY));
    store().setItem(KEY, String(told));
  } catch {
    // Then the address has to say it every time.
  }
  return told;
}

/** CSS pixels per millimetre. */
export function pixelsPerMillimetre({ width, height }: Panel, diagonal: number | null): number {
  const assumed = Math.max(width, height) >= 1600 ? SCREEN : TABLET;
  return Math.hypot(width, height) / ((diagonal ?? assumed) * 25.4);
}

function inches(text: string | null): number | null {
  const value = Number((text ?? '').replace(',', '.'));
  return value >= SMALLEST && value <= LARGEST ? value : null;
}
