/** Signs for the shared scooters and their parts, drawn on the 48 grid. */
import type { Shape } from './shape.ts';

export const scooterPictograms = {
  scooter: [
    ['bothCircle', 12, 38, 5.5],
    ['bothCircle', 37, 38, 5.5],
    ['line', 'M17.5 38H31.5M9 32c0-3.5 2-6 5.5-6H23a3 3 0 0 1 3 3v9M15 26V13.5M9.5 26h12M36 32.5L31.5 10M26.5 10h6.5'],
    ['both', 'M35 16h8v7.5h-6.5z'],
  ],
  battery: [
    ['box', 4, 14, 36, 20, 4],
    ['line', 'M44.5 21v6'],
    ['solid', 'M11.5 20.5h4v7h-4zM20 20.5h4v7h-4zM28.5 20.5h4v7h-4z'],
  ],
  'battery-low': [
    ['box', 4, 14, 36, 20, 4],
    ['line', 'M44.5 21v6M28 18.5v6'],
    ['solid', 'M11.5 20.5h3v7h-3z'],
    ['dot', 28, 29, 1.9],
  ],
  key: [
    ['bothCircle', 14, 24, 9],
    ['dot', 14, 24, 2.6],
    ['line', 'M23 24h21v7M36 24v6'],
  ],
  damage: [
    ['bothBox', 6, 6, 36, 36, 7],
    ['line', 'M28 6l-7.5 11 8.5 5-9 8.5 3.5 11.5'],
  ],
  tyre: [
    ['bothCircle', 24, 24, 19],
    ['circle', 24, 24, 10],
    ['dot', 24, 24, 2.6],
    ['line', 'M24 5v5M24 38v5M5 24h5M38 24h5M10.6 10.6l3.5 3.5M33.9 33.9l3.5 3.5M10.6 37.4l3.5-3.5M33.9 14.1l3.5-3.5'],
  ],
  brake: [
    ['bothBox', 24, 11, 20, 10, 5],
    ['line', 'M24 16H9a5 5 0 0 0-5 5v2M14 16l5 9c2 3.5 4.5 5 8.5 5H43M14 16v8c0 8 4 12 4 20'],
  ],
  light: [
    ['both', 'M24 8h-5C9.5 8 5 15.5 5 24s4.5 16 14 16h5z'],
    ['line', 'M31.5 12L43 7.5M31.5 24H44M31.5 36L43 40.5'],
  ],
  seat: [
    ['both', 'M12 26h25a4.5 4.5 0 0 1 0 9H15a5 5 0 0 1-4.9-4L6.5 10a4 4 0 0 1 7.8-1.5L18 26'],
    ['line', 'M19 17.5h14M25 35v8.5M15.5 43.5h19'],
  ],
  'something-else': [
    ['bothCircle', 24, 24, 19],
    ['dot', 15, 24, 2.8],
    ['dot', 24, 24, 2.8],
    ['dot', 33, 24, 2.8],
  ],
} as const satisfies Record<string, readonly Shape[]>;
