/**
 * What is kept about meals: plates, diets, standing sign-ups, and what volunteers decided and printed (DESIGN §9 Meals).
 * Refuses to judge: see `plates.ts`, `standing.ts` and `sitting.ts`.
 */
import * as v from 'valibot';
import type { Frozen } from './frozen.ts';
import { menuDaySchema } from './meal.ts';
import { idSchema } from './resident.ts';
import { text } from './text.ts';
import { instantTextSchema, plainDateSchema } from './time.ts';

const cents = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000));

/** The 14 allergens that the law of the Union wants named (Regulation 1169/2011, annex II). */
export const allergens = [
  'gluten',
  'crustaceans',
  'egg',
  'fish',
  'peanut',
  'soy',
  'milk',
  'nuts',
  'celery',
  'mustard',
  'sesame',
  'sulphite',
  'lupin',
  'molluscs',
] as const;
export type Allergen = (typeof allergens)[number];

/** Standing diets that are no allergy. */
export const dietKinds = ['diabetes', 'lowSalt', 'softFood', 'vegetarian', 'halal', 'noPork'] as const;
export type DietKind = (typeof dietKinds)[number];

/** What one member of the team writes about a diet. */
export const dietNoteSchema = text(80);
/** Three who write at once. */
export const LONGEST_NOTE = 250;

/** What somebody may not eat. `id` is the resident's, or a guest's plate's. Staff only, never in the journal. */
export const dietSchema = v.object({
  id: idSchema,
  kinds: v.pipe(v.array(v.picklist(dietKinds)), v.maxLength(dietKinds.length)),
  allergens: v.pipe(v.array(v.picklist(allergens)), v.maxLength(allergens.length)),
  /** In the words of the team; empty is nothing more to say. */
  note: text(LONGEST_NOTE),
  /** When it last changed: a sheet printed before does not know. */
  at: instantTextSchema,
});
export type Diet = Frozen<v.InferOutput<typeof dietSchema>>;

/** What somebody allowed although it was so: asked once, and kept. */
export const obstacles = ['closed', 'full'] as const;
export type Obstacle = (typeof obstacles)[number];

/**
 * One plate of one meal: a resident of a party, or one of its guests. Where no row is, everything is as at the start:
 * `<signUpId>/<residentId>`, or `<signUpId>/<k>` for the k-th guest, k counted from 1 and never used twice.
 */
export const plateSchema = v.object({
  id: idSchema,
  activityId: idSchema,
  signUpId: idSchema,
  /** Null is a guest. */
  residentId: v.nullable(idSchema),
  /** "Dochter van Riet"; empty where nobody asked. */
  guestName: text(40),
  /** One of the day's choices; null has not chosen, or there is nothing to choose. */
  dish: v.nullable(text(40)),
  takeAway: v.boolean(),
  /** What was paid; null is not yet. */
  paid: v.nullable(cents),
  /** Null: nobody has said. Absence of a mark is not a no-show. */
  came: v.nullable(v.boolean()),
  /** When it came on the list, and by whom; null is the resident. */
  at: v.nullable(instantTextSchema),
  by: v.nullable(idSchema),
  despite: v.array(v.picklist(obstacles)),
  /** When it went off the list, and by whom; null is the resident. */
  goneAt: v.nullable(instantTextSchema),
  goneBy: v.nullable(idSchema),
  /** After closing: the kitchen had counted on it. */
  goneLate: v.boolean(),
  /** The plate of who came in their place. */
  movedTo: v.nullable(idSchema),
});
export type Plate = Frozen<v.InferOutput<typeof plateSchema>>;

/** "Elke donderdag": this resident takes part in every meal of a series, from and until, but not in the pauses. */
export const standingSchema = v.object({
  /** `<seriesId>/<residentId>` */
  id: idSchema,
  seriesId: idSchema,
  residentId: idSchema,
  dish: v.nullable(text(40)),
  /** The first original date it stands for. */
  from: plainDateSchema,
  /** The last one; null has no end. */
  until: v.nullable(plainDateSchema),
  pauses: v.pipe(v.array(v.object({ from: plainDateSchema, until: plainDateSchema })), v.maxLength(200)),
});
export type Standing = Frozen<v.InferOutput<typeof standingSchema>>;

/** What volunteers decided about one meal. `id` is the activity's. */
export const sittingSchema = v.object({
  id: idSchema,
  /** `rule` goes by the closing time. */
  door: v.picklist(['rule', 'open', 'closed']),
  doorAt: v.nullable(instantTextSchema),
  doorBy: v.nullable(idSchema),
  /** For these residents it is open although it is closed. */
  openFor: v.array(idSchema),
  /** What a plate cost when money was first taken; null is what the menu says. */
  price: v.nullable(cents),
  /** What was on the menu, kept when the menu changed after the meal was over; null is what the menu says. */
  menu: v.optional(v.nullable(v.pick(menuDaySchema, ['menu', 'choices', 'allergens'])), null),
  finishedAt: v.nullable(instantTextSchema),
});
export type Sitting = Frozen<v.InferOutput<typeof sittingSchema>>;

/** Five digits where it was printed without a network. */
const sheetNumber = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99_999));

/** A kitchen sheet that was printed: what stood on it, so that what changed since can be told. */
export const printedMenuSchema = text(6000);
export const mealPrintSchema = v.object({
  /** `<activityId>/<number>` */
  id: idSchema,
  activityId: idSchema,
  number: sheetNumber,
  at: instantTextSchema,
  by: v.nullable(idSchema),
  plates: v.pipe(
    v.array(
      v.object({
        id: idSchema,
        dish: v.nullable(text(40)),
        takeAway: v.boolean(),
        /** Since when the diet that its screen knew is so; null knew of none. Absent goes by the time of the sheet. */
        dietAt: v.optional(v.nullable(instantTextSchema)),
      }),
    ),
    v.maxLength(2000),
  ),
  /** What was on the menu (`menuMark`): who cannot eat it depends on that. Null was not said. */
  menu: v.optional(v.nullable(printedMenuSchema), null),
});
export type MealPrint = Frozen<v.InferOutput<typeof mealPrintSchema>>;

/** `unreadable` is a call task: somebody asks around, and then it is `asked`. */
export const paperOutcomes = ['added', 'already', 'waiting', 'unreadable', 'asked'] as const;
/** A line written by hand on a printed sheet, and what became of it. */
export const paperLineSchema = v.object({
  /** `<activityId>/<sheet>/<line>` */
  id: idSchema,
  activityId: idSchema,
  sheet: sheetNumber,
  line: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99)),
  outcome: v.picklist(paperOutcomes),
  /** Null for what nobody could read: somebody asks around. */
  plateId: v.nullable(idSchema),
  at: instantTextSchema,
  by: v.nullable(idSchema),
});
export type PaperLine = Frozen<v.InferOutput<typeof paperLineSchema>>;
