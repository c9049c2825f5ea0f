/**
 * What each form looks like half filled in, as it was kept by this build or one before. Refuses to judge: an empty hour is
 * as good as any while somebody is typing.
 */
import * as v from 'valibot';
import { type Activity, overrideSchema } from '../../domain/activity.ts';
import { announcementSchema } from '../../domain/announcement.ts';
import type { Frozen } from '../../domain/frozen.ts';
import { allergens } from '../../domain/meal-rows.ts';
import { categories, seriesSchema } from '../../domain/series.ts';
import { staffRoles } from '../../domain/staff-member.ts';

const text = v.string();
const texts = v.array(text);
const orNull = v.nullable(text);

const { id, rule, skipped, extra, phases, ...told } = seriesSchema.entries;
/** What its editor saw: what a colleague changed since is a no of the rules. */
const seenActivity = v.object({
  ...told,
  ...{ id: text, seriesId: text, originalDate: text, date: text },
  ...v.pick(overrideSchema, ['cancelled', 'was']).entries,
});

const activityDraft = v.object({
  ...{ title: text, description: text, date: text, startTime: text, endTime: text, room: text, until: text },
  ...{ capacity: text, guests: text, price: text, leader: text, pictogram: text, minutesOfMovement: text },
  ...{ skipDaysOff: v.boolean(), neighbours: v.boolean(), discreet: v.boolean(), otherwise: texts },
  lasts: v.nullable(v.number()),
  repeat: v.picklist(['once', 'weekly', 'twoWeekly', 'monthly']),
  signUp: seriesSchema.entries.signUp,
  closes: v.nullable(v.object({ daysBefore: v.number(), time: text })),
  category: v.picklist(categories),
});

const residentFields = v.object({
  ...{ number: text, firstName: text, infix: text, lastName: text, language: text, phone: orNull },
  salutation: v.nullable(v.picklist(['mevrouw', 'meneer'])),
  showName: v.boolean(),
});

const shapes = {
  activity: v.object({ seen: v.nullable(seenActivity), draft: activityDraft }),
  resident: v.object({ seen: residentFields, draft: residentFields, floor: text }),
  /** Without its end: an alarm that was begun yesterday is not given by one tap. */
  alarm: v.object({
    kind: v.picklist(['water', 'power', 'lift', 'hall', 'other']),
    seen: v.nullable(announcementSchema),
    said: v.object({
      ...{ title: text, text },
      acts: v.array(v.object({ pictogram: text, words: text })),
      translations: v.array(v.object({ language: text, title: text, text, acts: texts })),
    }),
    deviceIds: texts,
  }),
  member: v.object({
    ...{ name: text, function: text, phone: orNull, contact: v.boolean(), calls: v.boolean() },
    role: v.picklist(staffRoles),
    presence: v.array(v.object({ weekdays: v.array(v.number()), from: text, until: text })),
  }),
  menu: v.object({
    ...{ menu: text, choices: texts, other: texts, price: text },
    allergens: v.array(v.picklist(allergens)),
  }),
  room: v.object({ name: text, places: text, shared: v.boolean() }),
  period: v.object({ name: text, from: text, until: text }),
  blackout: v.object({ from: text, until: text, reason: text }),
  clearance: v.object({ until: text, types: texts }),
  message: v.object({ words: text }),
  /** Of the call-and-knock round. */
  stop: v.object({ residentId: orNull, words: text }),
} as const;

export type FormKind = keyof typeof shapes;
export type FormOf<Kind extends FormKind> = Frozen<v.InferOutput<(typeof shapes)[Kind]>>;

/** Null is what no form of this kind is. */
export function formOf<Kind extends FormKind>(kind: Kind, kept: unknown): FormOf<Kind> | null {
  const parsed = v.safeParse(shapes[kind], kept);
  return parsed.success ? (parsed.output as FormOf<Kind>) : null;
}

/** Of what was seen as much as a form asks for, and not a whole series with all its dates. */
export function seenOf(activity: Activity): NonNullable<FormOf<'activity'>['seen']> {
  const names = Object.keys(seenActivity.entries) as (keyof Activity)[];
  return Object.fromEntries(names.map((name) => [name, activity[name]])) as unknown as Activity;
}
