/** Finds how far a screen must give way when words are long: fewer rows, fewer pictures, never smaller letters. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

export interface Fitting {
  /** What is shown, in words: another subject (list, language, text size) is measured anew. */
  readonly subject: string;
  /** How many steps back there are. */
  readonly most: number;
  /** The boxes that must hold what they contain: inside, or the place itself. */
  readonly boxes: string;
  /**
   * How many pages there are after so many steps back; each is drawn once to see whether it fits. Untold, there is only
   * what is shown, and nothing else to try.
   */
  readonly pages?: (steps: number) => number;
}

/** Where the looking stands: the page that is drawn to be measured, or null when all of them were. */
export interface Fit {
  readonly steps: number;
  readonly trying: number | null;
}

/** The number of steps back, 0 while everything fits. Measured before the screen is painted. */
export function useStepsToFit(place: RefObject<HTMLElement | null>, fitting: Fitting): number {
  return useFit(place, fitting).steps;
}

/** The fewest steps back with which every page fits. While `trying` names a page, that one must be drawn. */
export function useFit(place: RefObject<HTMLElement | null>, { subject, most, boxes, pages }: Fitting): Fit {
  const changes = useRoomChanges();
  const what = `${changes} ${subject}`;
  const start = pages === undefined ? ONLY_PAGE : FIRST_PAGE;
  const [found, setFound] = useState({ what, fit: start });
  const fit = found.what === what ? found.fit : start;

  // After every drawing: a page may come to hold more words while it is shown.
  useLayoutEffect(() => {
    const element = place.current;
    // What is kept behind a question has no size to measure.
    if (element === null || element.getClientRects().length === 0) return;
    const next = nextFit(fit, { tooTall: overflows(element, boxes), most, pages: pages?.(fit.steps) ?? 1 });
    if (next !== fit) setFound({ what, fit: next });
  });

  return fit;
}

const FIRST_PAGE: Fit = { steps: 0, trying: 0 };
/** Measured as it is shown: when it fits, it is not drawn a second time. */
const ONLY_PAGE: Fit = { steps: 0, trying: null };

export interface Look {
  readonly tooTall: boolean;
  readonly most: number;
  /** How many pages there are with the steps back that were tried. */
  readonly pages: number;
}

/** What to try next; the same fit when there is nothing left to try. Steps back are never taken forward again. */
export function nextFit(fit: Fit, { tooTall, most, pages }: Look): Fit {
  if (tooTall && fit.steps < most) return { steps: fit.steps + 1, trying: 0 };
  if (fit.trying === null) return fit;
  const page = fit.trying + 1;
  return { steps: fit.steps, trying: page < pages ? page : null };
}

/** Counts what gives words other room: fonts in place of letters that stood in for them, a glass that was turned. */
function useRoomChanges(): number {
  const [changes, setChanges] = useState(0);
  useLayoutEffect(() => {
    const changed = () => setChanges((count) => count + 1);
    document.fonts.addEventListener('loadingdone', changed);
    addEventListener('resize', changed);
    return () => {
      document.fonts.removeEventListener('loadingdone', changed);
      removeEventListener('resize', changed);
    };
  }, []);
  return changes;
}

function overflows(place: HTMLElement, boxes: string): boolean {
  return [place, ...place.querySelectorAll<HTMLElement>(boxes)]
    .filter((box) => box.matches(boxes))
    .some((box) => contentHeight(box) > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1);
}

/** Centred content that is too tall sticks out on both sides, which scrollHeight counts only once. */
function contentHeight(box: HTMLElement): number {
  // What is not drawn has no place, and would count from the corner of the glass.
  const drawn = [...box.children].filter((child) => child.getClientRects().length > 0);
  const children = drawn.map((child) => child.getBoundingClientRect());
  if (children.length === 0) return 0;
  return Math.max(...children.map(({ bottom }) => bottom)) - Math.min(...children.map(({ top }) => top));
}
