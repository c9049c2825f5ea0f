/** One flat: its name, its zone and what may be set there. Refuses to hold secrets: every screen reads it. */
import * as v from 'valibot';
import type { Frozen } from './frozen.ts';
import { idSchema } from './resident.ts';
import { someText } from './text.ts';
import { isZone, plainTimeSchema } from './time.ts';

/** What a house sets itself, as it is where nobody set it (DESIGN §9). */
export const usualSettings = {
  tableSize: 8,
  guessesInARow: 5,
  guessRestMinutes: 15,
  guessesOfDevice: 20,
  guessesOfLocation: 50,
  darkFrom: '21:00',
  darkUntil: '07:00',
};

const whole = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const usual = usualSettings;
/** No house is easier on who guesses than the usual one. */
const atMostUsual = (setting: 'guessesInARow' | 'guessesOfDevice' | 'guessesOfLocation', least: number) =>
  v.optional(whole(least, usual[setting]), usual[setting]);

export const locationSchema = v.object({
  id: idSchema,
  name: someText(80),
  /** IANA zone such as `Europe/Amsterdam`. */
  timeZone: v.pipe(v.string(), v.minLength(1), v.maxLength(60), v.check(isZone, 'not a time zone')),
  /** Places at a table of the dining room. */
  tableSize: v.optional(whole(1, 100), usual.tableSize),
  /** Wrong picture codes of one resident at one tablet, one after another, before that code rests there. */
  guessesInARow: atMostUsual('guessesInARow', 2),
  /** How long it then rests. */
  guessRestMinutes: v.optional(whole(usual.guessRestMinutes, 24 * 60), usual.guessRestMinutes),
  /** Wrong picture codes, and wrong cards, within an hour at one tablet before all of them rest there. */
  guessesOfDevice: atMostUsual('guessesOfDevice', 5),
  /** The same at all tablets together. */
  guessesOfLocation: atMostUsual('guessesOfLocation', 5),
  /** When shared screens are dark, by the clock of the house; the same time twice is never. */
  darkFrom: v.optional(plainTimeSchema, usual.darkFrom),
  darkUntil: v.optional(plainTimeSchema, usual.darkUntil),
});
export type Location = Frozen<v.InferOutput<typeof locationSchema>>;

/** Whether shared screens are dark at this time of the house's clock, `07:30` for instance. */
export function isDark({ darkFrom, darkUntil }: Location, time: string): boolean {
  if (darkFrom <= darkUntil) return time >= darkFrom && time < darkUntil;
  return time >= darkFrom || time < darkUntil;
}

/** How far ahead a shared screen looks, and a resident signs up (DESIGN §5). */
export const HORIZON_DAYS = 14;
