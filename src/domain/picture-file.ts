/**
 * What a file says in its first bytes it is: JPEG, PNG or WebP, and how large it will be once unpacked. Refuses every
 * other kind, so that a drawing with a script in it, or a small file that unpacks to gigabytes, is known before anybody
 * decodes it. Sources: ITU-T T.81 annex B, PNG 3rd edition §5 and §11.2.1, RFC 9649 §2.
 */
export type PictureKind = 'jpeg' | 'png' | 'webp';

export interface PictureFile {
  readonly kind: PictureKind;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** Bytes a kept photo may have, and pixels along its longer side. */
export const LARGEST_PHOTO = 400 * 1024;
export const LONGEST_SIDE = 2_000;

/** Null where these are not the first bytes of a picture we know. */
export function pictureFile(bytes: Uint8Array): PictureFile | null {
  const found = jpeg(bytes) ?? png(bytes) ?? webp(bytes);
  return found === null || found.width < 1 || found.height < 1 ? null : found;
}

const at = (bytes: Uint8Array, index: number): number => bytes[index] ?? 0;
const two = (bytes: Uint8Array, index: number): number => at(bytes, index) * 256 + at(bytes, index + 1);
const four = (bytes: Uint8Array, index: number): number => two(bytes, index) * 65_536 + two(bytes, index + 2);
const little = (bytes: Uint8Array, index: number): number => at(bytes, index) + at(bytes, index + 1) * 256;
const says = (bytes: Uint8Array, index: number, text: string): boolean =>
  [...text].every((letter, i) => at(bytes, index + i) === letter.charCodeAt(0));

function png(bytes: Uint8Array): PictureFile | null {
  if (!says(bytes, 0, '\u0089PNG\r\n\u001a\n') || !says(bytes, 12, 'IHDR')) return null;
  return { kind: 'png', width: four(bytes, 16), height: four(bytes, 20) };
}

function jpeg(bytes: Uint8Array): PictureFile | null {
  if (two(bytes, 0) !== 0xffd8) return null;
  let index = 2;
  while (index + 9 < bytes.length && at(bytes, index) === 0xff) {
    const marker = at(bytes, index + 1);
    // Start of frame, of any process; C4, C8 and CC are tables.
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { kind: 'jpeg', height: two(bytes, index + 5), width: two(bytes, index + 7) };
    index += marker === 0xff ? 1 : 2 + Math.max(2, two(bytes, index + 2));
  }
  return null;
}

function webp(bytes: Uint8Array): PictureFile | null {
  if (!says(bytes, 0, 'RIFF') || !says(bytes, 8, 'WEBP')) return null;
  if (says(bytes, 12, 'VP8 ') && says(bytes, 23, '\u009d\u0001\u002a'))
    return { kind: 'webp', width: little(bytes, 26) & 0x3fff, height: little(bytes, 28) & 0x3fff };
  if (says(bytes, 12, 'VP8L') && at(bytes, 20) === 0x2f) {
    const [a, b, c, d] = [at(bytes, 21), at(bytes, 22), at(bytes, 23), at(bytes, 24)];
    return {
      kind: 'webp',
      width: 1 + (((b & 0x3f) << 8) | a),
      height: 1 + (((d & 0x0f) << 10) | (c << 2) | ((b & 0xc0) >> 6)),
    };
  }
  if (!says(bytes, 12, 'VP8X')) return null;
  const side = (index: number) => 1 + at(bytes, index) + at(bytes, index + 1) * 256 + at(bytes, index + 2) * 65_536;
  return { kind: 'webp', width: side(24), height: side(27) };
}
