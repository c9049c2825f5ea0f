/**
 * The allergens of a menu as kitchens write them, in Dutch or by our own names. Refuses to guess: a word nobody knows
 * is no allergen here, and stands on the sheet as it was written.
 */
import { type Allergen, allergens } from './meal-rows.ts';

/** Beginnings of words; Regulation 1169/2011, annex II in Dutch, and what kitchens say for it. */
const words: { readonly [Name in Allergen]: readonly string[] } = {
  gluten: ['gluten', 'tarwe', 'rogge', 'gerst', 'haver', 'spelt'],
  crustaceans: ['schaaldier', 'schelp- en schaaldier', 'garna', 'krab', 'kreeft'],
  egg: ['ei', 'eieren', 'eiwit', 'eigeel'],
  fish: ['vis'],
  peanut: ['pinda', 'aardnoot', 'aardnoten'],
  soy: ['soja'],
  milk: ['melk', 'lactose', 'zuivel', 'kaas', 'room', 'boter'],
  nuts: ['noot', 'noten', 'amandel', 'walnoot', 'walnoten', 'hazelno', 'cashew', 'pecan', 'pistache'],
  celery: ['selderij', 'selderie', 'knolselder', 'bleekselder'],
  mustard: ['mosterd'],
  sesame: ['sesam'],
  sulphite: ['sulfiet', 'zwaveldioxide'],
  lupin: ['lupine'],
  molluscs: ['weekdier', 'schelpdier', 'mossel', 'oester', 'inktvis'],
};

/** Words that are whole: "eigengemaakt" has no egg in it. */
const whole: readonly string[] = ['ei', 'vis', 'room', 'noot'];

export function allergenOf(written: string): Allergen | null {
  const word = written.trim().toLowerCase();
  const known = allergens.find((each) => each === word);
  if (known !== undefined) return known;
  const means = (each: string) => (whole.includes(each) ? word === each : word.startsWith(each));
  return allergens.find((each) => words[each].some(means)) ?? null;
}
