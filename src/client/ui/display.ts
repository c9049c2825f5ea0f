/** Tells the style sheets what they are on: profile, pixels per millimetre, text size, fit of the language. */

/** The first three by shape and pixels; the last two are too high to be touched everywhere: see `profileOf`. */
export type Profile = 'p1' | 'p2' | 'p3' | 'p4' | 'p5';
export type TextSize = 'normal' | 'groter';
/** Long words get a taller bar and break; letters never shrink. */
export type Fit = 'normal' | 'long';

export interface Glass {
  /** CSS pixels */
  readonly width: number;
  readonly height: number;
  /** CSS pixels per millimetre, by the diagonal somebody measured or the usual one (UX requirement 1). */
  readonly pixelsPerMillimetre: number;
  /** Somebody of the team is at it and needs the whole of it; a resident may sit. */
  readonly atWork?: boolean;
}

/** Profiles whose looks come in a file of their own. */
export const isTooHigh = (profile: Profile): boolean => profile === 'p4' || profile === 'p5';

export interface Display {
  /** Tells which profile it came to. */
  readonly setGlass: (glass: Glass) => Profile;
  readonly setTextSize: (size: TextSize) => void;
  readonly setFit: (fit: Fit) => void;
}

export interface DisplayRoot {
  readonly dataset: { profile?: string; size?: string; fit?: string };
  readonly style: { setProperty(name: string, value: string): void };
}

/** Millimetres of glass. What is higher does not fit between 0.90 and 1.20 m above the floor (UX requirement 55). */
const WITHIN_REACH = 300;
/** CSS pixels that the lower half, or all below the top quarter, needs for everything that is touched. */
const ROOM = { upright: [1000, 1700], lying: [1600, 1000] } as const;

/**
 * On a glass that is higher than an arm reaches, what is touched moves down: into the lower half where it hangs upright
 * (p4), below the top quarter where it lies (p5). With too few pixels for that it stays what it would be.
 */
export function profileOf({ width, height, pixelsPerMillimetre, atWork = false }: Glass): Profile {
  const tooHigh = !atWork && height / pixelsPerMillimetre > WITHIN_REACH;
  const holds = ([wide, high]: readonly [number, number]) => width >= wide && height >= high;
  if (height > width) return tooHigh && holds(ROOM.upright) ? 'p4' : 'p3';
  if (tooHigh && holds(ROOM.lying)) return 'p5';
  return width >= 1600 ? 'p2' : 'p1';
}

export function createDisplay(root: DisplayRoot): Display {
  root.dataset.size = 'normal';
  root.dataset.fit = 'normal';
  return {
    setGlass(glass) {
      const profile = profileOf(glass);
      root.dataset.profile = profile;
      root.style.setProperty('--mm', glass.pixelsPerMillimetre.toFixed(3));
      return profile;
    },
    setTextSize(size) {
      root.dataset.size = size;
    },
    setFit(fit) {
      root.dataset.fit = fit;
    },
  };
}
