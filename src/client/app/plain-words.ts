/**
 * How easily a Dutch text is read (UX requirement 44; source: Direct Duidelijk): long sentences, abbreviations, difficult
 * words, and words that are no longer true the day after. Finds and proposes; refuses to change a letter itself.
 */
import type { PlainDate } from '../../domain/time.ts';

export const MOST_WORDS = 12;

export type FindingType = 'expires' | 'abbreviation' | 'hardWord' | 'longSentence';

export interface Finding {
  readonly type: FindingType;
  /** What was found, as it stands there. */
  readonly words: string;
  /** Where it begins, in characters. */
  readonly at: number;
  /** What can stand there instead; null where only the writer knows. */
  readonly instead: string | null;
  /** Of a long sentence: which one, counted from 1, and its words. */
  readonly sentence: number;
  readonly count: number;
}

/** When it is read: a word that names a day is right on that day alone. */
export interface When {
  readonly from: PlainDate;
  readonly until: PlainDate;
  /** "vrijdag 16 oktober" */
  readonly dayName: (date: PlainDate, days: number) => string;
}

const abbreviations: Readonly<Record<string, string>> = {
  'i.v.m.': 'door',
  'm.u.v.': 'behalve',
  'm.b.t.': 'over',
  'd.m.v.': 'met',
  'o.a.': 'onder andere',
  'n.a.v.': 'door',
  'a.u.b.': 'alstublieft',
  'z.s.m.': 'snel',
  'n.v.t.': 'niet nodig',
  'e.d.': 'en meer',
  'bijv.': 'bijvoorbeeld',
  'bv.': 'bijvoorbeeld',
  'evt.': 'misschien',
  'max.': 'hoogstens',
  'min.': 'minstens',
  'incl.': 'met',
  'excl.': 'zonder',
  'ca.': 'ongeveer',
  'tel.': 'telefoon',
  'nr.': 'nummer',
  'enz.': 'en meer',
  'etc.': 'en meer',
  'mevr.': 'mevrouw',
  'dhr.': 'meneer',
  't/m': 'tot en met',
  'p.p.': 'per persoon',
};

const hardWords: Readonly<Record<string, string>> = {
  onderhoudswerkzaamheden: 'onderhoud',
  werkzaamheden: 'werk',
  desbetreffende: 'deze',
  betreffende: 'over',
  aangaande: 'over',
  middels: 'met',
  teneinde: 'om',
  derhalve: 'dus',
  echter: 'maar',
  tevens: 'ook',
  reeds: 'al',
  thans: 'nu',
  indien: 'als',
  mits: 'alleen als',
  tenzij: 'maar niet als',
  ondanks: 'ook al is er',
  gedurende: 'tijdens',
  omstreeks: 'rond',
  alvorens: 'voor',
  nabij: 'bij',
  conform: 'volgens',
  inzake: 'over',
  gelieve: 'wilt u',
  geschieden: 'gebeuren',
  plaatsvinden: 'zijn',
  aanvangen: 'beginnen',
  aanvang: 'begin',
  beschikbaar: 'er',
  beschikken: 'hebben',
  informeren: 'vertellen',
  retourneren: 'terugbrengen',
  verstrekken: 'geven',
  ontvangen: 'krijgen',
  nuttigen: 'eten',
  consumptie: 'drankje',
  consumpties: 'drankjes',
  participeren: 'meedoen',
  deelname: 'meedoen',
  deelnemen: 'meedoen',
  aanmelden: 'opgeven',
  annuleren: 'afzeggen',
  geannuleerd: 'afgezegd',
  faciliteit: 'plek',
  faciliteiten: 'plekken',
  locatie: 'plek',
  calamiteit: 'noodgeval',
  evacueren: 'naar buiten gaan',
  evacuatie: 'naar buiten gaan',
  ontruiming: 'naar buiten gaan',
  storing: 'iets stuk',
  defect: 'stuk',
  monteur: 'man of vrouw die het maakt',
  urgent: 'snel nodig',
  preventief: 'uit voorzorg',
  noodzakelijk: 'nodig',
  benodigd: 'nodig',
  additioneel: 'extra',
  voornemens: 'van plan',
  momenteel: 'nu',
  eveneens: 'ook',
  aanwezig: 'er',
  uiterlijk: 'niet later dan',
  frequent: 'vaak',
  optimaal: 'zo goed mogelijk',
  realiseren: 'maken',
  implementeren: 'invoeren',
  evaluatie: 'terugkijken',
};

