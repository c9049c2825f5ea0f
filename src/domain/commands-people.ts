/** What staff may want of the people of the house: who lives where, what opens what, and who has left. */
import * as v from 'valibot';
import { homeSchema, idSchema, residentPrivateSchema, residentSchema } from './resident.ts';
import { clearanceSchema } from './scooter-rows.ts';

/** What can be said of a resident on the desk, the door by its number. */
export const residentFieldsSchema = v.strictObject({
  ...v.pick(homeSchema, ['number']).entries,
  ...v.pick(residentSchema, ['salutation', 'language', 'showName']).entries,
  ...v.pick(residentPrivateSchema, ['firstName', 'infix', 'lastName', 'phone']).entries,
});

const residentId = idSchema;

export const peopleCommands = [
  /** Somebody new where `id` is null, else what changes of somebody: a new number is a move. */
  v.strictObject({
    type: v.literal('putResident'),
    id: v.nullable(idSchema),
    fields: v.partial(residentFieldsSchema),
    /** What the person who changes it saw: somebody else may have changed it since. */
    was: v.partial(residentFieldsSchema),
    /** Of a door the house does not have yet; null where it has. */
    floor: v.nullable(homeSchema.entries.floor),
  }),
  /** Moved or died: every place to come is free again, and nothing of them is shown any more. */
  v.strictObject({ type: v.literal('leaveHouse'), residentId, reason: v.picklist(['moved', 'deceased']) }),
  /** Lives here after all. What was given back stays given back. */
  v.strictObject({ type: v.literal('returnToHouse'), residentId }),
  /** Nothing of them stays, and no backup brings them back (DESIGN §5). Made by the server's own route only. */
  v.strictObject({ type: v.literal('eraseResident'), residentId }),
  /** Null takes it back. */
  v.strictObject({
    type: v.literal('setClearance'),
    residentId,
    clearance: v.nullable(v.strictObject(v.pick(clearanceSchema, ['validUntil', 'types']).entries)),
  }),
  /** By its keyed hash; null takes it away. Made by the server's own route only. */
  v.strictObject({ type: v.literal('setResidentCard'), residentId, cardHash: v.nullable(idSchema) }),
] as const;
