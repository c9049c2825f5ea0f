/**
 * How each collection lies in the database: one table, one column a field, text and integer only (DESIGN §6). The
 * generic reader and writer know nothing else. Refuses to hold rules.
 */
import type { Collection, Rows } from '../../domain/board.ts';
import { collectionNames } from '../../domain/board.ts';

/** `boolean` is 0 or 1, `json` is text that only the row's own schema understands. */
export type ColumnKind = 'text' | 'integer' | 'boolean' | 'json';

export interface Column {
  readonly name: string;
  readonly field: string;
  readonly kind: ColumnKind;
  readonly nullable: boolean;
}

export interface CollectionTable {
  readonly collection: Collection;
  readonly table: string;
  /** Without `location_id`, which every table has first. */
  readonly columns: readonly Column[];
}

type Kinds = { readonly [Name in Collection]: { readonly [Field in keyof Rows[Name]]: ColumnKind | `${ColumnKind}?` } };

const kinds: Kinds = {
  location: {
    id: 'text',
    name: 'text',
    timeZone: 'text',
    tableSize: 'integer',
    guessesInARow: 'integer',
    guessRestMinutes: 'integer',
    guessesOfDevice: 'integer',
    guessesOfLocation: 'integer',
    darkFrom: 'text',
    darkUntil: 'text',
  },
  home: { id: 'text', number: 'text', floor: 'integer' },
  resident: {
    id: 'text',
    homeId: 'text',
    salutation: 'text?',
    firstName: 'text',
    initial: 'text',
    language: 'text',
    showName: 'boolean',
    left: 'text?',
  },
  residentPrivate: { id: 'text', firstName: 'text', infix: 'text', lastName: 'text', phone: 'text?' },
  card: { id: 'text', residentId: 'text' },
  series: {
    id: 'text',
    title: 'text',
    description: 'text',
    room: 'text',
    startTime: 'text',
    endTime: 'text',
    endDays: 'integer',
    allDay: 'boolean',
    signUp: 'text',
    capacity: 'integer?',
    closes: 'json?',
    guests: 'integer',
    neighbours: 'boolean',
    price: 'integer?',
    rule: 'json',
    skipped: 'json',
    extra: 'json',
    category: 'text',
    pictogram: 'text',
    meal: 'text?',
    minutesOfMovement: 'integer?',
    discreet: 'boolean',
    leader: 'text',
    phases: 'json',
    revision: 'integer',
  },
  override: {
    id: 'text',
    seriesId: 'text',
    originalDate: 'text',
    fields: 'json',
    cancelled: 'text?',
    absent: 'boolean',
    imported: 'boolean',
    was: 'json?',
  },
  signUp: {
    id: 'text',
    activityId: 'text',
    residentIds: 'json',
    guests: 'integer',
    hidden: 'integer',
    status: 'text',
    arrival: 'integer',
    visitId: 'text?',
    late: 'boolean',
  },
  notice: { id: 'text', residentId: 'text', type: 'text', activityId: 'text', at: 'text', words: 'text' },
  callTask: {
    id: 'text',
    residentId: 'text',
    type: 'text',
    activityId: 'text',
    at: 'text',
    done: 'boolean',
    words: 'text',
  },
  staffMember: {
    id: 'text',
    name: 'text',
    role: 'text',
    function: 'text',
    contact: 'boolean',
    phone: 'text?',
    presence: 'json',
    calls: 'boolean',
  },
  staffFace: { id: 'text', photo: 'text?', today: 'json?' },
  staffSecret: { id: 'text', codeHash: 'text?', userName: 'text?', passwordHash: 'text?' },
  staffCard: { id: 'text', staffId: 'text' },
  lockout: { id: 'text', way: 'text', staffId: 'text?', device: 'text?', at: 'text', until: 'text' },
  plate: {
    id: 'text',
    activityId: 'text',
    signUpId: 'text',
    residentId: 'text?',
    guestName: 'text',
    dish: 'text?',
    takeAway: 'boolean',
    paid: 'integer?',
    came: 'boolean?',
    at: 'text?',
    by: 'text?',
    despite: 'json',
    goneAt: 'text?',
    goneBy: 'text?',
    goneLate: 'boolean',
    movedTo: 'text?',
  },
  diet: { id: 'text', kinds: 'json', allergens: 'json', note: 'text', at: 'text' },
  standing: {
    id: 'text',
    seriesId: 'text',
    residentId: 'text',
    dish: 'text?',
    from: 'text',
    until: 'text?',
    pauses: 'json',
  },
  sitting: {
    id: 'text',
    door: 'text',
    doorAt: 'text?',
    doorBy: 'text?',
    openFor: 'json',
    price: 'integer?',
    finishedAt: 'text?',
    menu: 'json?',
  },
  mealPrint: {
    id: 'text',
    activityId: 'text',
    number: 'integer',
    at: 'text',
    by: 'text?',
    plates: 'json',
    menu: 'text?',
  },
  paperLine: {
    id: 'text',
    activityId: 'text',
    sheet: 'integer',
    line: 'integer',
    outcome: 'text',
    plateId: 'text?',
    at: 'text',
    by: 'text?',
  },
  menuDay: {
    id: 'text',
    on: 'json',
    meal: 'text',
    menu: 'text',
    choices: 'json',
    allergens: 'json',
    price: 'integer?',
  },
  scooter: {
    id: 'text',
    name: 'text',
    colour: 'text',
    type: 'text',
    maxSpeed: 'integer?',
    place: 'text',
    remark: 'text',
  },
  scooterRules: {
    id: 'text',
    opens: 'text',
    closes: 'text',
    slotMinutes: 'integer',
    lengths: 'json',
    longestMinutes: 'integer',
    horizonDays: 'integer',
    mostOpen: 'integer',
    mostMinutesAWeek: 'integer',
    pauseMinutes: 'integer',
    earlyMinutes: 'integer',
    lapseMinutes: 'integer',
    blackouts: 'json',
    checkUpWeeks: 'integer',
    checkUpTrips: 'integer',
  },
  clearance: { id: 'text', residentId: 'text', validUntil: 'text', types: 'json' },
  booking: {
    id: 'text',
    scooterId: 'text',
    residentId: 'text?',
    from: 'text',
    to: 'text',
    blockedUntil: 'text',
    status: 'text',
    takenAt: 'text?',
    returnedAt: 'text?',
    batteryLow: 'boolean',
    news: 'text?',
    visitId: 'text?',
    notMade: 'text?',
  },
  defect: { id: 'text', scooterId: 'text', part: 'text', residentId: 'text?', at: 'text', mendedAt: 'text?' },
  checkUp: { id: 'text', scooterId: 'text', at: 'text' },
  miss: { id: 'text', date: 'text', at: 'text' },
  pictureCode: { id: 'text', hash: 'text' },
  room: { id: 'text', name: 'text', places: 'integer?', shared: 'boolean' },
  period: { id: 'text', name: 'text', from: 'text', until: 'text' },
  attendance: { id: 'text', activityId: 'text', residentId: 'text', came: 'boolean' },
  visitors: { id: 'text', people: 'integer' },
  callNote: {
    id: 'text',
    residentId: 'text?',
    about: 'json',
    outcome: 'text',
    at: 'text',
    by: 'text?',
    tries: 'integer',
    since: 'text',
    again: 'text?',
  },
  toTell: { id: 'text', residentId: 'text', words: 'text', at: 'text' },
  visitAsked: { id: 'text', at: 'text' },
  calendarLink: { id: 'text', room: 'text?', at: 'text' },
  announcement: {
    id: 'text',
    level: 'text',
    title: 'text',
    text: 'text',
    picture: 'json?',
    acts: 'json',
    from: 'text',
    until: 'text',
    deviceIds: 'json',
    translations: 'json',
    by: 'text?',
    at: 'text',
    endedAt: 'text?',
    revision: 'integer',
    changedAt: 'text?',
  },
  showing: { id: 'text', announcementId: 'text', deviceId: 'text', at: 'text', revision: 'integer' },
};

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** `override` and `left` and their like are words of SQL somewhere: names are always quoted. */
export const collectionTables: readonly CollectionTable[] = collectionNames.map((collection) => ({
  collection,
  table: snake(collection),
  columns: Object.entries(kinds[collection]).map(([field, kind]) => ({
    name: snake(field),
    field,
    kind: kind.replace('?', '') as ColumnKind,
    nullable: kind.endsWith('?'),
  })),
}));

export type SqlValue = string | number | null;

/** A row as the values of its columns, in their order. */
export function valuesOf({ columns }: CollectionTable, row: Rows[Collection]): SqlValue[] {
  const fields = row as unknown as Readonly<Record<string, unknown>>;
  return columns.map(({ field, kind }) => toSql(kind, fields[field]));
}

/** A row of the database as the domain knows it. */
export function rowOf({ columns }: CollectionTable, values: Readonly<Record<string, unknown>>): Rows[Collection] {
  return Object.fromEntries(
    columns.map(({ name, field, kind }) => [field, fromSql(kind, values[name])]),
  ) as unknown as Rows[Collection];
}

function toSql(kind: ColumnKind, value: unknown): SqlValue {
  if (value === null || value === undefined) return null;
  if (kind === 'json') return JSON.stringify(value);
  if (kind === 'boolean') return value ? 1 : 0;
  return value as SqlValue;
}

function fromSql(kind: ColumnKind, value: unknown): unknown {
  if (value === null) return null;
  if (kind === 'json') return JSON.parse(String(value));
  if (kind === 'boolean') return value === 1;
  return value;
}
