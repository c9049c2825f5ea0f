/**
 * What stands on a kitchen sheet, from the same list as the screen: sums, who cannot eat it, plates by table or by name,
 * and on which page. Refuses to count anything a second way.
 */
import type { Allergen } from '../../../domain/meal-rows.ts';
import type { Delta, MealList, PlateView } from '../../../domain/meal-views.ts';
import {
  allergenWord,
  allOf,
  dietWords,
  kindWord,
  type MealSpeech,
  nameAndDoorOf,
  plateName,
  sheetName,
  tableWords,
} from '../meal/meal-words.ts';

export type SheetOrder = 'table' | 'name';

export interface SheetLine {
  readonly id: string;
  readonly door: string;
  readonly name: string;
  readonly isGuest: boolean;
  readonly diet: string | null;
  readonly dish: string;
  readonly takeAway: boolean;
}

export interface SheetGroup {
  readonly key: string;
  readonly title: string;
  readonly people: string;
  readonly lines: readonly SheetLine[];
}

export interface Clash {
  readonly id: string;
  readonly door: string;
  readonly name: string;
  readonly cannot: string;
  readonly why: string;
}

export interface SheetBoxes {
  readonly people: number;
  readonly parts: readonly { readonly count: number; readonly words: string }[];
}

export interface Sheet {
  readonly boxes: SheetBoxes;
  /** "23 + 9 + 6 = 38 borden. 36 aan tafel: … Gasten tellen mee." */
  readonly sum: string;
  readonly clashes: readonly Clash[];
  /** Diets that what is cooked suits: "vegetarisch (2), geen melk (7 en 30)"; empty where there are none. */
  readonly fits: string;
  /** Diets of which the menu does not say whether they can eat it; in the same words. */
  readonly unchecked: string;
  readonly since: string;
  /** Two columns a page. */
  readonly pages: readonly (readonly [readonly SheetGroup[], readonly SheetGroup[]])[];
}

export function sheetOf(speech: MealSpeech, list: MealList, order: SheetOrder): Sheet {
  const groups = order === 'table' ? byTable(speech, list) : byName(speech, list);
  const { plates } = list;
  const clashes = plates.filter(({ dietState }) => dietState === 'clash').map((view) => clashOf(speech, list, view));
  const inState = (state: PlateView['dietState']) =>
    dietsOf(
      speech,
      plates.filter(({ dietState }) => dietState === state),
    );
  const [fits, unchecked] = [inState('fits'), inState('unchecked')];
  const since = sinceOf(speech, list);
  return {
    boxes: boxesOf(speech, list),
    sum: sumOf(speech, list),
    clashes,
    fits,
    unchecked,
    since,
    pages: paged(groups, boxHeight(clashes.length, [fits, unchecked]), footHeight(since)),
  };
}

function boxesOf({ t }: MealSpeech, { choices, totals }: MealList): SheetBoxes {
  const dishes = choices.length === 0 ? [] : totals.dishes.filter(({ count, dish }) => count > 0 || dish !== null);
  const parts = dishes.map(({ count, dish }) => ({ count, words: dish ?? t('desksheet:noDish') }));
  return { people: totals.people, parts: [...parts, { count: totals.takeAway, words: t('desksheet:takeAway') }] };
}

function sumOf(speech: MealSpeech, { choices, totals }: MealList): string {
  const { t } = speech;
  const counts = choices.length === 0 ? [] : totals.dishes.filter(({ count }) => count > 0).map(({ count }) => count);
  const plates =
    counts.length > 1
      ? t('desksheet:sum', { sum: counts.join(' + '), all: totals.people })
      : t('desksheet:sumOne', { count: totals.people });
  const tables = tableWords(speech, totals.tables);
  const seated = tables === '' ? [] : [t('desksheet:atTable', { count: totals.atTable, tables })];
  return [plates, ...seated, ...(totals.guests > 0 ? [t('desksheet:guestsCount')] : [])].join(' ');
}

