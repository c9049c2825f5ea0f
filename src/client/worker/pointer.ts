/**
 * Which build the pages of this device are given, and which instead when that one does not start. Refuses to keep
 * anything itself, and to give a build a second chance.
 */
import * as v from 'valibot';

const build = v.nullable(v.string());

export const pointerSchema = v.object({
  /** The last build that started here. */
  good: build,
  /** A newer one that has not yet; `tries` is how many pages were given it. */
  trial: v.nullable(v.object({ build: v.string(), tries: v.number() })),
  /** The newest one that did not start. */
  bad: build,
  /** The good one before `good`: pages that are still open may ask for its parts. */
  before: build,
  /** Also the good one did not start the last time: the server may have what mends it. */
  doubted: v.boolean(),
});
export type Pointer = Readonly<v.InferOutput<typeof pointerSchema>>;

export const NOTHING: Pointer = { good: null, trial: null, bad: null, before: null, doubted: false };

/** A tablet may lose its power in the middle of a good start, even twice. */
const MOST_TRIES = 3;

export function inCharge({ good, trial }: Pointer): string | null {
  return trial?.build ?? good;
}

/** All files of this build are here and its worker has taken over. The first one has nothing to be measured against. */
export function arrived(pointer: Pointer, name: string): Pointer {
  if (pointer.good === null) return { ...NOTHING, good: name };
  if (pointer.bad === name) return pointer;
  if (pointer.good === name) return { ...pointer, trial: null };
  return { ...pointer, trial: { build: name, tries: 0 } };
}

/** A page is about to be given the build in charge. */
export function opened(pointer: Pointer): Pointer {
  const { trial } = pointer;
  if (trial === null) return pointer;
  if (trial.tries >= MOST_TRIES) return failed(pointer, trial.build);
  return { ...pointer, trial: { ...trial, tries: trial.tries + 1 } };
}

export function started(pointer: Pointer, name: string): Pointer {
  if (pointer.trial?.build === name) return { ...NOTHING, good: name, before: pointer.good };
  return pointer.good === name && pointer.doubted ? { ...pointer, doubted: false } : pointer;
}

export function failed(pointer: Pointer, name: string): Pointer {
  if (pointer.trial?.build === name) return { ...pointer, trial: null, bad: name };
  return pointer.good === name && pointer.trial === null && !pointer.doubted ? { ...pointer, doubted: true } : pointer;
}

/** The builds of which a page may still want something; while one is on trial, the one it may be taken back to. */
export function wanted({ before, good, trial }: Pointer): readonly string[] {
  return [trial?.build ?? before, good].filter((name) => name !== null);
}
