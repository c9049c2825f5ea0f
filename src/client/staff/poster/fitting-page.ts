/**
 * The largest letters at which a page holds all that stands on it, measured on the page itself: in one column, or in two
 * where that makes them clearly larger. Refuses to leave anything out: then letters go as small as it takes.
 */
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect } from 'preact/hooks';

export type Paper = 'a4' | 'a3';

/** Pixels of the paper. A short programme does not shout. */
const sizes: Readonly<Record<Paper, { readonly least: number; readonly most: number }>> = {
  a4: { least: 2, most: 27 },
  a3: { least: 2, most: 38 },
};
/** Two columns are read less well: worth it from so much larger letters on. */
const WORTH = 1.15;
const STEPS = 9;

export function useFittingPage(page: RefObject<HTMLElement | null>, paper: Paper, content: unknown): void {
  useLayoutEffect(() => {
    if (page.current !== null) fillPage(page.current, paper);
  }, [page, paper, content]);
  // The letters may come after the words.
  useEffect(() => {
    let gone = false;
    void document.fonts.ready.then(() => {
      if (!gone && page.current !== null) fillPage(page.current, paper);
    });
    return () => {
      gone = true;
    };
  }, [page, paper, content]);
}

function fillPage(page: HTMLElement, paper: Paper): void {
  const one = largest(page, paper, 'one');
  const two = largest(page, paper, 'two');
  show(page, two > one * WORTH ? { columns: 'two', size: two } : { columns: 'one', size: one });
}

interface Look {
  readonly columns: 'one' | 'two';
  readonly size: number;
}

function largest(page: HTMLElement, paper: Paper, columns: Look['columns']): number {
  let { least, most } = sizes[paper];
  show(page, { columns, size: most });
  if (holds(page)) return most;
  for (let step = 0; step < STEPS; step += 1) {
    const size = (least + most) / 2;
    show(page, { columns, size });
    if (holds(page)) least = size;
    else most = size;
  }
  return least;
}

function show(page: HTMLElement, { columns, size }: Look): void {
  page.dataset.columns = columns;
  page.style.fontSize = `${size}px`;
}

const holds = (page: HTMLElement): boolean =>
  page.scrollHeight <= page.clientHeight && page.scrollWidth <= page.clientWidth;
