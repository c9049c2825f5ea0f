// What the kiosk never asks of a hand or a browser: another gesture than the tap, or the dates of the browser.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const CLIENT = join(import.meta.dirname, '../../src/client');
const forResidents = readdirSync(CLIENT, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.(tsx?|css)$/.test(path) && !/(^|\/)staff|^style-guide|locales\//.test(path))
  .map((path) => ({ path, source: readFileSync(join(CLIENT, path), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '') }));

const linesWith = (pattern: RegExp): readonly string[] =>
  forResidents.flatMap(({ path, source }) =>
    source.split('\n').flatMap((line) => (pattern.test(line) ? [`${path}: ${line.trim()}`] : [])),
  );

test('UX 10: nothing listens for a swipe, a pinch, a second tap, a long press or a hovering finger', () => {
  expect(forResidents.length).toBeGreaterThan(150);
  const gestures =
    /['"](touch\w+|gesture\w+|wheel|scroll|dblclick|mouse\w+|pointer(enter|leave|over|out)|drag|dragend|dragover|drop)['"]/;
  expect(linesWith(gestures)).toEqual([]);
  expect(linesWith(/\bon(Touch|Gesture|Wheel|Scroll|DblClick|Mouse|PointerEnter|PointerLeave|Drag|Drop)\w*=/)).toEqual(
    [],
  );
  expect(linesWith(/:hover/)).toEqual([]);
});

test('UX 47: no day, month or hour is put into words by the browser', () => {
  expect(linesWith(/\.format(ToParts|Range)?\(|RelativeTimeFormat|toLocale(Date|Time)?String/)).toEqual([]);
});
