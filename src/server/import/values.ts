/** How people in a Dutch office write a floor, a date, a yes, a price or a day. Null is what cannot be read. */
import { isRealDate, type PlainDate } from '../../domain/time.ts';
import { plain } from './table.ts';

const ordinals = [
  'begane grond',
  'eerste',
  'tweede',
  'derde',
  'vierde',
  'vijfde',
  'zesde',
  'zevende',
  'achtste',
  'negende',
  'tiende',
  'elfde',
  'twaalfde',
  'dertiende',
  'veertiende',
  'vijftiende',
  'zestiende',
  'zeventiende',
  'achttiende',
  'negentiende',
  'twintigste',
].map(plain);
const groundFloors = ['bg', 'beggr', 'begg', 'beganegr', 'parterre', 'gelijkvloers'];
const basements = ['kelder', 'souterrain'];

/** The floor as a number: 0 is the ground floor. */
export function parseFloor(text: string): number | null {
  const number = /^(-?\d{1,3})\s*(e|de|ste)?\.?\s*(verdieping|etage|verd\.?)?$/i.exec(text.trim());
  if (number?.[1] !== undefined) return Number(number[1]);
  const word = plain(text).replace(/(verdieping|etage)$/, '');
  if (groundFloors.includes(word)) return 0;
  if (basements.includes(word)) return -1;
  const named = /^(?:verdieping|etage)(\d{1,3})$/.exec(word);
  if (named?.[1] !== undefined) return Number(named[1]);
  const nth = ordinals.indexOf(word);
  return nth < 0 ? null : nth;
}

const months = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];

/** A date with its year in four digits: `2027-04-04`, `4-4-2027`, `04/04/2027`, `4 april 2027`. */
export function parseDate(text: string): PlainDate | null {
  const day = text.trim().replace(/[T ]00:00(:00)?(\.0+)?$/, '');
  const year = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(day);
  if (year) return dateOf([year[1], year[2], year[3]]);
  const numbers = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(day);
  if (numbers) return dateOf([numbers[3], numbers[2], numbers[1]]);
  const words = /^(\d{1,2})[\s-]+([a-z]{3,9})\.?[\s-]+(\d{4})$/i.exec(day);
  const month =
    words?.[2]
      ?.toLowerCase()
      .replace(/^maart$|^maa$/, 'mrt')
      .slice(0, 3) ?? '';
  return words && months.includes(month) ? dateOf([words[3], String(months.indexOf(month) + 1), words[1]]) : null;
}

function dateOf([year, month, day]: readonly (string | undefined)[]): PlainDate | null {
  const date = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  return isRealDate(date) ? date : null;
}

export function parseYesNo(text: string): boolean | null {
  const word = plain(text);
  if (['ja', 'j', 'yes', 'y', 'x', 'true', 'waar', '1'].includes(word)) return true;
  return ['nee', 'neen', 'n', 'no', 'false', 'onwaar', '0'].includes(word) ? false : null;
}

/** Cents: `3,00`, `€ 3,-`, `3.50`, `gratis`. */
export function parsePrice(text: string): number | null {
  if (plain(text) === 'gratis') return 0;
  const price = /^(?:€|eur|euro)?\s*(\d{1,4})(?:[.,](\d{1,2}|-{1,2}|–|—))?\s*(?:€|eur|euro)?$/i.exec(text.trim());
  if (price?.[1] === undefined) return null;
  const cents = /^\d/.test(price[2] ?? '') ? Number(price[2]?.padEnd(2, '0')) : 0;
  return Number(price[1]) * 100 + cents;
}

export const dayNames = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'] as const;

/** The ISO weekday of a name, its first two letters, or its plural. */
export function parseWeekday(text: string): number | null {
  const word = plain(text).replace(/en$/, '');
  const found = dayNames.findIndex((name) => word === name || word === name.slice(0, 2) || word === name.slice(0, 3));
  return found < 0 ? null : found + 1;
}

/** A cell with several things: by comma, slash, plus or semicolon. Each once, empty ones left out. */
export function parseList(text: string): readonly string[] {
  const parts = text.split(/[,;/+|\n]/).map((part) => part.trim());
  return [...new Set(parts.filter((part) => part !== ''))];
}
