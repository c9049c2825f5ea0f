/**
 * Writes a picture of a screen with as many colours as it has use for, in well under half the bytes: what is between two
 * colours at the edge of a letter becomes the nearest of those kept. Refuses every PNG but those a browser makes.
 */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
const COLOURS = 128;
const [RGB, INDEXED, RGBA] = [2, 3, 6];

interface Picture {
  readonly width: number;
  readonly height: number;
  /** A colour a pixel, as 0xRRGGBB, row by row. */
  readonly pixels: Uint32Array;
}

/** The same picture in a palette; the bytes themselves when it is in one. Nothing on a screen is see-through. */
export function shrunk(png: Buffer): Buffer {
  const chunks = chunksOf(png);
  if (chunks.find(({ type }) => type === 'IHDR')?.data[9] === INDEXED) return png;
  return encode(decode(chunks));
}

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

function chunksOf(png: Buffer): readonly Chunk[] {
  if (!png.subarray(0, 8).equals(SIGNATURE)) throw new Error('this is no PNG');
  const chunks: Chunk[] = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}

function decode(chunks: readonly Chunk[]): Picture {
  const head = chunks.find(({ type }) => type === 'IHDR')?.data;
  const [depth, kind] = [head?.[8], head?.[9]];
  if (head === undefined || depth !== 8 || (kind !== RGB && kind !== RGBA)) throw new Error('no browser made this PNG');
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const size = kind === RGB ? 3 : 4;
  const raw = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)));
  const pixels = new Uint32Array(width * height);
  let above: Uint8Array = new Uint8Array(width * size);
  for (let y = 0; y < height; y += 1) {
    const start = y * (width * size + 1);
    const row = unfiltered(raw.subarray(start + 1, start + 1 + width * size), { filter: raw[start] ?? 0, above, size });
    for (let x = 0; x < width; x += 1) {
      const [r = 0, g = 0, b = 0] = row.subarray(x * size, x * size + 3);
      pixels[y * width + x] = (r << 16) | (g << 8) | b;
    }
    above = row;
  }
  return { width, height, pixels };
}

interface Filtered {
  readonly filter: number;
  readonly above: Uint8Array;
  /** Bytes of a pixel. */
  readonly size: number;
}

/** PNG 1.2, section 6. */
function unfiltered(line: Uint8Array, { above, filter, size }: Filtered): Uint8Array {
  const row = new Uint8Array(line.length);
  for (let at = 0; at < line.length; at += 1) {
    const left = row[at - size] ?? 0;
    const up = above[at] ?? 0;
    const guess = [0, left, up, (left + up) >> 1][filter] ?? paeth(left, up, at < size ? 0 : (above[at - size] ?? 0));
    row[at] = (line[at] ?? 0) + guess;
  }
  return row;
}

function paeth(left: number, up: number, corner: number): number {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

/** The colours with most pixels. */
function paletteOf(pixels: Uint32Array): readonly number[] {
  const counts = new Map<number, number>();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || a - b)
    .slice(0, COLOURS)
    .map(([colour]) => colour);
}

function apart(a: number, b: number): number {
  const [r, g, blue] = [(a >> 16) - (b >> 16), ((a >> 8) & 255) - ((b >> 8) & 255), (a & 255) - (b & 255)];
  return r * r + g * g + blue * blue;
}

function encode({ height, pixels, width }: Picture): Buffer {
  const palette = paletteOf(pixels);
  const places = new Map(palette.map((colour, place) => [colour, place]));
  const placeOf = (colour: number): number => {
    let place = places.get(colour);
    if (place === undefined) {
      place = palette.reduce(
        (best, each, at) => (apart(each, colour) < apart(palette[best] ?? 0, colour) ? at : best),
        0,
      );
      places.set(colour, place);
    }
    return place;
  };
  const raw = Buffer.alloc((width + 1) * height);
  pixels.forEach((colour, at) => {
    raw[at + Math.floor(at / width) + 1] = placeOf(colour);
  });
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, INDEXED], 8);
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  const lines = deflateSync(raw, { level: 9, memLevel: 9 });
  return Buffer.concat([
    SIGNATURE,
    ...[
      { type: 'IHDR', data: head },
      { type: 'PLTE', data: colours },
      { type: 'IDAT', data: lines },
      { type: 'IEND', data: Buffer.alloc(0) },
    ].map(written),
  ]);
}

function written({ data, type }: Chunk): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}
