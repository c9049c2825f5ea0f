/**
 * Who eats along in the sample building: diets, standing sign-ups, and the lists of the coming days, so that there is a
 * meal to look at. Through the rules, as a volunteer would. Refuses to go over the number of places.
 */
import { type Activity, activitiesBetween } from '../domain/activity.ts';
import { type Board, locationOf, type Rows } from '../domain/board.ts';
import type { Command } from '../domain/commands.ts';
import { menuOn } from '../domain/meal.ts';
import type { Diet } from '../domain/meal-rows.ts';
import { partyWith, placesLeft } from '../domain/parties.ts';
import { row, rows } from '../domain/table.ts';
import { addDays, dateAt, type Instant } from '../domain/time.ts';
import type { House } from './house.ts';
import { submitAsOperator } from './operator-commands.ts';

type Resident = Rows['resident'];

/** By turns over those who eat along. */
const DIETS: readonly Pick<Diet, 'kinds' | 'allergens' | 'note'>[] = [
  { kinds: ['diabetes'], allergens: [], note: '' },
  { kinds: ['lowSalt'], allergens: [], note: '' },
  { kinds: ['softFood'], allergens: [], note: 'alles fijngesneden' },
  { kinds: [], allergens: ['milk'], note: '' },
  { kinds: [], allergens: ['gluten'], note: 'eigen brood mee' },
  { kinds: [], allergens: ['celery'], note: '' },
  { kinds: ['vegetarian'], allergens: [], note: '' },
  { kinds: ['halal'], allergens: ['nuts'], note: '' },
  { kinds: ['diabetes', 'lowSalt'], allergens: [], note: '' },
  { kinds: ['noPork'], allergens: ['fish'], note: '' },
  { kinds: [], allergens: ['egg', 'mustard'], note: '' },
];
const DAYS = 7;
/** How full a list is, of a hundred places; the rest is for who tries it. */
const FULL = { warm: 82, other: 55 } as const;
const STANDING = 8;

/** Throws StoreUnavailable. */
export async function laySampleTables({ authority }: House, now: Instant): Promise<void> {
  const say = async (command: Command): Promise<boolean> =>
    (await submitAsOperator(authority, command, now)).status === 'accepted';
  const board = () => authority.state().board;
  const eaters = everyOther(board());
  for (const [n, diet] of DIETS.entries()) {
    const eater = eaters[n * 3];
    if (eater !== undefined) await say({ type: 'setDiet', residentId: eater.id, ...diet });
  }
  const today = dateAt(now, locationOf(board()).timeZone);
  const meals = activitiesBetween(board(), today, addDays(today, DAYS)).filter(({ meal }) => meal !== null);
  for (const seriesId of new Set(meals.map((meal) => meal.seriesId))) {
    for (const { id } of eaters.slice(0, STANDING)) {
      await say({ type: 'setStanding', seriesId, residentId: id, dish: null });
    }
  }
  for (const [n, meal] of meals.entries())
    await layTable(meal, [...eaters.slice(n % 5), ...eaters.slice(0, n % 5)], { board, say });
}

interface Laying {
  readonly board: () => Board;
  readonly say: (command: Command) => Promise<boolean>;
}

async function layTable(meal: Activity, eaters: readonly Resident[], { board, say }: Laying): Promise<void> {
  const capacity = meal.capacity ?? 30;
  const wanted = Math.floor((capacity * (meal.meal === 'warm' ? FULL.warm : FULL.other)) / 100);
  const dishes = dishesOf(board(), meal);
  const choice = (n: number): string | null =>
    dishes[n % 4 === 3 ? 1 % dishes.length : n % 9 === 8 ? dishes.length - 1 : 0] ?? null;
  const isEnough = () => capacity - placesLeft(board(), meal) >= wanted;
  for (const [n, eater] of eaters.entries()) {
    if (isEnough()) return;
    if (partyWith(board(), meal.id, eater.id) !== undefined) continue;
    const guests = n % 8 === 5 && meal.guests > 0 ? 1 : 0;
    const dishesOfParty = [choice(n), ...Array.from({ length: guests }, () => choice(n + 1))];
    const signUp = {
      type: 'signUp',
      activityId: meal.id,
      residentIds: [eater.id],
      guests,
      dishes: dishesOfParty,
    } as const;
    if (await say(signUp)) continue;
    // Closed already today: then by the hand of a volunteer.
    const plate = {
      activityId: meal.id,
      residentId: eater.id,
      hostId: null,
      guestName: '',
      dish: choice(n),
      takeAway: false,
    };
    if (!(await say({ type: 'addPlate', ...plate, despite: ['closed'], mayWait: false }))) return;
  }
}

const dishesOf = (board: Board, meal: Activity): readonly string[] =>
  menuOn(board.menuDay, meal.meal ?? '', meal.date)?.choices ?? [];

/** Some of the residents, spread over the floors: always the same. */
function everyOther(board: Board): readonly Resident[] {
  const number = ({ homeId }: Resident) => Number.parseInt(row(board.home, homeId, homeId)?.number ?? '', 10) || 0;
  const here = [...rows(board.resident)].filter(({ left }) => left === null);
  const byDoor = here.sort((a, b) => number(a) - number(b) || (a.id < b.id ? -1 : 1));
  return [...byDoor.filter((_, n) => n % 3 === 0), ...byDoor.filter((_, n) => n % 3 === 1)];
}
