/**
 * Everything one location's screens know, as grouped collections of rows. One table says of each collection what a row
 * looks like, whose child it is and who may read it. Refuses to judge: `decide` does.
 */
import type * as v from 'valibot';
import { overrideSchema } from './activity.ts';
import { announcementSchema, showingSchema } from './announcement.ts';
import { attendanceSchema, visitorsSchema } from './attendance-rows.ts';
import { calendarLinkSchema } from './calendar-link.ts';
import { callNoteSchema, toTellSchema, visitAskedSchema } from './call-rows.ts';
import type { Frozen } from './frozen.ts';
import { locationSchema } from './location.ts';
import { menuDaySchema } from './meal.ts';
import {
  dietSchema,
  mealPrintSchema,
  paperLineSchema,
  plateSchema,
  sittingSchema,
  standingSchema,
} from './meal-rows.ts';
import { callTaskSchema, noticeSchema } from './notice.ts';
import { periodSchema } from './period.ts';
import { cardSchema, homeSchema, residentPrivateSchema, residentSchema } from './resident.ts';
import { roomSchema } from './room.ts';
import {
  bookingSchema,
  checkUpSchema,
  clearanceSchema,
  defectSchema,
  missSchema,
  pictureCodeSchema,
  scooterRulesSchema,
  scooterSchema,
} from './scooter-rows.ts';
import { seriesSchema } from './series.ts';
import { signUpRowSchema } from './sign-up-row.ts';
import { staffFaceSchema } from './staff-face.ts';
import { lockoutSchema, staffCardSchema, staffMemberSchema, staffSecretSchema } from './staff-member.ts';
import { emptyTable, type Table, tableOf } from './table.ts';

/**
 * Who may read a collection, each also what those before may: every enrolled tablet, volunteers, those who make the
 * call-and-knock round, managers, the server alone.
 */
export type Scope = 'kiosk' | 'volunteer' | 'caller' | 'manager' | 'server';

/**
 * `parent` is the field that groups the rows; `id` means a collection without parent.
 * `journal: 'reference'` keeps private rows out of the journal: it says only which row changed (DESIGN §5).
 */
