/** The week's menu to lines for `importMenu`. Refuses two menus for one meal on one day. */
import * as v from 'valibot';
import { type MenuDay, menuDaySchema } from '../../domain/meal.ts';
import { type Complain, quote, type Read, type Source } from './finding.ts';
import { type Columns, readTable } from './table.ts';
import { withoutTwins } from './twins.ts';
import { parseDate, parseList, parsePrice, parseWeekday } from './values.ts';

const columns = {
  on: { words: ['datum_of_dag', 'datum', 'dag', 'wanneer'], required: true },
  meal: { words: ['maaltijd', 'soort maaltijd', 'moment'], required: true },
  menu: { words: ['menu', 'gerecht', 'omschrijving', 'wat'], required: true },
  choices: { words: ['keuzes', 'keuze', 'varianten', 'opties'] },
  allergens: { words: ['allergenen', 'allergieen', 'allergie-informatie'] },
  price: { words: ['prijs', 'kosten', 'bedrag'] },
} as const satisfies Columns;

export type MenuLine = Omit<MenuDay, 'id'>;

export function readMenu(source: Source): Read<MenuLine> {
  const read = readTable(source, {
    columns,
    schema: v.omit(menuDaySchema, ['id']),
    read: (cells, { complain }) => {
      if (!cells.meal) complain('Het vak ‘maaltijd’ is leeg.');
      if (!cells.menu) complain('Het vak ‘menu’ is leeg.');
      return {
        on: dayOf(cells.on ?? '', complain),
        meal: cells.meal?.toLowerCase(),
        menu: cells.menu,
        choices: parseList(cells.choices ?? ''),
        allergens: parseList(cells.allergens ?? ''),
        price: priceOf(cells.price ?? '', complain),
      };
    },
  });
  return withoutTwins(read, source.file, ({ on, meal }) => `${on} ${meal}`);
}

function dayOf(text: string, complain: Complain): MenuDay['on'] {
  const day = parseDate(text) ?? parseWeekday(text);
  if (day === null) complain(`De dag ${quote(text)} is niet te lezen. Schrijf bijvoorbeeld maandag of 4-4-2027.`);
  return day ?? 1;
}

function priceOf(text: string, complain: Complain): number | null {
  if (text === '') return null;
  const price = parsePrice(text);
  if (price === null) complain(`De prijs ${quote(text)} is niet te lezen. Schrijf bijvoorbeeld 3,00.`);
  return price;
}
