// Everything on a list is on exactly one of its pages, whatever fits on a page.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pageOf, pageOfItem, pagingOf } from '../../src/client/kiosk/paging.ts';
import { type Fit, nextFit } from '../../src/client/ui/steps-to-fit.ts';

const every = (items: readonly number[], rows: number) =>
  Array.from({ length: pagingOf(items.length, rows, 0).pages }, (_, page) =>
    pageOf(items, pagingOf(items.length, rows, page)),
  );

/** Looks at pages as a screen does, until there is nothing left to try. */
function lookThrough(items: readonly number[], rows: readonly number[], fits: (page: readonly number[]) => boolean) {
  const tried: Fit[] = [];
  let fit: Fit = { steps: 0, trying: 0 };
  for (;;) {
    const pages = every(items, rows[fit.steps]!);
    const tooTall = !fits(pages[fit.trying ?? 0]!);
    const next = nextFit(fit, { tooTall, most: rows.length - 1, pages: pages.length });
    if (next === fit) return { fit, tried };
    tried.push(fit);
    fit = next;
  }
}

test('every item is on one page, in order, whatever rows fit', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 20 }), (items, rows) => {
      const pages = every(items, rows);
      expect(pages.flat()).toEqual(items);
      for (const page of pages) expect(page.length).toBeLessThanOrEqual(rows);
    }),
  );
});

test('the rows on a page are the most with which all pages fit', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 20 }), (heights) => {
      const fits = (page: readonly number[]) => Math.max(...page) * page.length <= 4;
      const rows = [3, 2, 1];
      const { fit } = lookThrough(heights, rows, fits);
      const best = rows.findIndex((each) => every(heights, each).every(fits));
      expect(fit).toEqual({ steps: best, trying: null });
    }),
  );
});

test('looking ends after every page was drawn once for each step back, also where nothing fits', () => {
  const { fit, tried } = lookThrough([1, 2, 3, 4, 5], [3, 2, 1], () => false);
  expect(fit).toEqual({ steps: 2, trying: null });
  expect(tried.length).toBeLessThanOrEqual(2 + 3 + 5);
});

test('a page that comes to hold more words than fit takes a step back and never one forward', () => {
  const settled: Fit = { steps: 0, trying: null };
  expect(nextFit(settled, { tooTall: true, most: 2, pages: 3 })).toEqual({ steps: 1, trying: 0 });
  expect(nextFit(settled, { tooTall: false, most: 2, pages: 3 })).toBe(settled);
  expect(nextFit({ steps: 2, trying: null }, { tooTall: true, most: 2, pages: 3 })).toEqual({ steps: 2, trying: null });
});

test('what stood first on a page is still in sight when other rows fit', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 1, max: 6 }),
      fc.nat(60),
      (count, before, now, wanted) => {
        const items = Array.from({ length: count }, (_, i) => i);
        const was = pagingOf(count, before, wanted);
        const first = was.page * was.rows;
        const page = pageOfItem(first, now);
        expect(pageOf(items, pagingOf(count, now, page))).toContain(pageOf(items, was)[0]);
        // And when the room is back, so is the page.
        expect(pageOfItem(first, before)).toBe(was.page);
      },
    ),
  );
});

test('a page that is there no more is the last one', () => {
  expect(pagingOf(4, 3, 7)).toEqual({ page: 1, pages: 2, rows: 3 });
  expect(pagingOf(0, 3, 2)).toEqual({ page: 0, pages: 1, rows: 3 });
});
