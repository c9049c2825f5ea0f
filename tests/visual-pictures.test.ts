// The pictures of the screens that are kept are those the walks take: none is missing, none is left over.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import config from '../playwright.config.ts';
import { allPictures } from './e2e/visual-pictures.ts';

const FOLDER = join(import.meta.dirname, 'e2e/visual');
const MOST_BYTES = 8_000_000;
const kept = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('.'));

test('every picture of a screen is kept, and no other', () => {
  expect(kept.sort()).toEqual(allPictures.map((name) => `${name}.png`).sort());
});

test('a picture that is missing is a failure and is never made in passing', () => {
  expect(config.updateSnapshots).toBe('none');
});

test('they weigh little, as every clone carries them', () => {
  const bytes = kept.reduce((sum, name) => sum + statSync(join(FOLDER, name)).size, 0);
  expect(bytes).toBeLessThan(MOST_BYTES);
});
