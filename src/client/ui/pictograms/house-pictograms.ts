/** Signs of what can be wrong in a house and what to do then, drawn on the 48 grid; only announcements need them. */
import type { Shape } from './shape.ts';

export const housePictograms = {
  'no-water': [
    ['line', 'M6 14h22a8 8 0 0 1 8 8v3M16 14V8M10 8h12'],
    ['both', 'M36 31c3.500 4 5 6 5 8.500a5 5 0 0 1-10 0c0-2.500 1.500-4.500 5-8.500z'],
    ['line', 'M7 43L43 7'],
  ],
  'no-power': [
    ['both', 'M27 5L12 27h10l-2 16 16-23H25z'],
    ['line', 'M6 10l36 34'],
  ],
  lift: [
    ['bothBox', 9, 14, 30, 30, 4],
    ['line', 'M24 14v30M16 9l4-4 4 4M27 5l4 4 4-4'],
  ],
  'no-lift': [
    ['bothBox', 9, 14, 30, 30, 4],
    ['line', 'M24 14v30M16 9l4-4 4 4M27 5l4 4 4-4M5 44L43 8'],
  ],
  gather: [
    ['bothCircle', 24, 14, 6],
    ['both', 'M14 43v-9a10 10 0 0 1 20 0v9z'],
    ['line', 'M4 24h8M8.500 19.500L13 24l-4.500 4.500M44 24h-8M39.500 19.500L35 24l4.500 4.500'],
  ],
  fire: [
    ['both', 'M24 4c2 8 13 12 13 24a13 13 0 0 1-26 0c0-6 4-8 5-14 4 2 5 4 5 7 3-4 4-10 3-17z'],
    ['line', 'M24 41c-4 0-6-3-6-6 0-4 4-5 5-9 4 3 7 5 7 9 0 3-2 6-6 6z'],
  ],
  outside: [['line', 'M28 43.500H8v-38h20v8M28 34.500v9M18 24h26M35.500 15.500L44 24l-8.500 8.500']],
} as const satisfies Record<string, readonly Shape[]>;
