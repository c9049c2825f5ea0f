/** What an event says of itself beside its time: words, room, places and the X-HUISKAMER lines. All of it optional. */
import { type Category, discreetCategories, type Series } from '../../domain/series.ts';
import { activityKind } from './activity-kind.ts';
import type { Property } from './calendar-file.ts';
import { type Complain, quote } from './finding.ts';
import { plain, type Voice } from './table.ts';
import { parsePrice, parseYesNo } from './values.ts';

export type EventFields = Omit<
  Series,
  'id' | 'rule' | 'skipped' | 'extra' | 'startTime' | 'endTime' | 'endDays' | 'phases' | 'revision'
>;

export interface EventFieldsRead {
  readonly fields: EventFields;
  readonly guessedCategory: boolean;
}

export function readFields(properties: readonly Property[], allDay: boolean, voice: Voice): EventFieldsRead {
  const { complain } = voice;
  const text = (name: string) => textOf(properties, name);
  const own = (name: string) => text(`x-huiskamer-${name}`);
  const title = shortened(text('summary'), 80, () => voice.remark('De titel is te lang en ingekort.'));
  if (title === '') complain('Deze afspraak heeft geen titel (SUMMARY).');
  const words = properties.filter(({ name }) => name === 'categories').flatMap(({ values }) => values.map(String));
  const { guessed, ...kind } = activityKind(title, words);
  const fields: EventFields = {
    title,
    description: shortened(text('description'), 600, () => voice.remark('De omschrijving is te lang en ingekort.')),
    room: shortened(text('location'), 80, () => voice.remark('De plaats is te lang en ingekort.')),
    allDay,
    signUp: signUpOf(own('sign-up'), allDay, complain),
    capacity: countOf('capacity', own('capacity'), { from: 1, to: 2000, complain }),
    closes: closesOf(own('closes'), complain),
    guests: countOf('guests', own('guests'), { from: 0, to: 20, complain }) ?? 0,
    neighbours: neighboursOf(own('neighbours'), complain),
    price: priceOf(own('price'), complain),
    leader: shortened(own('leader'), 80, () => voice.remark('De naam van de leiding is te lang en ingekort.')),
    ...kind,
    pictogram: own('pictogram').slice(0, 40) || kind.pictogram,
    meal: mealOf(own('meal').toLowerCase(), kind.category, title),
    minutesOfMovement: countOf('minutes-of-movement', own('minutes-of-movement'), { from: 0, to: 1000, complain }),
    discreet: discreetOf(own('discreet'), complain) ?? discreetCategories.includes(kind.category),
  };
  return { fields, guessedCategory: guessed };
}

/** The first value of a property as one clean text; '' where it is absent. */
export function textOf(properties: readonly Property[], name: string): string {
  const value = properties.find((each) => each.name === name)?.values[0];
  return value === undefined || value === null ? '' : cleaned(String(value));
}

/** Some calendars write their descriptions as a web page. */
function cleaned(text: string): string {
  return text
    .slice(0, 20_000)
    .replace(/<(script|style)\b[^>]{0,200}>[\s\S]*?(<\/\1\s*>|$)/gi, '')
    .replace(/<br\s*\/?>|<\/(p|div|li)>/gi, '\n')
    .replace(/<\/?[a-z][^<>]{0,500}>/gi, '')
    .replace(/&nbsp;/gi, ' ')
    .replace(/&lt;/gi, '<')
    .replace(/&gt;/gi, '>')
    .replace(/&amp;/gi, '&')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Control}\n]/gu, ' ')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Cut at a word, with an ellipsis. */
function shortened(text: string, longest: number, tell: () => void): string {
  if (text.length <= longest) return text;
  tell();
  const cut = text.slice(0, longest - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > longest / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

function countOf(
  name: string,
  text: string,
  { from, to, complain }: { readonly from: number; readonly to: number; readonly complain: Complain },
): number | null {
  if (text === '') return null;
  const value = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= from && value <= to) return value;
  complain(`Bij X-HUISKAMER-${name.toUpperCase()} staat ${quote(text)}. Schrijf een getal van ${from} tot ${to}.`);
  return null;
}

/** `P0DT09:30` is that day at 09:30, `-P1DT17:00` the day before at 17:00. */
function closesOf(text: string, complain: Complain): Series['closes'] {
  if (text === '') return null;
  const match = /^(-)?P(\d{1,2})DT([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  const daysBefore = Number(match?.[2] ?? 0);
  if (match === null || daysBefore > 60 || (match[1] === undefined && daysBefore > 0)) {
    complain(`Bij X-HUISKAMER-CLOSES staat ${quote(text)}. Schrijf bijvoorbeeld P0DT09:30 of -P1DT17:00.`);
    return null;
  }
  return { daysBefore, time: `${match[3]}:${match[4]}` };
}

/** Nobody signs up for what lasts all day, unless the file says so. */
function signUpOf(text: string, allDay: boolean, complain: Complain): Series['signUp'] {
  const word = plain(text);
  if (word === '') return allDay ? 'none' : 'open';
  if (['none', 'geen', 'nee', 'no'].includes(word)) return 'none';
  if (['open', 'ja', 'yes'].includes(word)) return 'open';
  complain(`Bij X-HUISKAMER-SIGN-UP staat ${quote(text)}. Schrijf none of open.`);
  return 'open';
}

function neighboursOf(text: string, complain: Complain): boolean {
  if (text === '') return false;
  const answer = parseYesNo(text);
  if (answer === null) complain(`Bij X-HUISKAMER-NEIGHBOURS staat ${quote(text)}. Schrijf yes of no.`);
  return answer ?? false;
}

function priceOf(text: string, complain: Complain): number | null {
  if (text === '') return null;
  // A calendar program may escape the comma although this line needs no escaping.
  const price = parsePrice(text.replaceAll('\\', ''));
  if (price === null) complain(`Bij X-HUISKAMER-PRICE staat ${quote(text)}. Schrijf bijvoorbeeld 2,50.`);
  return price;
}

function discreetOf(text: string, complain: Complain): boolean | null {
  if (text === '') return null;
  const answer = parseYesNo(text);
  if (answer === null) complain(`Bij X-HUISKAMER-DISCREET staat ${quote(text)}. Schrijf yes of no.`);
  return answer;
}

/** What the file says, `none` is not a meal; else what the title of something to eat says. */
function mealOf(said: string, category: Category, title: string): string | null {
  if (said !== '') return said === 'none' ? null : said.slice(0, 30);
  if (category !== 'sharedMeal') return null;
  return ['lunch', 'ontbijt', 'diner'].find((meal) => title.toLowerCase().includes(meal)) ?? null;
}
