// Every pictogram is drawn on the 48 grid, by one hand, and under one name.
import { expect, test } from 'vitest';
import { activityPictograms } from '../../src/client/ui/pictograms/activity-pictograms.ts';
import { controlPictograms } from '../../src/client/ui/pictograms/control-pictograms.ts';
import { housePictograms } from '../../src/client/ui/pictograms/house-pictograms.ts';
import { laterPictograms } from '../../src/client/ui/pictograms/later-pictograms.ts';
import { isPictogramName } from '../../src/client/ui/pictograms/Pictogram.tsx';
import { scooterPictograms } from '../../src/client/ui/pictograms/scooter-pictograms.ts';
import type { Shape } from '../../src/client/ui/pictograms/shape.ts';

const files: readonly Readonly<Record<string, readonly Shape[]>>[] = [
  activityPictograms,
  controlPictograms,
  housePictograms,
  laterPictograms,
  scooterPictograms,
];
const all = files.flatMap((file) => Object.entries(file));

test('no name is drawn twice', () => {
  const names = all.map(([name]) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThanOrEqual(60);
});

test.each(all)('%s stays on its grid', (_name, shapes) => {
  expect(shapes.length).toBeGreaterThan(0);
  for (const shape of shapes) {
    if (shape.length === 2) expect(shape[1]).toMatch(/^M[\d.,\sa-zA-Z-]+$/);
    else for (const value of shape.slice(1) as readonly number[]) expect(value).toBeGreaterThanOrEqual(0);
    if (shape.length === 4) {
      const [, x, y, radius] = shape;
      expect(Math.min(x, y) - radius).toBeGreaterThanOrEqual(0);
      expect(Math.max(x, y) + radius).toBeLessThanOrEqual(48);
    }
  }
});

test('a name from a file is only believed when it is drawn', () => {
  expect(isPictogramName('coffee')).toBe(true);
  expect(isPictogramName('scooter')).toBe(true);
  expect(isPictogramName('alarm')).toBe(false);
  expect(isPictogramName('toString')).toBe(false);
});