export const collections = {
  location: { schema: locationSchema, parent: 'id', scope: 'kiosk', journal: 'row' },
  home: { schema: homeSchema, parent: 'id', scope: 'kiosk', journal: 'row' },
  resident: { schema: residentSchema, parent: 'id', scope: 'kiosk', journal: 'row' },
  residentPrivate: { schema: residentPrivateSchema, parent: 'id', scope: 'volunteer', journal: 'reference' },
  card: { schema: cardSchema, parent: 'id', scope: 'server', journal: 'reference' },
  series: { schema: seriesSchema, parent: 'id', scope: 'kiosk', journal: 'row' },
  override: { schema: overrideSchema, parent: 'seriesId', scope: 'kiosk', journal: 'row' },
  signUp: { schema: signUpRowSchema, parent: 'activityId', scope: 'kiosk', journal: 'row' },
  notice: { schema: noticeSchema, parent: 'residentId', scope: 'kiosk', journal: 'row' },
  callTask: { schema: callTaskSchema, parent: 'residentId', scope: 'volunteer', journal: 'row' },
  staffMember: { schema: staffMemberSchema, parent: 'id', scope: 'kiosk', journal: 'row' },
  staffFace: { schema: staffFaceSchema, parent: 'id', scope: 'kiosk', journal: 'row' },
  staffSecret: { schema: staffSecretSchema, parent: 'id', scope: 'server', journal: 'reference' },
  staffCard: { schema: staffCardSchema, parent: 'id', scope: 'server', journal: 'reference' },
  lockout: { schema: lockoutSchema, parent: 'id', scope: 'manager', journal: 'row' },
  plate: { schema: plateSchema, parent: 'activityId', scope: 'kiosk', journal: 'row' },
  diet: { schema: dietSchema, parent: 'id', scope: 'volunteer', journal: 'reference' },
  standing: { schema: standingSchema, parent: 'seriesId', scope: 'kiosk', journal: 'row' },
  sitting: { schema: sittingSchema, parent: 'id', scope: 'kiosk', journal: 'row' },
  mealPrint: { schema: mealPrintSchema, parent: 'activityId', scope: 'volunteer', journal: 'row' },
  paperLine: { schema: paperLineSchema, parent: 'activityId', scope: 'volunteer', journal: 'row' },
  menuDay: { schema: menuDaySchema, parent: 'on', scope: 'kiosk', journal: 'row' },
  scooter: { schema: scooterSchema, parent: 'id', scope: 'kiosk', journal: 'row' },
  scooterRules: { schema: scooterRulesSchema, parent: 'id', scope: 'kiosk', journal: 'row' },
  clearance: { schema: clearanceSchema, parent: 'residentId', scope: 'volunteer', journal: 'row' },
  booking: { schema: bookingSchema, parent: 'scooterId', scope: 'kiosk', journal: 'row' },
  defect: { schema: defectSchema, parent: 'scooterId', scope: 'kiosk', journal: 'row' },
  checkUp: { schema: checkUpSchema, parent: 'scooterId', scope: 'volunteer', journal: 'row' },
  miss: { schema: missSchema, parent: 'date', scope: 'volunteer', journal: 'row' },
  calendarLink: { schema: calendarLinkSchema, parent: 'id', scope: 'manager', journal: 'row' },
  pictureCode: { schema: pictureCodeSchema, parent: 'id', scope: 'server', journal: 'reference' },
  room: { schema: roomSchema, parent: 'id', scope: 'volunteer', journal: 'row' },
  period: { schema: periodSchema, parent: 'id', scope: 'volunteer', journal: 'row' },
  attendance: { schema: attendanceSchema, parent: 'activityId', scope: 'volunteer', journal: 'row' },
  visitors: { schema: visitorsSchema, parent: 'id', scope: 'volunteer', journal: 'row' },
  callNote: { schema: callNoteSchema, parent: 'residentId', scope: 'volunteer', journal: 'row' },
  visitAsked: { schema: visitAskedSchema, parent: 'id', scope: 'kiosk', journal: 'row' },
  toTell: { schema: toTellSchema, parent: 'residentId', scope: 'caller', journal: 'row' },
  announcement: { schema: announcementSchema, parent: 'id', scope: 'kiosk', journal: 'row' },
  showing: { schema: showingSchema, parent: 'announcementId', scope: 'manager', journal: 'row' },
} as const;

export type Collection = keyof typeof collections;
export type Rows = { readonly [Name in Collection]: Frozen<v.InferOutput<(typeof collections)[Name]['schema']>> };
export type Board = { readonly [Name in Collection]: Table<Rows[Name]> };
/** A board as it travels and is stored: plain lists of rows. */
export type BoardRows = { readonly [Name in Collection]?: readonly Rows[Name][] };

export const collectionNames = Object.keys(collections) as readonly Collection[];

export function emptyBoard(): Board {
  return Object.fromEntries(collectionNames.map((name) => [name, emptyTable()])) as unknown as Board;
}

export function boardOf(lists: BoardRows): Board {
  const entries = collectionNames.map((name) => {
    const all: Iterable<Rows[Collection]> = lists[name] ?? [];
    return [name, tableOf(all, (each) => keyOf(name, each))];
  });
  return Object.fromEntries(entries) as unknown as Board;
}

/** Parent and id of a row. */
export function keyOf(name: Collection, each: Rows[Collection]): readonly [string, string] {
  const fields = each as unknown as Readonly<Record<string, string | number>>;
  return [String(fields[collections[name].parent] ?? ''), each.id];
}

/** The one location of a board. Throws on a board without one: that is a defect, not an empty house. */
export function locationOf(board: Board): Rows['location'] {
  for (const shard of board.location)
    for (const found of shard.values()) for (const each of found.values()) return each;
  throw new Error('a board without its location');
}
