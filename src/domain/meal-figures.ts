/**
 * Meals over weeks and their money: who comes how often, what is to be bought, what is still to be paid, and the rows for
 * the treasurer. From the same plates as the list (DESK rule 8). Refuses to look at clocks: `now` comes in.
 */
import { type Activity, activitiesBetween, endOf } from './activity.ts';
import { type Board, locationOf } from './board.ts';
import { byDoor, type Called, calledOf, homeOf } from './called.ts';
import { HORIZON_DAYS } from './location.ts';
import { isUnpaid, type Totals, totalsOf } from './meal-totals.ts';
import { choicesOf } from './plate-rows.ts';
import { type PlateView, plateViews } from './plate-views.ts';
import { rows } from './table.ts';
import { addDays, dateAt, type Instant, type PlainDate, weekdayOf } from './time.ts';

export interface MealDay {
  readonly activity: Activity;
  readonly people: number;
  readonly guests: number;
  readonly absent: number;
  readonly came: number;
  /** Who was on the list at the end and did not stay away. */
  readonly residentIds: readonly string[];
  /** Places nobody took; null without a limit. */
  readonly empty: number | null;
  readonly isPast: boolean;
}
export interface MealWeeks {
  /** Weeks of Monday, oldest first; the last ones may be ahead. */
  readonly weeks: readonly { readonly monday: PlainDate; readonly days: readonly MealDay[] }[];
  /** Who comes how often in the past weeks shown, most often first. */
  readonly regulars: readonly {
    readonly residentId: string;
    readonly called: Called;
    readonly door: string;
    readonly times: number;
    readonly absent: number;
  }[];
  /** How many live here: what the weeks are of. */
  readonly everyone: number;
  /** For the shop: meals from today on, with dishes as known now. */
  readonly coming: readonly { readonly activity: Activity; readonly totals: Totals }[];
}

/** So many weeks up to this one, and the next; what is cancelled is left out. */
export function mealWeeks(board: Board, weeks: number, now: Instant): MealWeeks {
  const { tableSize, timeZone: zone } = locationOf(board);
  const today = dateAt(now, zone);
  const monday = addDays(today, 1 - weekdayOf(today));
  const first = addDays(monday, -7 * (weeks - 1));
  const known = mealsBetween(board, first, addDays(today, HORIZON_DAYS)).map((activity) => {
    const { going } = plateViews(board, activity);
    const isPast = endOf(activity, zone) <= now;
    return { activity, going, isPast, totals: totalsOf(going, { choices: choicesOf(board, activity), tableSize }) };
  });
  const days = known.map(({ activity, going, isPast, totals }): MealDay => {
    const { absent, came, guests, people } = totals;
    const empty = activity.capacity === null ? null : Math.max(0, activity.capacity - people);
    const residentIds = going.flatMap(({ plate }) => (plate.came === false ? [] : (plate.residentId ?? [])));
    return { activity, people, guests, absent, came, residentIds, empty, isPast };
  });
  return {
    weeks: Array.from({ length: weeks + 1 }, (_, n) => {
      const [from, to] = [addDays(first, 7 * n), addDays(first, 7 * n + 6)];
      return { monday: from, days: days.filter(({ activity: { date } }) => date >= from && date <= to) };
    }),
    regulars: regularsOf(
      board,
      known.filter(({ isPast }) => isPast).flatMap(({ going }) => going),
    ),
    everyone: [...rows(board.resident)].filter(({ left }) => left === null).length,
    coming: known.filter(({ isPast }) => !isPast).map(({ activity, totals }) => ({ activity, totals })),
  };
}

function regularsOf(board: Board, plates: readonly PlateView[]): MealWeeks['regulars'] {
  const counts = new Map<string, { times: number; absent: number }>();
  for (const { plate } of plates) {
    if (plate.residentId === null) continue;
    const found = counts.get(plate.residentId) ?? { times: 0, absent: 0 };
    if (plate.came === false) found.absent += 1;
    else found.times += 1;
    counts.set(plate.residentId, found);
  }
  const people = [...counts].flatMap(([residentId, count]) => {
    const called = calledOf(board, residentId);
    return called === null ? [] : [{ residentId, called, door: homeOf(board, residentId)?.number ?? '', ...count }];
  });
  return people.sort((a, b) => b.times - a.times || byDoor(a.door, b.door));
}

