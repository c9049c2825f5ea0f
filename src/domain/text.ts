/** The text a row may hold. Refuses the characters no database keeps. */
import * as v from 'valibot';

/** Up to so many characters, without NUL and without halves of a character. */
export const text = (longest: number) =>
  v.pipe(v.string(), v.maxLength(longest), v.regex(/^[^\0\p{Surrogate}]*$/u, 'a character that cannot be kept'));

/** The same, and not empty. */
export const someText = (longest: number) => v.pipe(text(longest), v.minLength(1));
