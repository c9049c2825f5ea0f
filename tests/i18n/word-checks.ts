/**
 * What must hold for the words of a language, as sentences about what is wrong; an empty list when nothing is (UX
 * requirements 44 to 46). Refuses to know which languages there are.
 */
import type { Words } from '../../src/client/i18n/keys.ts';

const PLURAL = /_(zero|one|two|few|many|other)$/;
const MOST_WORDS = 12;
const SENTENCE_END = /[.!?؟。]+/;
const COMMAS = /[,،，]/g;
/** Of any language of the house: dots inside a word, or one that is known to end in a dot. */
const ABBREVIATION =
  /(?<!\p{L})(\p{L}{1,2}\.(\p{L}{1,2}\.)+|(bijv|max|min|evt|nr|tel|mevr|dhr|incl|excl|vb|örn|bkz|approx|etc|máx|mín|sra?)\.|[td]\/[mw](?!\p{L}))/iu;

export interface Translation {
  readonly words: Words;
  /** What it is a translation of. */
  readonly source: Words;
  /** The plural forms of its language, as `Intl.PluralRules` names them. */
  readonly forms: readonly string[];
}

/** What a translation lacks, has too much, or fills in otherwise than its source. */
export function translationDefects({ words, source, forms }: Translation): readonly string[] {
  const [known, own] = [keysOf(source), keysOf(words)];
  return [
    ...known.filter((key) => !own.includes(key)).map((key) => `${key}: missing`),
    ...own.filter((key) => !known.includes(key)).map((key) => `${key}: not in the source`),
    ...entries(words).flatMap((entry) => placeDefects(entry, source)),
    ...pluralDefects(words, forms),
  ];
}

/** Plural forms a language has and these words have not, and the other way round. */
export function pluralDefects(words: Words, forms: readonly string[]): readonly string[] {
  const wanted = [...forms].sort().join();
  return [...countedIn(words)].flatMap((key) => {
    const own = entries(words).flatMap(([each]) => (bare(each) === key ? [PLURAL.exec(each)?.[1] ?? 'none'] : []));
    const has = own.sort().join();
    return has === wanted ? [] : [`${key}: has ${has}, the language has ${wanted}`];
  });
}

/** Keys that say a number, each form in a text of its own. */
export const countedIn = (words: Words): ReadonlySet<string> =>
  new Set(entries(words).flatMap(([key]) => (PLURAL.test(key) ? [bare(key)] : [])));

/** How it is written: short, whole, without shouting, picture letters, abbreviations or mark-up but bold. */
export function writingDefects(words: Words): readonly string[] {
  return entries(words).flatMap(([key, text]) =>
    [...sentenceDefects(text), ...letterDefects(text)].map((defect) => `${key}: ${defect}`),
  );
}

/** Words nobody uses, and keys used that have no words. `code` is all there is of the client. */
export function usageDefects(words: Words, code: string): readonly string[] {
  const exact = new Set([...code.matchAll(/['`]([a-z]+:[A-Za-z0-9]+)['`]/g)].map(([, key]) => key ?? ''));
  // Keys put together: a plain beginning, and what is filled in after it.
  const starts = [...code.matchAll(/`([a-z]+:[A-Za-z0-9]*)\$\{[^}]+\}(\w*)`/g)].map(([, start]) => start ?? '');
  const known = keysOf(words);
  const isUsed = (key: string) => exact.has(key) || starts.some((start) => key.startsWith(start));
  const isOurs = (key: string) => Object.keys(words).includes(key.split(':')[0] ?? '');
  return [
    ...known.filter((key) => !isUsed(key)).map((key) => `${key}: unused`),
    ...[...exact].filter((key) => isOurs(key) && !known.includes(key)).map((key) => `${key}: used, and not there`),
  ];
}

/** Every text with its key, such as `activity:join`. */
export function entries(words: Words): readonly (readonly [key: string, text: string])[] {
  return Object.entries(words).flatMap(([subject, texts]) =>
    Object.entries(texts).map(([key, text]) => [`${subject}:${key}`, text] as const),
  );
}

/** The texts of one key, each plural form by itself. */
export const textsOf = (words: Words, key: string): readonly string[] =>
  entries(words).flatMap(([each, text]) => (bare(each) === key ? [text] : []));

const keysOf = (words: Words): readonly string[] => [...new Set(entries(words).map(([key]) => bare(key)))].sort();
const bare = (key: string): string => key.replace(PLURAL, '');
const places = (text: string): readonly string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '');

function placeDefects([key, text]: readonly [string, string], source: Words): readonly string[] {
  const given = textsOf(source, bare(key)).flatMap(places);
  if (textsOf(source, bare(key)).length === 0) return [];
  const own = places(text);
  const unknown = own.filter((place) => !given.includes(place)).map((place) => `${key}: {{${place}}} is not given`);
  // "Eén stoel" may leave its number out.
  const left = PLURAL.test(key) ? [] : given.filter((place) => !own.includes(place));
  return [...unknown, ...left.map((place) => `${key}: {{${place}}} is left out`)];
}

function sentenceDefects(text: string): readonly string[] {
  return text.split(SENTENCE_END).flatMap((sentence) => {
    const words = sentence.trim().split(/\s+/).length;
    const commas = sentence.match(COMMAS)?.length ?? 0;
    return [
      ...(words > MOST_WORDS ? [`${words} words in "${sentence.trim()}"`] : []),
      ...(commas > 1 ? [`${commas} commas in "${sentence.trim()}"`] : []),
    ];
  });
}

function letterDefects(text: string): readonly string[] {
  const plain = text.replace(/\{\{\w+\}\}/g, '');
  const shouted = /\p{Lu}{3}/u.exec(plain)?.[0];
  const abbreviation = ABBREVIATION.exec(plain)?.[0];
  return [
    ...(text.trim() === '' ? ['empty'] : []),
    ...(text.trim() === text ? [] : ['spaces around it']),
    ...(/\p{Extended_Pictographic}/u.test(text) ? ['a picture letter'] : []),
    ...(shouted === undefined ? [] : [`shouts "${shouted}"`]),
    ...(abbreviation === undefined ? [] : [`abbreviates "${abbreviation}"`]),
    ...(/[<>]/.test(text.replace(/<b>[^<]+<\/b>/g, '')) ? ['mark-up other than bold, or not closed'] : []),
  ];
}
