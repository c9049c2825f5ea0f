// The style sheets are told what glass they are on (UX requirement 1).
import { expect, test } from 'vitest';
import { pixelsPerMillimetre } from '../../src/client/platform/calibration.ts';
import { createDisplay, profileOf } from '../../src/client/ui/display.ts';

function root() {
  const properties = new Map<string, string>();
  return {
    dataset: {} as { profile?: string; size?: string; fit?: string },
    style: { setProperty: (name: string, value: string) => void properties.set(name, value) },
    properties,
  };
}

const glass = (width: number, height: number, inches: number) => ({
  width,
  height,
  pixelsPerMillimetre: pixelsPerMillimetre({ width, height }, inches),
});

test.each([
  [1280, 800, 10.1, 'p1'],
  [1340, 800, 10.1, 'p1'],
  [1599, 900, 14, 'p1'],
  [1600, 900, 14, 'p2'],
  [1920, 1080, 15.6, 'p2'],
  [800, 1280, 10.1, 'p3'],
  [1080, 1920, 13, 'p3'],
])('%i by %i on %f inches is profile %s', (width, height, inches, profile) => {
  expect(profileOf(glass(width, height, inches))).toBe(profile);
});

test.each([
  ['upright, 298 mm', [1080, 1920, 13.46], 'p3'],
  ['upright, 302 mm', [1080, 1920, 13.64], 'p4'],
  ['upright, 476 mm', [1080, 1920, 21.5], 'p4'],
  ['lying, 299 mm', [1920, 1080, 24], 'p2'],
  ['lying, 336 mm', [1920, 1080, 27], 'p5'],
  ['upright and high, with too few pixels for a lower half', [720, 1280, 21.5], 'p3'],
  ['lying and high, with too few pixels', [1280, 720, 27], 'p1'],
] as const)(
  'UX 55: what is touched moves down on a glass higher than 300 mm: %s',
  (_, [width, height, inches], profile) => {
    expect(profileOf(glass(width, height, inches))).toBe(profile);
  },
);

test('the team has the whole of a high glass', () => {
  expect(profileOf({ ...glass(1080, 1920, 21.5), atWork: true })).toBe('p3');
  expect(profileOf({ ...glass(1920, 1080, 27), atWork: true })).toBe('p2');
});

test('starts at the normal size and takes on glass, size and fit', () => {
  const place = root();
  const display = createDisplay(place);
  expect(place.dataset).toEqual({ size: 'normal', fit: 'normal' });
  display.setGlass({ width: 800, height: 1280, pixelsPerMillimetre: 5.8824 });
  display.setTextSize('groter');
  display.setFit('long');
  expect(place.dataset).toEqual({ profile: 'p3', size: 'groter', fit: 'long' });
  expect(place.properties.get('--mm')).toBe('5.882');
});
