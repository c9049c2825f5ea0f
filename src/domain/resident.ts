/** People and their doors. Refuses to hold what only staff may know: that is `ResidentPrivate`. */
import * as v from 'valibot';
import type { Frozen } from './frozen.ts';
import { idText, someText, text } from './text.ts';

export const idSchema = idText(300);

/** A door: the number people know it by, and its floor (0 is the ground floor). */
export const homeSchema = v.object({
  id: idSchema,
  number: someText(12),
  floor: v.pipe(v.number(), v.integer(), v.minValue(-5), v.maxValue(200)),
});
export type Home = Frozen<v.InferOutput<typeof homeSchema>>;

/** A person with a door, as far as a shared screen may know them (DESIGN §5). */
export const residentSchema = v.object({
  id: idSchema,
  homeId: idSchema,
  salutation: v.nullable(v.picklist(['mevrouw', 'meneer'])),
  /** Empty on a shared screen for who prefers "Bewoner" with the door number. */
  firstName: text(60),
  /** Of the last name, with its stop: `M.` */
  initial: text(6),
  language: text(12),
  showName: v.boolean(),
  left: v.nullable(v.picklist(['moved', 'deceased'])),
});
export type Resident = Frozen<v.InferOutput<typeof residentSchema>>;

/** What only staff may know of a resident. Never in a kiosk's feed, never in the journal's changes. */
export const residentPrivateSchema = v.object({
  id: idSchema,
  firstName: text(60),
  infix: text(30),
  lastName: text(80),
  phone: v.nullable(text(30)),
});
export type ResidentPrivate = Frozen<v.InferOutput<typeof residentPrivateSchema>>;

/** Of a last name, as a shared screen shows it. */
export const initialOf = (lastName: string): string => `${lastName.slice(0, 1).toLocaleUpperCase('nl')}.`;

/** A number of people call: digits, spaces and the usual signs. */
export const isPhone = (text: string): boolean => /^\+?[\d\s().–-]{6,30}$/.test(text);

/** Without spaces, and with a digit somewhere: `12`, `12A`. */
export const isDoorNumber = (text: string): boolean => /^(?=.*\d)\S{1,12}$/.test(text);

/** A card by its keyed hash: the number on the card is never stored. */
export const cardSchema = v.object({ id: idSchema, residentId: idSchema });
export type Card = Frozen<v.InferOutput<typeof cardSchema>>;