/** Days after the day it is written on. */
const dayWords: Readonly<Record<string, number>> = { gisteren: -1, vandaag: 0, vanavond: 0, morgen: 1, overmorgen: 2 };

/** In the order they stand there. */
export function findingsIn(text: string, when: When): readonly Finding[] {
  const found = [...expiring(text, when), ...shortened(text), ...difficult(text), ...longOnes(text)];
  return found.sort((a, b) => a.at - b.at);
}

/** The text with this finding mended. */
export function mended(text: string, { at, instead, words }: Finding): string {
  return instead === null ? text : text.slice(0, at) + instead + text.slice(at + words.length);
}

const wordsOf = (text: string): readonly { readonly words: string; readonly at: number }[] =>
  [...text.matchAll(/[\p{L}\p{M}]+(?:[-’'][\p{L}\p{M}]+)*/gu)].map(({ 0: words, index }) => ({ words, at: index }));

const none = { sentence: 0, count: 0 };

function expiring(text: string, { dayName, from, until }: When): readonly Finding[] {
  if (until <= from) return [];
  return wordsOf(text).flatMap(({ at, words }): readonly Finding[] => {
    const days = dayWords[words.toLowerCase()];
    if (days === undefined) return [];
    return [{ type: 'expires', words, at, instead: sameStart(words, dayName(from, days)), ...none }];
  });
}

function shortened(text: string): readonly Finding[] {
  return [...text.matchAll(/(?<![\p{L}.])(?:\p{L}{1,5}\.){1,4}(?!\p{L})|\bt\/m\b/giu)].flatMap(
    ({ 0: words, index }) => {
      const instead = abbreviations[words.toLowerCase()];
      // The end of a sentence is no abbreviation, unless it is a known one or has dots inside.
      if (instead === undefined && !/\.\p{L}/u.test(words)) return [];
      return [
        {
          type: 'abbreviation' as const,
          words,
          at: index,
          instead: instead === undefined ? null : sameStart(words, instead),
          ...none,
        },
      ];
    },
  );
}

function difficult(text: string): readonly Finding[] {
  return wordsOf(text).flatMap(({ at, words }): readonly Finding[] => {
    const instead = Object.hasOwn(hardWords, words.toLowerCase()) ? hardWords[words.toLowerCase()] : undefined;
    return instead === undefined ? [] : [{ type: 'hardWord', words, at, instead: sameStart(words, instead), ...none }];
  });
}

function longOnes(text: string): readonly Finding[] {
  // A dot inside an abbreviation or a number ends no sentence.
  const masked = text.replace(
    /(?<![\p{L}.])(?:\p{L}{1,5}\.){2,4}|\b(?:bijv|bv|evt|max|min|incl|excl|ca|tel|nr|mevr|dhr)\./giu,
    (short) => short.replaceAll('.', '_'),
  );
  return [...masked.matchAll(/[^.!?\n]+[.!?]*/g)]
    .filter(({ 0: said }) => said.trim() !== '')
    .flatMap(({ 0: said, index }, nth): readonly Finding[] => {
      const count = said.trim().split(/\s+/).length;
      if (count <= MOST_WORDS) return [];
      const at = index + (said.length - said.trimStart().length);
      const words = text.slice(at, index + said.length).trimEnd();
      return [{ type: 'longSentence', words, at, instead: null, sentence: nth + 1, count }];
    });
}

/** Large where what it replaces was. */
function sameStart(was: string, instead: string): string {
  const [first = ''] = was;
  return first === first.toLowerCase() ? instead : instead.slice(0, 1).toUpperCase() + instead.slice(1);
}
