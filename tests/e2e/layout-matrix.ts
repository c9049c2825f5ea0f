/**
 * On which panel, in which size and language a screen is looked at. Refuses to know the screens: what is chosen for one
 * depends on its name alone, so another screen more or less changes nothing for it.
 */
import type { LanguageTag } from '../../src/client/i18n/languages.ts';

export const profiles = [
  { name: 'p1', width: 1280, height: 800, inches: 10.1 },
  { name: 'p2', width: 1920, height: 1080, inches: 15.6 },
  { name: 'p3', width: 800, height: 1280, inches: 10.1 },
] as const;
export type Profile = (typeof profiles)[number];

export const sizes = ['normal', 'groter'] as const;
/** `pseudo` is Dutch with every word 40 % longer. */
export const languages = ['nl', 'tr', 'ar', 'pap', 'pt-PT', 'en', 'pseudo'] as const;

export interface Look {
  readonly profile: Profile;
  readonly size: (typeof sizes)[number];
  readonly language: (typeof languages)[number];
  /** What the page says it speaks: the pseudo language goes by the name of another. */
  readonly tag: LanguageTag;
}

export interface Named {
  readonly name: string;
  /** Nobody can choose a size or language before touching the screen. */
  readonly untouched?: true;
}

/** One of these lends its name to the pseudo language: they too have long words. */
const LENDERS = ['pap', 'pt-PT', 'tr'] as const;

/** CSS pixels per millimetre. */
export const millimetre = ({ width, height, inches }: Profile): number => Math.hypot(width, height) / (inches * 25.4);

/**
 * Everything there is, or else every language but the one that lends its name, each on another panel in another size:
 * so every panel, every size and the two together. The first one differs from screen to screen.
 */
export function looksOf({ name, untouched }: Named, everything: boolean): readonly Look[] {
  const chance = createChance(name);
  const panels = chance.turned(profiles);
  if (untouched) return panels.map((profile) => ({ profile, size: 'normal', language: 'nl', tag: 'nl' }));
  const lender = chance.turned(LENDERS)[0] ?? LENDERS[0];
  const tagOf = (language: Look['language']) => (language === 'pseudo' ? lender : language);
  const others = chance.turned(languages.filter((language) => language !== lender));
  const glasses = panels.flatMap((profile) => sizes.map((size) => ({ profile, size })));
  // The lender speaks last: what goes by its name comes first.
  if (everything)
    return [...others, lender].flatMap((language) =>
      glasses.map((glass) => ({ ...glass, language, tag: tagOf(language) })),
    );
  const places = chance.turned(glasses);
  return others.flatMap((language, i) =>
    places.slice(i, i + 1).map((glass) => ({ ...glass, language, tag: tagOf(language) })),
  );
}

interface Chance {
  /** The same list, beginning anywhere. */
  turned<Item>(list: readonly Item[]): readonly Item[];
}

/** The same for the same name (FNV-1a). */
function createChance(name: string): Chance {
  let seed = 0x811c9dc5;
  for (const letter of name) seed = Math.imul(seed ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return {
    turned(list) {
      const at = seed % list.length;
      seed = Math.floor(seed / list.length);
      return [...list.slice(at), ...list.slice(0, at)];
    },
  };
}
