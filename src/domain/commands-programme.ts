/** What the desk may want of the programme. Refuses nothing but shapes: `decide-for-programme.ts` judges. */
import * as v from 'valibot';
import { overrideFieldsSchema } from './activity.ts';
import { attendanceSchema, visitorsSchema } from './attendance-rows.ts';
import { command } from './envelope.ts';
import { periodSchema } from './period.ts';
import { idSchema } from './resident.ts';
import { roomSchema } from './room.ts';
import { FURTHEST_SHIFT, phaseFieldsSchema, seriesSchema } from './series.ts';
import { someText, text } from './text.ts';
import { plainDateSchema } from './time.ts';

const ofOne = v.strictObject(overrideFieldsSchema.entries);
/** What the editor saw of these fields, so that nobody overwrites what they have not seen. */
const was = v.optional(ofOne);
/** The number of people may be below those who go already: it was asked. */
const beyond = v.optional(v.boolean());
/** Names that were hidden so far will show: it was asked. */
const named = v.optional(v.boolean());
const days = v.pipe(v.number(), v.integer(), v.minValue(-FURTHEST_SHIFT), v.maxValue(FURTHEST_SHIFT));
/** A message must fit the row of a screen in the hall. */
export const MOST_WORDS = 140;

export const programmeCommands = [
  command('changeActivity', { activityId: idSchema, fields: ofOne, was, beyond, named }),
  /** From this activity on, or all that have not begun; so many days later. */
  command('changeSeries', {
    activityId: idSchema,
    reach: v.picklist(['following', 'all']),
    fields: v.strictObject(phaseFieldsSchema.entries),
    days,
    was,
    beyond,
    named,
  }),
  command('putSeries', { series: v.strictObject(v.omit(seriesSchema, ['id', 'phases', 'revision']).entries) }),
  /** The last possible date, by the calendar of the series itself. */
  command('endSeries', { seriesId: idSchema, until: plainDateSchema }),
  command('cancelActivity', { activityId: idSchema, reason: text(120) }),
  command('restoreActivity', { activityId: idSchema }),
  command('skipDate', { seriesId: idSchema, date: plainDateSchema }),
  command('restoreDate', { seriesId: idSchema, date: plainDateSchema }),
  /** These once more, so many days later. What is there then already is left as it is. */
  command('copyActivities', {
    activityIds: v.pipe(v.array(idSchema), v.minLength(1), v.maxLength(200)),
    days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(366)),
  }),
  /** Null is a new one. */
  command('putRoom', { id: v.nullable(idSchema), ...v.omit(roomSchema, ['id']).entries }),
  command('removeRoom', { roomId: idSchema }),
  command('setPeriod', { id: v.nullable(idSchema), ...v.omit(periodSchema, ['id']).entries }),
  command('removePeriod', { periodId: idSchema }),
  /** Null takes the mark away. */
  command('markAttendance', {
    activityId: idSchema,
    residentIds: v.pipe(v.array(idSchema), v.minLength(1), v.maxLength(500)),
    came: v.nullable(attendanceSchema.entries.came),
  }),
  command('countVisitors', { activityId: idSchema, people: visitorsSchema.entries.people }),
  /** To everybody who goes or waits, in the team's own words. */
  command('messagePeople', { activityId: idSchema, words: someText(MOST_WORDS) }),
  /** Past who waits before them, who was asked. */
  command('letPass', { activityId: idSchema, signUpId: idSchema }),
] as const;
