// What a file says it is, by its first bytes.
import { expect, test } from 'vitest';
import { pictureFile } from '../../src/domain/picture-file.ts';
import { jpegBytes, pngBytes, webpBytes } from '../support/picture-bytes.ts';

test.each([
  ['PNG', 'png', pngBytes(640, 480)],
  ['JPEG', 'jpeg', jpegBytes(640, 480)],
  ['WebP, lossy', 'webp', webpBytes(640, 480, 'VP8 ')],
  ['WebP, lossless', 'webp', webpBytes(640, 480, 'VP8L')],
  ['WebP, extended', 'webp', webpBytes(640, 480, 'VP8X')],
] as const)('%s says its kind and size', (_name, kind, bytes) => {
  expect(pictureFile(bytes)).toEqual({ kind, width: 640, height: 480 });
});

test('a small file that unpacks to gigabytes says so before anybody unpacks it', () => {
  expect(pictureFile(pngBytes(60_000, 60_000))).toEqual({ kind: 'png', width: 60_000, height: 60_000 });
});

const bytesOf = (words: string) => new TextEncoder().encode(words);
test.each([
  ['nothing', new Uint8Array()],
  ['a drawing with a script', bytesOf('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
  ['a page', bytesOf('<!doctype html><script>alert(1)</script>')],
  ['a GIF', bytesOf('GIF89a----------------------')],
  ['a PNG that is cut off', pngBytes(640, 480).subarray(0, 14)],
  ['a PNG of no size', pngBytes(0, 480)],
  ['a JPEG without a frame', new Uint8Array([0xff, 0xd8, 0xff, 0xd9])],
  ['a JPEG whose parts have no length', new Uint8Array([0xff, 0xd8, ...Array.from({ length: 4_000 }, () => 0xff)])],
])('%s is no picture', (_name, bytes) => {
  expect(pictureFile(bytes)).toBeNull();
});