function clashOf(speech: MealSpeech, list: MealList, view: PlateView): Clash {
  const { t } = speech;
  const what = (all: readonly Allergen[]) => all.map((each) => allergenWord(speech, each));
  const kinds = view.clashKinds.map((kind) => kindWord(speech, kind).toLowerCase());
  const words = view.clash.map((each) => t('deskplate:not', { what: allergenWord(speech, each) }).toLowerCase());
  const inIt = t(list.choices.length > 1 ? 'desksheet:clashAll' : 'desksheet:clashOne', {
    what: allOf(speech, what(view.clash)),
  });
  const chosen = t('desksheet:clashDish', { dish: view.plate.dish ?? '' });
  return {
    id: view.plate.id,
    door: view.door ?? '',
    name: plateName(speech, view),
    cannot: [...kinds, ...words].join(', '),
    why: [...(kinds.length > 0 ? [chosen] : []), ...(words.length > 0 ? [inIt] : [])].join(', '),
  };
}

/** Each diet once, with the doors behind it. */
function dietsOf(speech: MealSpeech, plates: readonly PlateView[]): string {
  const doors = new Map<string, string[]>();
  for (const view of plates) {
    if (view.diet === null) continue;
    const words = lowered(dietWords(speech, view.diet));
    doors.set(words, [...(doors.get(words) ?? []), view.door ?? plateName(speech, view)]);
  }
  return [...doors].map(([words, of]) => `${words} (${allOf(speech, of)})`).join(', ');
}

const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function sinceOf(speech: MealSpeech, { delta, prints }: MealList): string {
  const { t } = speech;
  const last = prints.at(-1);
  if (last === undefined) return t('desksheet:sinceFirst');
  const head = t('desksheet:since', { sheet: sheetName(speech, last.number), time: speech.timeOf(last.at) });
  return `${head} ${delta === null ? t('desksheet:sinceNothing') : `${deltaWords(speech, delta)}.`}`;
}

function deltaWords(speech: MealSpeech, { added, changed, menu, removed }: Delta): string {
  const { t } = speech;
  const names = (views: readonly PlateView[]) =>
    allOf(
      speech,
      views.map((view) => nameAndDoorOf(speech, view)),
    );
  return [
    ...(added.length > 0 ? [t('desksheet:plus', { count: added.length, names: names(added) })] : []),
    ...(removed.length > 0 ? [t('desksheet:minus', { count: removed.length, names: names(removed) })] : []),
    ...(changed.length > 0 ? [t('desksheet:other', { names: names(changed) })] : []),
    ...(menu ? [t('desksheet:otherMenu')] : []),
  ].join(', ');
}

function lineOf(speech: MealSpeech, view: PlateView): SheetLine {
  const { diet, door, kind, plate } = view;
  return {
    id: plate.id,
    door: kind === 'resident' ? (door ?? '') : '',
    name: plateName(speech, view),
    isGuest: kind !== 'resident',
    diet: diet === null ? null : dietWords(speech, diet),
    dish: plate.dish ?? '',
    takeAway: plate.takeAway,
  };
}

function byTable(speech: MealSpeech, { plates, totals }: MealList): readonly SheetGroup[] {
  const { t } = speech;
  const { size } = totals.tables;
  const seated = plates.filter(({ plate }) => !plate.takeAway);
  const away = plates.filter(({ plate }) => plate.takeAway);
  const tables = Array.from({ length: Math.ceil(seated.length / size) }, (_, at): SheetGroup => {
    const views = seated.slice(at * size, (at + 1) * size);
    return {
      key: `table ${at}`,
      title: t('desksheet:table', { number: at + 1 }),
      people: t('desksheet:tablePeople', { count: views.length }),
      lines: views.map((view) => lineOf(speech, view)),
    };
  });
  if (away.length === 0) return tables;
  const taken: SheetGroup = {
    key: 'away',
    title: t('desksheet:takeAwayHead'),
    people: t('desksheet:takeAwayPeople', { count: away.length }),
    lines: away.map((view) => lineOf(speech, view)),
  };
  return [...tables, taken];
}

