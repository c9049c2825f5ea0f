/** The page of a list that is shown, with as many rows as fit on every page of it. Refuses to know what a row is. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useFit } from '../ui/steps-to-fit.ts';
import type { App } from './app-context.ts';
import { type Paging, pageOfItem, pagingOf } from './paging.ts';

export interface FittingPage {
  readonly list: RefObject<HTMLElement | null>;
  readonly paging: Paging;
  /** How many of the `rows` were tried before these. */
  readonly steps: number;
}

export interface ListShown {
  /** What is shown, for measuring another list anew. */
  readonly subject: string;
  readonly count: number;
  /** The page that is wanted, counted from 0. */
  readonly page: number;
  /** Rows on a page: first the most, then what to try when these do not fit. */
  readonly rows: readonly [number, ...number[]];
  /** The boxes in a row that must hold what they contain. */
  readonly boxes: string;
}

/** What a measurement is about: the same words in another language or size take other room. */
export function subjectOf(app: App, ...about: readonly (string | number)[]): string {
  return [...about, app.size.value, app.i18n.language.value.tag, app.phase.value.type === 'asking'].join(' ');
}

export function useFittingPage(app: App, { subject, count, page, rows, boxes }: ListShown): FittingPage {
  const list = useRef<HTMLElement>(null);
  const rowsAfter = (steps: number) => rows[steps] ?? rows[0];
  const fit = useFit(list, {
    subject: subjectOf(app, subject, count, rows.join()),
    most: rows.length - 1,
    boxes,
    pages: (steps) => pagingOf(count, rowsAfter(steps), 0).pages,
  });
  const fitting = rowsAfter(fit.steps);
  const wanted = useSamePlace(app, { page, rows: fitting, settled: fit.trying === null });
  return { list, paging: pagingOf(count, fitting, fit.trying ?? wanted), steps: fit.steps };
}

interface Place {
  readonly page: number;
  readonly rows: number;
  readonly settled: boolean;
}

/**
 * The page to show: when a page comes to hold more or fewer rows, what stood first where somebody turned to stays in
 * sight. A note that comes and goes brings back the page it came on.
 */
function useSamePlace(app: App, { page, rows, settled }: Place): number {
  const was = useRef<{ readonly page: number; readonly first: number } | null>(null);
  const before = was.current;
  const same = settled && before !== null && before.page === page;
  const first = same ? before.first : page * rows;
  const wanted = same ? pageOfItem(first, rows) : page;
  useLayoutEffect(() => {
    if (!settled) return;
    was.current = { page: wanted, first };
    if (wanted !== page) app.turnTo(wanted);
  });
  return wanted;
}
