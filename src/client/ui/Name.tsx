/**
 * A name staff gave to something, in Dutch. A word too long for its line breaks between two syllables, with a hyphen;
 * one that fits is never broken, and letters never shrink.
 */
export function Name({ text, lang }: { readonly text: string; readonly lang?: string | undefined }) {
  return (
    <bdi lang={lang}>
      {text.split(/(\s+|(?<=-))/).map((word, i) =>
        word.length < LONG ? (
          word
        ) : (
          <span key={`${i} ${word}`} class="long-word">
            {syllables(word).flatMap((syllable, nth) => (nth === 0 ? [syllable] : [SOFT_HYPHEN, syllable]))}
          </span>
        ),
      )}
    </bdi>
  );
}

/** Letters; every shorter word fits every line. */
const LONG = 12;
/** Letters that stay together before and after a hyphen. */
const LEAST = 4;
const SOFT_HYPHEN = '\u00ad';

/** What begins a Dutch syllable together; an s before it ends the one before. */
const ONSET = /(?:sch|sp[lr]?|[bcfgkpv][lr]|[dtw]r|kn|ch|sj|tj|[a-z])$/;
const BETWEEN_VOWELS = /(?<=[aeiouyáéíóúäëïöü])[bcdfghjklmnpqrstvwxz]{2,}(?=[aeiouyáéíóúäëïöü])/gi;

/**
 * Where a word may break: where consonants meet, as in Spel-letjes-middag. Not every tablet's browser knows how Dutch is
 * hyphenated, so the rule is here.
 */
export function syllables(word: string): readonly string[] {
  const breaks = [...word.matchAll(BETWEEN_VOWELS)].flatMap(({ 0: consonants, index }) => {
    const onset = ONSET.exec(consonants.toLowerCase())?.[0] ?? '';
    const at = index + consonants.length - onset.length;
    return onset.length === consonants.length || at < LEAST || word.length - at < LEAST ? [] : [at];
  });
  return [...breaks, word.length].map((at, i) => word.slice(breaks[i - 1] ?? 0, at));
}
