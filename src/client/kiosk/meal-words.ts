/** How dishes, guests and meals that come again are said. */
import type { Activity } from '../../domain/activity.ts';
import { mayChoose, type OwnPlate, ownPlates, rhythmOfMeal, type StandingView } from '../../domain/own-meal-views.ts';
import type { SignUp } from '../../domain/sign-up-row.ts';
import type { PlainDate } from '../../domain/time.ts';
import { personOf } from '../../domain/views.ts';
import { capitalised, civilDate, formatDay, formatDayMonth, ordinal } from '../i18n/dates.ts';
import type { Key } from '../i18n/keys.ts';
import type { DishPicture } from '../ui/DishTile.tsx';
import type { App } from './app-context.ts';
import type { BoardProps } from './board-props.ts';
import { dayAtTime, speechOf } from './now.ts';
import { callName } from './who-words.ts';

type Board = BoardProps['board'];

/** "elke donderdag" */
export function everyWords(app: App, rhythm: number): string {
  return app.i18n.t(rhythm === 0 ? 'meal:everyTime' : (`meal:every${rhythm}` as Key));
}

/** "Elke donderdag", for a button. */
export const everyLabel = (app: App, rhythm: number): string => capitalised(speechOf(app), everyWords(app, rhythm));

/** "Elke donderdag" where somebody may say so of this meal; null where it does not come again. */
export function everyOf(app: App, board: Board, activity: Activity): string | null {
  const rhythm = rhythmOfMeal(board, activity);
  return rhythm === null ? null : everyLabel(app, rhythm);
}

/** "donderdag 29 oktober" */
export function farDay(app: App, date: PlainDate): string {
  const speech = speechOf(app);
  return speech.language.long ? formatDayMonth(speech, civilDate(date)) : formatDay(speech, civilDate(date));
}

/** "Vandaag, 17:30 uur" of a meal. */
export function mealMoment(app: App, { date, startTime }: Activity): string {
  return dayAtTime(speechOf(app), app.wallClock.value.date, { date, time: startTime });
}

/** Until when there is a pause, as far as this screen knows. */
export function pauseWords(app: App, { backOn }: Pick<StandingView, 'backOn'>): string {
  const { t } = app.i18n;
  return backOn === null ? t('meal:backAny') : t('meal:backOn', { date: farDay(app, backOn) });
}

/** "Wat wilt u eten?": of one alone, of one by name, or of a guest. */
export function askWords(
  app: App,
  board: Board,
  {
    people,
    plate,
  }: { readonly people: number; readonly plate: Pick<OwnPlate, 'nth' | 'residentId'> & { readonly guests: number } },
): string {
  const { t } = app.i18n;
  const { guests, nth, residentId } = plate;
  if (residentId === null) {
    return guests === 1 ? t('meal:askGuest') : t('meal:askNthGuest', { ordinal: ordinal(speechOf(app), nth) });
  }
  const person = people === 1 ? null : personOf(board, residentId);
  return person === null ? t('meal:ask') : t('meal:askFor', { name: callName(app, person) });
}

/** "Leen", "Gast", "Gast 2" */
export function eaterName(app: App, board: Board, { nth, residentId }: OwnPlate, guests: number): string {
  const { t } = app.i18n;
  if (residentId === null) return guests === 1 ? t('meal:guest') : t('meal:nthGuest', { number: nth });
  const person = personOf(board, residentId);
  return person === null ? t('who:resident') : callName(app, person);
}

/** What this party eats, in a line: "Vegetarisch", or "Riet: vlees · Gast: vis"; null where nothing was chosen. */
export function dishWords(app: App, board: Board, party: SignUp): string | null {
  const plates = ownPlates(board, party);
  const chosen = plates.filter(({ dish }) => dish !== null);
  if (chosen.length === 0) return null;
  if (plates.length === 1) return capitalised(speechOf(app), chosen[0]?.dish ?? '');
  return chosen
    .map((plate) => {
      const who = eaterName(app, board, plate, party.guests);
      return app.i18n.t('meal:eats', { who, dish: plate.dish ?? '' });
    })
    .join(' · ');
}

/** Whether they may still say what they eat. */
export const maySayDish = (app: App, board: Board, activity: Activity): boolean =>
  mayChoose(board, activity, app.viewer.value, app.minute.value);

const PICTURES: readonly (readonly [RegExp, DishPicture])[] = [
  [/soep|bouillon/i, 'soup'],
  [/\bveg|groente|plantaardig|salade/i, 'carrot'],
  [/\bvis|zalm|kabeljauw|haring|tonijn/i, 'fish'],
  [/vlees|kip|gehakt|worst|\brund|varken|\blam/i, 'meat'],
  [/\bei\b|eieren|omelet/i, 'breakfast'],
];

/** The drawing for a dish, or a plate. The word is always beside it. */
export const dishPicture = (dish: string): DishPicture => PICTURES.find(([words]) => words.test(dish))?.[1] ?? 'meal';
