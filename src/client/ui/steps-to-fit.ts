/** Finds how far a screen must give way when words are long: fewer rows, fewer pictures, never smaller letters. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

export interface Fitting {
  /** What is shown, in words: another subject (page, language, text size) is measured anew. */
  readonly subject: string;
  /** How many steps back there are. */
  readonly most: number;
  /** The boxes inside that must hold what they contain. */
  readonly boxes: string;
}

/** The number of steps back, 0 while everything fits. Measured before the screen is painted. */
export function useStepsToFit(place: RefObject<HTMLElement | null>, { subject, most, boxes }: Fitting): number {
  const letters = useLettersArrived();
  const what = `${letters} ${subject}`;
  const [found, setFound] = useState({ what, steps: 0 });
  const steps = found.what === what ? found.steps : 0;

  useLayoutEffect(() => {
    const element = place.current;
    if (element !== null && steps < most && overflows(element, boxes)) setFound({ what, steps: steps + 1 });
  }, [place, what, steps, most, boxes]);

  return steps;
}

/** Counts the arrivals of fonts: letters that stood in for them were wider or narrower, so all is measured anew. */
function useLettersArrived(): number {
  const [arrivals, setArrivals] = useState(0);
  useLayoutEffect(() => {
    const arrived = () => setArrivals((count) => count + 1);
    document.fonts.addEventListener('loadingdone', arrived);
    return () => document.fonts.removeEventListener('loadingdone', arrived);
  }, []);
  return arrivals;
}

function overflows(place: HTMLElement, boxes: string): boolean {
  return [...place.querySelectorAll<HTMLElement>(boxes)].some(
    (box) => contentHeight(box) > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1,
  );
}

/** Centred content that is too tall sticks out on both sides, which scrollHeight counts only once. */
function contentHeight(box: HTMLElement): number {
  // What is not drawn has no place, and would count from the corner of the glass.
  const drawn = [...box.children].filter((child) => child.getClientRects().length > 0);
  const children = drawn.map((child) => child.getBoundingClientRect());
  if (children.length === 0) return 0;
  return Math.max(...children.map(({ bottom }) => bottom)) - Math.min(...children.map(({ top }) => top));
}
