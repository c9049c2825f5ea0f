/** The first bytes of pictures as their standards have them, of any size one likes; nothing in them is an image. */
const text = (words: string): number[] => [...words].map((letter) => letter.charCodeAt(0));
const big = (value: number, bytes: number): number[] =>
  Array.from({ length: bytes }, (_, i) => Math.floor(value / 256 ** (bytes - 1 - i)) % 256);
const little = (value: number, bytes: number): number[] => big(value, bytes).reverse();

export const pngBytes = (width: number, height: number): Uint8Array =>
  new Uint8Array([
    0x89,
    ...text('PNG\r\n\x1a\n'),
    ...big(13, 4),
    ...text('IHDR'),
    ...big(width, 4),
    ...big(height, 4),
    8,
    2,
    0,
    0,
    0,
  ]);

/** With an EXIF part before the frame, as cameras make them. */
export const jpegBytes = (width: number, height: number, after: readonly number[] = []): Uint8Array =>
  new Uint8Array([
    ...[0xff, 0xd8, 0xff, 0xe1, 0, 8, ...text('Exif\0\0')],
    ...[0xff, 0xdb, 0, 4, 0, 0],
    ...[0xff, 0xc0, 0, 17, 8, ...big(height, 2), ...big(width, 2), 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1],
    ...after,
  ]);

export const webpBytes = (width: number, height: number, kind: 'VP8 ' | 'VP8L' | 'VP8X'): Uint8Array => {
  const head = [...text('RIFF'), ...little(100, 4), ...text('WEBP'), ...text(kind), ...little(10, 4)];
  if (kind === 'VP8 ')
    return new Uint8Array([...head, 0, 0, 0, 0x9d, 0x01, 0x2a, ...little(width, 2), ...little(height, 2)]);
  if (kind === 'VP8X') return new Uint8Array([...head, 0, 0, 0, 0, ...little(width - 1, 3), ...little(height - 1, 3)]);
  return new Uint8Array([...head, 0x2f, ...little((width - 1) | ((height - 1) << 14), 4)]);
};
