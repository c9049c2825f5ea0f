/** Tells the style sheets what they are on: profile, pixels per millimetre, text size, fit of the language. */

export type Profile = 'p1' | 'p2' | 'p3';
export type TextSize = 'normal' | 'groter';
/** Long words get a taller bar and break; letters never shrink. */
export type Fit = 'normal' | 'long';

export interface Glass {
  /** CSS pixels */
  readonly width: number;
  readonly height: number;
  /** CSS pixels per millimetre, by the diagonal somebody measured or the usual one (UX requirement 1). */
  readonly pixelsPerMillimetre: number;
}

export interface Display {
  readonly setGlass: (glass: Glass) => void;
  readonly setTextSize: (size: TextSize) => void;
  readonly setFit: (fit: Fit) => void;
}

export interface DisplayRoot {
  readonly dataset: { profile?: string; size?: string; fit?: string };
  readonly style: { setProperty(name: string, value: string): void };
}

export function profileOf({ width, height }: Pick<Glass, 'width' | 'height'>): Profile {
  if (height > width) return 'p3';
  return width >= 1600 ? 'p2' : 'p1';
}

export function createDisplay(root: DisplayRoot): Display {
  root.dataset.size = 'normal';
  root.dataset.fit = 'normal';
  return {
    setGlass(glass) {
      root.dataset.profile = profileOf(glass);
      root.style.setProperty('--mm', glass.pixelsPerMillimetre.toFixed(3));
    },
    setTextSize(size) {
      root.dataset.size = size;
    },
    setFit(fit) {
      root.dataset.fit = fit;
    },
  };
}
