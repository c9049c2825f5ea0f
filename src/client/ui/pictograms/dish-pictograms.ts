/** What can be on a plate, drawn on the 48 grid; only the screens on which somebody chooses need these. */
import type { Shape } from './shape.ts';

export const dishPictograms = {
  fish: [
    ['both', 'M5 24c5-9 14-12 22-10 6 1.5 9 5 11 10-2 5-5 8.5-11 10-8 2-17-1-22-10z'],
    ['line', 'M38 24l6-7v14zM24 15c3 5.5 3 12.5 0 18'],
    ['dot', 14, 22, 1.8],
  ],
  meat: [
    ['both', 'M19 12c7-7 18-7 22-1s0 16-8 21c-5 3-11 3-14 0s-5-15 0-20z'],
    ['line', 'M16.5 28.5L12.5 31.5a4 4 0 1 0-4.5 5.5 4 4 0 1 0 7 2L19.5 34M33 13c3 1 4.5 3.5 4 7'],
  ],
  carrot: [
    ['both', 'M30 15c4 4 4 8 0 12L8 42 20 18c3-5 6-6 10-3z'],
    ['line', 'M31 16c0-5 2-9 6-11M32 17c5 0 9-2 11-6M24 22l4 4M18 29l3.5 3.5'],
  ],
} as const satisfies Record<string, readonly Shape[]>;
