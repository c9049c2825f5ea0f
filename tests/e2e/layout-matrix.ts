/** Which screens are looked at on which panel, in which size and language; all pairs of these, or everything. */

import { type LayoutState, layoutStates } from './layout-states.ts';
import { allRows, coverPairs } from './pairwise.ts';

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
}

export interface Visit {
  readonly state: LayoutState;
  readonly looks: readonly Look[];
}

/** CSS pixels per millimetre. */
export const millimetre = ({ width, height, inches }: Profile): number => Math.hypot(width, height) / (inches * 25.4);

/** What to look at of each state. Nobody can choose a size or language before touching the screen. */
export function matrix(everything: boolean): readonly Visit[] {
  const rows = allRows([layoutStates.length, profiles.length, sizes.length, languages.length]).filter(
    ([state = 0, , size, language]) => layoutStates[state]?.untouched !== true || (size === 0 && language === 0),
  );
  const chosen = everything ? rows : coverPairs(rows);
  return layoutStates.map((state, nth) => ({
    state,
    looks: chosen
      .filter(([each]) => each === nth)
      // One panel after the other, so that each is opened once.
      .toSorted(([, one = 0], [, other = 0]) => one - other)
      .map(([, profile = 0, size = 0, language = 0]) => ({
        profile: profiles[profile] ?? profiles[0],
        size: sizes[size] ?? 'normal',
        language: languages[language] ?? 'nl',
      })),
  }));
}
