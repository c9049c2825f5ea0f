/** Signs that only some screens need (alarm, reading aloud); kept out of the first load. */
import type { Shape } from './shape.ts';

export const laterPictograms = {
  clean: [
    ['both', 'M11 23h26l-2.5 17a4 4 0 0 1-4 3.5h-13a4 4 0 0 1-4-3.5z'],
    ['line', 'M8 23h32M14 23C14 12 19 6 24 6s10 6 10 17M19 31.5c1.7 1.5 3.3 1.5 5 0s3.3-1.5 5 0'],
  ],
  bell: [
    ['both', 'M24 6.5A12.5 12.5 0 0 1 36.5 19c0 8.5 2.5 11.5 5 14.5h-35c2.5-3 5-6 5-14.5A12.5 12.5 0 0 1 24 6.5z'],
    ['line', 'M18.5 39a5.8 5.8 0 0 0 11 0M24 3.5v3'],
  ],
  alarm: [
    ['both', 'M12 35V25a12 12 0 0 1 24 0v10z'],
    [
      'line',
      'M6 43.5V39a4 4 0 0 1 4-4h28a4 4 0 0 1 4 4v4.5zM24 3.5v4M8 8.5l3 3M40 8.5l-3 3M4.5 20h4M39.5 20h4M24 21v7',
    ],
  ],
  'read-aloud': [
    ['both', 'M5 18h8.5L25 8.5v31L13.5 30H5z'],
    ['line', 'M31.5 18a8.5 8.5 0 0 1 0 12M36.5 11.5a17.5 17.5 0 0 1 0 25'],
  ],
  silence: [['bothBox', 10, 10, 28, 28, 4]],
  louder: [
    ['both', 'M5 18h8.5L25 8.5v31L13.5 30H5z'],
    ['line', 'M31 24h14M38 17v14'],
  ],
  softer: [
    ['both', 'M5 18h8.5L25 8.5v31L13.5 30H5z'],
    ['line', 'M31 24h14'],
  ],
} as const satisfies Record<string, readonly Shape[]>;
