// The printed sheet and the screen are one list: every plate on one of its pages, once, and the same sums.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createStaffSpeech } from '../../src/client/i18n/staff-i18n.ts';
import { mealSpeech } from '../../src/client/staff/meal/meal-words.ts';
import {
  paged,
  type Sheet,
  type SheetGroup,
  type SheetLine,
  type SheetOrder,
  sheetOf,
} from '../../src/client/staff/print/sheet.ts';
import type { MealList } from '../../src/domain/meal-views.ts';
import { always } from '../support/meal-laws.ts';

const orders: readonly SheetOrder[] = ['table', 'name'];
const dutch = createStaffSpeech({ lang: '', dir: '' });

const groupsOn = ({ pages }: Pick<Sheet, 'pages'>): readonly SheetGroup[] => pages.flat(2);
const linesOn = (sheet: Pick<Sheet, 'pages'>): readonly SheetLine[] => groupsOn(sheet).flatMap(({ lines }) => lines);

describe('the pages of a kitchen sheet', () => {
  test.each(orders)('by %s hold every plate of the list once, as the list has it', (order) => {
    always((list, { after }) => {
      const lines = linesOn(sheetOf(mealSpeech(dutch, after), list, order));
      const words = (of: readonly { readonly id: string; readonly dish: string; readonly takeAway: boolean }[]) =>
        of.map(({ dish, id, takeAway }) => `${id} ${dish} ${takeAway}`).sort();
      const plates = list.plates.map(({ plate }) => ({ ...plate, dish: plate.dish ?? '' }));
      expect(words(lines)).toEqual(words(plates));
      expect(lines.filter(({ diet }) => diet !== null)).toHaveLength(list.totals.withDiet);
      expect(lines.filter(({ isGuest }) => isGuest)).toHaveLength(list.totals.guests);
    });
  });

  test('by table are as many tables as the list counts, none with more people than places', () => {
    always((list, { after }) => {
      const groups = groupsOn(sheetOf(mealSpeech(dutch, after), list, 'table')).filter(({ key }) => key !== 'away');
      const { full, rest, size } = list.totals.tables;
      expect(groups).toHaveLength(full + (rest > 0 ? 1 : 0));
      for (const { lines } of groups) expect(lines.length).toBeLessThanOrEqual(size);
      expect(groups.flatMap(({ lines }) => lines)).toHaveLength(list.totals.atTable);
    });
  });

  test('hold every line once and in order, however many there are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 60 }),
        fc.integer({ min: 0, max: 30 }),
        (sizes, above) => {
          let made = 0;
          const groups = sizes.map(
            (size, key): SheetGroup => ({
              ...{ key: `${key}`, title: 'Tafel', people: '' },
              lines: Array.from({ length: size }, () => {
                made += 1;
                return {
                  id: `${made}`,
                  door: '1',
                  name: 'Riet',
                  isGuest: false,
                  diet: null,
                  dish: '',
                  takeAway: false,
                };
              }),
            }),
          );
          const pages = paged(groups, above);
          expect(linesOn({ pages }).map(({ id }) => Number(id))).toEqual(Array.from({ length: made }, (_, n) => n + 1));
          for (const page of pages) expect(page.flat().length > 0 || groups.length === 0).toBe(true);
        },
      ),
    );
  });
});

describe('the sums on a kitchen sheet', () => {
  test.each(orders)('by %s are those of the list', (order) => {
    always((list, { after }) => {
      const { boxes, clashes, sum } = sheetOf(mealSpeech(dutch, after), list, order);
      const { totals } = list;
      expect(boxes.people).toBe(totals.people);
      expect(boxes.parts.at(-1)?.count).toBe(totals.takeAway);
      const parts = boxes.parts.slice(0, -1);
      expect(parts).toEqual(dishesOf(list));
      if (list.choices.length > 0) expect(parts.reduce((all, { count }) => all + count, 0)).toBe(totals.people);
      expect(clashes).toHaveLength(totals.clashes);
      const [said = ''] = sum.split(/ bord/);
      expect(Number(said.split('=').at(-1))).toBe(totals.people);
    });
  });
});

/** What the list counts of each dish, in the words of the sheet. */
function dishesOf({ choices, totals }: MealList) {
  if (choices.length === 0) return [];
  return totals.dishes.map(({ count, dish }) => ({ count, words: dish ?? expect.any(String) }));
}
