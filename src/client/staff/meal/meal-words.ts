/** How staff read meals: names, diets, money, moments. Takes what is so; never asks what time it is. */

import type { Board } from '../../../domain/board.ts';
import type { Allergen, Diet, DietKind, MealPrint } from '../../../domain/meal-rows.ts';
import type { Called, Delta, MealList, PlateView } from '../../../domain/meal-views.ts';
import { isLoose } from '../../../domain/sheet-views.ts';
import type { Asking } from '../../app/asking.ts';
import { euros } from '../../app/meal-money.ts';
import { staffName, wallTime } from '../../app/meal-parts.ts';
import type { StandingView } from '../../app/meal-standing.ts';
import type { Told } from '../../app/staff-work.ts';
import { civilDate, clockTime, formatDay, formatTime } from '../../i18n/dates.ts';
import type { Key } from '../../i18n/keys.ts';
import type { StaffKey, StaffSpeech } from '../../i18n/staff-i18n.ts';
import type { Reason } from '../../state/screens.ts';

/** What the words of a row need of the house. */
export interface MealSpeech extends StaffSpeech {
  /** "14:40" on the wall of the house. */
  readonly timeOf: (instant: string) => string;
  /** "donderdag 15 oktober" on the wall of the house. */
  readonly dayOf: (instant: string) => string;
  readonly staffName: (staffId: string) => string | null;
}

const kindWords: Readonly<Record<DietKind, StaffKey>> = {
  diabetes: 'deskplate:kindDiabetes',
  lowSalt: 'deskplate:kindLowSalt',
  softFood: 'deskplate:kindSoftFood',
  vegetarian: 'deskplate:kindVegetarian',
  halal: 'deskplate:kindHalal',
  noPork: 'deskplate:kindNoPork',
};
const allergenWords: Readonly<Record<Allergen, StaffKey>> = {
  gluten: 'deskplate:gluten',
  crustaceans: 'deskplate:crustaceans',
  egg: 'deskplate:egg',
  fish: 'deskplate:fish',
  peanut: 'deskplate:peanut',
  soy: 'deskplate:soy',
  milk: 'deskplate:milk',
  nuts: 'deskplate:nuts',
  celery: 'deskplate:celery',
  mustard: 'deskplate:mustard',
  sesame: 'deskplate:sesame',
  sulphite: 'deskplate:sulphite',
  lupin: 'deskplate:lupin',
  molluscs: 'deskplate:molluscs',
};

export const kindWord = ({ t }: StaffSpeech, kind: DietKind): string => t(kindWords[kind]);
export const allergenWord = ({ t }: StaffSpeech, allergen: Allergen): string => t(allergenWords[allergen]);

/** "Bep de Bruin", or "Bep B." where this screen may not know more. */
export function calledWords({ firstName, infix, initial, lastName }: Called): string {
  return [firstName, ...(lastName === '' ? [initial] : [infix, lastName])].filter((word) => word !== '').join(' ');
}

/** Whose plate it is. */
export function plateName(speech: StaffSpeech, { called, host, kind, plate }: PlateView): string {
  if (called !== null) return calledWords(called);
  if (plate.guestName !== '') return plate.guestName;
  if (kind === 'neighbour') return speech.t('deskmeal:aNeighbour');
  if (kind === 'guest' && host !== null) return speech.t('deskmeal:aGuestOf', { name: host.firstName });
  return speech.t('deskmeal:gone');
}

/** "Riet Molenaar (1)" */
export function nameAndDoorOf(speech: StaffSpeech, view: PlateView): string {
  const name = plateName(speech, view);
  return view.door === null || view.kind !== 'resident' ? name : `${name} (${view.door})`;
}

/** "Diabetes, geen melk, alleen koud" */
export function dietWords(speech: StaffSpeech, diet: Pick<Diet, 'kinds' | 'allergens' | 'note'>): string {
  const { t } = speech;
  const words = [
    ...diet.kinds.map((kind) => kindWord(speech, kind)),
    ...diet.allergens.map((each) => t('deskplate:not', { what: allergenWord(speech, each) })),
    ...(diet.note === '' ? [] : [diet.note]),
  ];
  return words.map((word, at) => (at === 0 ? word : word.charAt(0).toLowerCase() + word.slice(1))).join(', ');
}

export const money = ({ t }: StaffSpeech, cents: number): string => t('deskmeal:euros', { amount: euros(cents) });

export function dishWords({ t }: StaffSpeech, list: Pick<MealList, 'choices'>, dish: string | null): string {
  if (dish !== null) return dish;
  return t(list.choices.length === 0 ? 'deskmeal:oneDish' : 'deskmeal:pickDish');
}

/** "Donderdag 15 oktober · 17:30 uur · Eetkamer" */
export function whenAndWhere(speech: StaffSpeech, { activity }: Pick<MealList, 'activity'>): string {
  const day = formatDay(speech, civilDate(activity.date));
  return speech.t('deskmeal:when', {
    day: day.charAt(0).toUpperCase() + day.slice(1),
    time: formatTime(clockTime(activity.startTime)),
    room: activity.room,
  });
}

