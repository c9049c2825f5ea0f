// The style sheets are told what glass they are on (UX requirement 1).
import { expect, test } from 'vitest';
import { createDisplay, profileOf } from '../../src/client/ui/display.ts';

function root() {
  const properties = new Map<string, string>();
  return {
    dataset: {} as { profile?: string; size?: string; fit?: string },
    style: { setProperty: (name: string, value: string) => void properties.set(name, value) },
    properties,
  };
}

test.each([
  [1280, 800, 'p1'],
  [1340, 800, 'p1'],
  [1599, 900, 'p1'],
  [1600, 900, 'p2'],
  [1920, 1080, 'p2'],
  [800, 1280, 'p3'],
  [1080, 1920, 'p3'],
])('%i by %i is profile %s', (width, height, profile) => {
  expect(profileOf({ width, height })).toBe(profile);
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