/** Meals that happen, on a date from `from` to `to`, both included, in order of start. */
function mealsBetween(board: Board, from: PlainDate, to: PlainDate): readonly Activity[] {
  return activitiesBetween(board, from, to).filter(
    ({ cancelled, date, meal }) => meal !== null && cancelled === null && date >= from && date <= to,
  );
}

/** How far back a debt is remembered, in days. */
const DEBTS_BACK = 182;

export interface Debt {
  /** Null is everybody who does not live here. */
  readonly residentId: string | null;
  readonly called: Called | null;
  readonly door: string | null;
  readonly cents: number;
  readonly plates: readonly PlateView[];
}

/** What residents still have to pay of meals that are over or today, most first. A guest's is the host's. */
export function openByResident(board: Board, now: Instant): readonly Debt[] {
  const today = dateAt(now, locationOf(board).timeZone);
  const unpaid = new Map<string | null, PlateView[]>();
  for (const activity of mealsBetween(board, addDays(today, -DEBTS_BACK), today)) {
    const { going } = plateViews(board, activity);
    const hosts = new Map(going.map(({ plate }) => [plate.signUpId, null as string | null]));
    for (const { plate } of going)
      if (plate.residentId !== null) hosts.set(plate.signUpId, hosts.get(plate.signUpId) ?? plate.residentId);
    for (const view of going) {
      if (!isUnpaid(view)) continue;
      const payer = view.plate.residentId ?? hosts.get(view.plate.signUpId) ?? null;
      unpaid.set(payer, [...(unpaid.get(payer) ?? []), view]);
    }
  }
  return [...unpaid]
    .map(([residentId, plates]): Debt => {
      const cents = plates.reduce((sum, { price }) => sum + (price ?? 0), 0);
      const called = residentId === null ? null : calledOf(board, residentId);
      const door = residentId === null ? null : (homeOf(board, residentId)?.number ?? null);
      return { residentId, called, door, cents, plates };
    })
    .sort((a, b) => b.cents - a.cents || byDoor(a.door ?? '', b.door ?? ''));
}

/** Rows for the treasurer, one a plate, of meals from `from` to `to`. */
export interface ExportRow {
  readonly date: PlainDate;
  readonly meal: string;
  readonly door: string | null;
  readonly name: Called | null;
  readonly guest: string | null;
  readonly dish: string | null;
  readonly takeAway: boolean;
  readonly priceCents: number | null;
  readonly paidCents: number | null;
  readonly came: boolean | null;
  /** Paid, but off the list, waiting, or of a meal that was cancelled: to be given back. */
  readonly isOwedBack: boolean;
}

/**
 * Who was on the list at the end, in the order of the list, and then who paid and was not; a guest is under the name of
 * the host. Of a cancelled meal only what was paid.
 */
export function mealExport(
  board: Board,
  { from, to }: { readonly from: PlainDate; readonly to: PlainDate },
): readonly ExportRow[] {
  const meals = activitiesBetween(board, from, to).filter(
    ({ date, meal }) => meal !== null && date >= from && date <= to,
  );
  return meals.flatMap((activity) => {
    const { going, gone, waiting } = plateViews(board, activity);
    const isOff = activity.cancelled !== null;
    const owed = [...(isOff ? going : []), ...waiting, ...gone].filter(({ plate }) => plate.paid !== null);
    const row = ({ called, door, host, kind, plate, price }: PlateView, isOwedBack: boolean): ExportRow => ({
      date: activity.date,
      meal: activity.title,
      door,
      name: called ?? host,
      guest: kind === 'resident' ? null : plate.guestName,
      dish: plate.dish,
      takeAway: plate.takeAway,
      priceCents: price,
      paidCents: plate.paid,
      came: plate.came,
      isOwedBack,
    });
    return [...(isOff ? [] : going.map((view) => row(view, false))), ...owed.map((view) => row(view, true))];
  });
}