/** "4 tafels van 8 en 1 van 4"; empty where nobody sits. */
export function tableWords({ t }: StaffSpeech, { full, rest, size }: MealList['totals']['tables']): string {
  if (full === 0) return rest === 0 ? '' : t('deskmeal:tableSmall', { rest });
  const words = t('deskmeal:tablesFull', { count: full, size });
  return rest === 0 ? words : t('deskmeal:tablesRest', { full: words, rest });
}

/** "a, b en c" */
export function allOf({ t }: StaffSpeech, words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  const some = words.slice(0, -1);
  return some.length === 0 ? last : t('desksheet:and', { some: some.join(', '), last });
}

/** The speech of a meal's screens in this house. */
export const mealSpeech = (speech: StaffSpeech, board: Board): MealSpeech => ({
  ...speech,
  t: remembered(speech.t),
  timeOf: (instant) => formatTime(clockTime(wallTime(board, Date.parse(instant)).time)),
  dayOf: (instant) => formatDay(speech, civilDate(wallTime(board, Date.parse(instant)).date)),
  staffName: (staffId) => staffName(board, staffId),
});

/** 120 rows say the same few words: each is looked up once. */
function remembered(t: StaffSpeech['t']): StaffSpeech['t'] {
  const known = new Map<string, string>();
  return (key, values) => {
    if (values !== undefined) return t(key, values);
    const words = known.get(key) ?? t(key);
    known.set(key, words);
    return words;
  };
}

/** "blad 3", or "los blad 48213" where it was printed without a network: on paper and on the screen the same. */
export const sheetName = ({ t }: StaffSpeech, number: number): string =>
  t(isLoose(number) ? 'deskmeal:looseName' : 'deskmeal:sheetName', { number });

/** "blad 3 van 14:05" */
export const sheetOfTime = (speech: MealSpeech, { at, number }: Pick<MealPrint, 'at' | 'number'>): string =>
  speech.t('deskmeal:sheetOf', { sheet: sheetName(speech, number), time: speech.timeOf(at) });

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "elke donderdag" */
export function everyWords({ t }: StaffSpeech, { rhythm }: Pick<StandingView, 'rhythm'>): string {
  return t(rhythm === 0 ? 'meal:everyTime' : (`meal:every${rhythm}` as Key));
}

/** What became of the last act, in a sentence. */
export function toldWords(speech: StaffSpeech, told: Told): string {
  if (told.type === 'done') return told.text;
  if (told.type === 'refused') return mealRefusal(speech, told.reason);
  return askAgainWords(speech, told.obstacles);
}

/** The way back is over what must be allowed. */
export const askAgainWords = ({ t }: StaffSpeech, obstacles: Asking): string =>
  t(obstacles.includes('full') ? 'deskadd:againFull' : 'deskadd:againClosed');

/** A rule's no as a sentence that says what to do now. */
export function mealRefusal(speech: StaffSpeech, reason: Reason): string {
  const { t } = speech;
  switch (reason.type) {
    case 'mealClosed':
    case 'signUpClosed':
      return t('deskmeal:noClosed');
    case 'mealOver':
      return t('deskmeal:noOver');
    case 'plateUnknown':
    case 'signUpUnknown':
      return t('deskmeal:noPlate');
    case 'dishUnknown':
      return t('deskmeal:noDishKnown');
    case 'alreadySignedUp':
      return t('deskmeal:noAlready');
    case 'activityFull':
    case 'partyTooLarge':
      return t('deskmeal:noFull');
    case 'tooManyGuests':
      return t('deskmeal:noGuests', { count: reason.limit });
    case 'notAllowed':
      return t('deskmeal:noAllowed');
    case 'activityUnknown':
    case 'activityCancelled':
    case 'notAMeal':
      return t('deskmeal:noMeal');
    case 'activityStarted':
      return t('deskmeal:noStarted');
    case 'mealNotBegun':
      return t('deskmeal:noNotBegun');
    case 'sheetTaken':
      return t('deskmeal:noSheet', { sheet: capital(sheetName(speech, reason.number)) });
    case 'sheetUnknown':
      return t('deskmeal:noSheetKnown', { sheet: capital(sheetName(speech, reason.number)) });
    case 'lineTaken':
      return t('deskmeal:noLine', { line: reason.line });
    case 'standingFull':
      return t('deskmeal:noStandingFull', { count: reason.capacity });
    case 'standingUnknown':
      return t('deskmeal:noStanding');
    case 'pauseInvalid':
      return t('deskmeal:noPause');
    default:
      return t('deskmeal:noOther');
  }
}

/** "+1 −2 1 anders menu anders" */
export const deltaMarks = ({ t }: Pick<MealSpeech, 't'>, { added, changed, menu, removed }: Delta): string =>
  [
    ...(added.length > 0 ? [`+${added.length}`] : []),
    ...(removed.length > 0 ? [`−${removed.length}`] : []),
    ...(changed.length > 0 ? [t('deskmeal:deltaChanged', { count: changed.length })] : []),
    ...(menu ? [t('deskmeal:deltaMenu')] : []),
  ].join(' ');
