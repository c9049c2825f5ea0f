/**
 * How a list falls into pages: as many rows on each, so that everything on it is on exactly one page. Refuses to
 * measure what fits.
 */

export interface Paging {
  /** Counted from 0. */
  readonly page: number;
  readonly pages: number;
  readonly rows: number;
}

/** A page that no longer exists is the last one that does. */
export function pagingOf(count: number, rows: number, wanted: number): Paging {
  const pages = Math.max(1, Math.ceil(count / rows));
  return { page: Math.min(wanted, pages - 1), pages, rows };
}

export function pageOf<Item>(items: readonly Item[], { page, rows }: Paging): readonly Item[] {
  return items.slice(page * rows, (page + 1) * rows);
}

/** The page with what stood first on `page` when there were `before` rows on each and there are `now`. */
export function pageKept(page: number, { before, now }: { readonly before: number; readonly now: number }): number {
  return Math.floor((page * before) / now);
}
