/**
 * An address under which calendar programs read the programme: whoever knows it may, until it is withdrawn. Refuses to
 * make one: what cannot be guessed comes from the server.
 */
import * as v from 'valibot';
import type { CommandOf } from './commands.ts';
import type { Judgement, Verdict } from './decide.ts';
import type { Frozen } from './frozen.ts';
import { idSchema } from './resident.ts';
import { no, ok } from './result.ts';
import { row, rows } from './table.ts';
import { text } from './text.ts';
import { instantText, instantTextSchema } from './time.ts';

export const calendarLinkSchema = v.object({
  /** The part of the address that cannot be guessed. */
  id: idSchema,
  /** By its name; null is everything in the house. */
  room: v.nullable(text(80)),
  at: instantTextSchema,
});
export type CalendarLink = Frozen<v.InferOutput<typeof calendarLinkSchema>>;

const { id: linkId, room } = calendarLinkSchema.entries;

export const calendarLinkCommands = [
  v.strictObject({ type: v.literal('addCalendarLink'), linkId, room }),
  v.strictObject({ type: v.literal('removeCalendarLink'), linkId }),
] as const;

/** One of a kind is easy to forget and hard to withdraw by mistake: more than these are no help to anybody. */
export const MOST_LINKS = 50;

export function addCalendarLink(
  { linkId: id, room }: CommandOf<'addCalendarLink'>,
  { board, now }: Judgement,
): Verdict {
  if ([...rows(board.calendarLink)].length >= MOST_LINKS) return no({ type: 'tooManyLinks', limit: MOST_LINKS });
  return ok([{ type: 'calendarLinkPut', row: { id, room, at: instantText(now) } }]);
}

/** Whoever still asks under this address hears that there is nothing. */
export function removeCalendarLink({ linkId: id }: CommandOf<'removeCalendarLink'>, { board }: Judgement): Verdict {
  if (row(board.calendarLink, id, id) === undefined) return ok([]);
  return ok([{ type: 'calendarLinkRemoved', parent: id, id }]);
}