/** By last name, guests behind their host; in groups, so that they can be spread over columns and pages. */
function byName(speech: MealSpeech, { plates }: MealList): readonly SheetGroup[] {
  const { t } = speech;
  const nameOf = ({ called, host }: PlateView) => {
    const who = called ?? host;
    return who === null ? '\uffff' : `${who.lastName === '' ? who.initial : who.lastName} ${who.firstName}`;
  };
  const sorted = plates
    .map((view, at) => ({ at, view, name: nameOf(view) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'nl') || a.at - b.at);
  const lines = sorted.map(({ view }) => lineOf(speech, view));
  const groups: SheetGroup[] = [];
  for (let at = 0; at < lines.length; at += NAMES_IN_GROUP) {
    const some = lines.slice(at, at + NAMES_IN_GROUP);
    const title = at === 0 ? t('desksheet:names') : '';
    const people = at === 0 ? t('desksheet:tablePeople', { count: lines.length }) : '';
    groups.push({ key: `names ${at}`, title, people, lines: some });
  }
  return groups;
}

const NAMES_IN_GROUP = 4;
/** Lines a column holds: of the first page with the totals above and the lines for the pen below, and of the others. */
const FIRST_COLUMN = 34.4;
const OTHER_COLUMN = 38;
/** Letters after which a name goes to a second line. */
const LETTERS = 31;

/** How many lines the box takes that warns; none where nobody has a diet. */
function boxHeight(clashes: number, lists: readonly string[]): number {
  const lines = lists.reduce((sum, words) => sum + Math.ceil(words.length / 90), 0);
  return clashes + lines === 0 ? 0 : 2.4 + clashes + lines;
}

/** How many lines more than one the foot takes, which tells what changed. */
export const footHeight = (since: string): number => Math.max(0, Math.ceil(since.length / 95) - 1);

/** How many lines a group takes, its heading too. */
function heightOf({ lines, title }: SheetGroup): number {
  const rows = lines.reduce((sum, { diet, dish, name }) => {
    const letters = name.length + (diet === null ? 0 : diet.length + 3) + dish.length;
    return sum + Math.max(1, Math.ceil(letters / LETTERS));
  }, 0);
  return rows + (title === '' ? 0 : 1.5);
}

/** Fills column after column; `above` is what the first page holds besides, `below` the last one, whichever that is. */
export function paged(groups: readonly SheetGroup[], above: number, below = 0): Sheet['pages'] {
  const [first, other] = [FIRST_COLUMN - above - below, OTHER_COLUMN - below];
  const columns: SheetGroup[][] = [[]];
  let left = first;
  for (const group of groups) {
    const height = heightOf(group);
    if (height > left && (columns.at(-1)?.length ?? 0) > 0) {
      columns.push([]);
      left = columns.length <= 2 ? first : other;
    }
    columns.at(-1)?.push(group);
    left -= height;
  }
  const halves = columns.length <= 2 ? halved(groups) : columns;
  const fits = halves.every((column) => column.reduce((sum, group) => sum + heightOf(group), 0) <= first);
  const even = columns.length > 2 || (columns.length === 2 && !fits) ? columns : halves;
  const pages: [SheetGroup[], SheetGroup[]][] = [];
  for (let at = 0; at < even.length; at += 2) pages.push([even[at] ?? [], even[at + 1] ?? []]);
  return pages;
}

/** What fits one column stands in two, so that the eye has less to go down. */
function halved(groups: readonly SheetGroup[]): SheetGroup[][] {
  const all = groups.reduce((sum, group) => sum + heightOf(group), 0);
  const first: SheetGroup[] = [];
  const second: SheetGroup[] = [];
  let used = 0;
  for (const group of groups) {
    if (used + heightOf(group) / 2 <= all / 2) first.push(group);
    else second.push(group);
    used += heightOf(group);
  }
  return [first, second];
}
