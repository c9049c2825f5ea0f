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
  const [found, setFound] = useState({ subject, steps: 0 });
  const steps = found.subject === subject ? found.steps : 0;

  useLayoutEffect(() => {
    const measure = () => {
      const element = place.current;
      if (element !== null && steps < most && overflows(element, boxes)) setFound({ subject, steps: steps + 1 });
    };
    measure();
    // Letters that arrive late are wider than those that stood in for them.
    document.fonts.addEventListener('loadingdone', measure);
    return () => document.fonts.removeEventListener('loadingdone', measure);
  }, [place, subject, steps, most, boxes]);

  return steps;
}

function overflows(place: HTMLElement, boxes: string): boolean {
  return [...place.querySelectorAll<HTMLElement>(boxes)].some(
    (box) => contentHeight(box) > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1,
  );
}

/** Centred content that is too tall sticks out on both sides, which scrollHeight counts only once. */
function contentHeight(box: HTMLElement): number {
  const children = [...box.children].map((child) => child.getBoundingClientRect());
  if (children.length === 0) return 0;
  return Math.max(...children.map(({ bottom }) => bottom)) - Math.min(...children.map(({ top }) => top));
}
