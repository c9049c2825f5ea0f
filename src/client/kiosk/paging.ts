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

/** The page on which the item with this index stands. */
export function pageOfItem(index: number, rows: number): number {
  return Math.floor(index / rows);
}
