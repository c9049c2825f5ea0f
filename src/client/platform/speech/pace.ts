/** How long it takes to say something (UX requirement 51). Refuses to say it. */

/** Most comfortable for older ears, and for people with aphasia. */
const WORDS_A_MINUTE = 150;
/** Some browsers fall silent for good inside an utterance that is longer. Milliseconds. */
export const LONGEST_UTTERANCE = 14_000;

export const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** Milliseconds; a long word counts as two. */
export function timeToSay(text: string): number {
  const long = text.split(/\s+/).filter((word) => word.length > 12).length;
  return ((wordsIn(text) + long) * 60_000) / WORDS_A_MINUTE;
}

/** Waits so many milliseconds, or until the signal; true when the time is over. */
export function waitOrStop(
  timers: { readonly after: (milliseconds: number, call: () => void) => () => void },
  milliseconds: number,
  signal: AbortSignal,
): Promise<boolean> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve(false);
    const forget = timers.after(milliseconds, () => {
      signal.removeEventListener('abort', stop);
      resolve(true);
    });
    const stop = () => {
      forget();
      resolve(false);
    };
    signal.addEventListener('abort', stop, { once: true });
  });
}
