/**
 * The text a row may hold. Refuses the characters no database keeps, and takes out those that nobody sees and that turn
 * a line around (Unicode UAX #9): every screen and sheet sets the direction of a text itself.
 */
import * as v from 'valibot';

const kept = (longest: number) =>
  v.pipe(v.string(), v.maxLength(longest), v.regex(/^[^\0\p{Surrogate}]*$/u, 'a character that cannot be kept'));

/** Marks, embeddings, overrides and isolates of direction; controls other than tab and line ends. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: taking them out is what it is for
const unseen = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/** Up to so many characters, without NUL and without halves of a character; marks of direction are left out. */
export const text = (longest: number) =>
  v.pipe(
    kept(longest),
    v.transform((said) => said.replace(unseen, '')),
  );

/** The same, and not empty. */
export const someText = (longest: number) => v.pipe(text(longest), v.minLength(1));

/** A name for a program, kept to the letter: two that look the same are not. */
export const idText = (longest: number) => v.pipe(kept(longest), v.minLength(1));
