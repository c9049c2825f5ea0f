/** Cuts what is to be said into pieces one breath long. Refuses to lose, change or reorder a word. */

/** UX requirement 50. */
export const MOST_WORDS = 12;
/** Long words take longer: with these the slowest voice stays under 14 seconds. */
const MOST_LETTERS = 150;

/** The words in order, each piece at most twelve of them; between sentences, else at a comma, else anywhere. */
export function spokenChunks(text: string): readonly string[] {
  const sentences = cut(text.trim(), /(?<=[.!?…؟]["”’)]?)\s+/u);
  return sentences.flatMap((sentence) => (fits(sentence) ? [sentence] : packed(sentence)));
}

function packed(sentence: string): readonly string[] {
  const clauses = cut(sentence, /(?<=[,;:،؛–])\s+/u).flatMap(halves);
  const chunks: string[] = [];
  for (const clause of clauses) {
    const longer = chunks.length === 0 ? clause : `${chunks.at(-1)} ${clause}`;
    if (chunks.length > 0 && fits(longer)) chunks[chunks.length - 1] = longer;
    else chunks.push(clause);
  }
  return chunks;
}

/** In halves, so that no word is left alone at the end. */
function halves(clause: string): readonly string[] {
  const words = clause.split(/\s+/u);
  if (fits(clause) || words.length === 1) return [clause];
  const middle = Math.ceil(words.length / 2);
  return [words.slice(0, middle), words.slice(middle)].flatMap((half) => halves(half.join(' ')));
}

const fits = (text: string): boolean => text.split(/\s+/u).length <= MOST_WORDS && text.length <= MOST_LETTERS;

const cut = (text: string, at: RegExp): readonly string[] => text.split(at).filter((part) => part !== '');
