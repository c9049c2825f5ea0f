/**
 * Makes of a file a photo a tablet can show: decoded and encoded again, so that nothing but its pixels is left, and small.
 * Refuses what is no picture, and what is larger unpacked than this computer should try.
 */
import { LARGEST_PHOTO, pictureFile } from '../../domain/picture-file.ts';

/** `tooLarge` to unpack · `unfit` no picture, or one this browser cannot read. */
export type Photo =
  | { readonly type: 'photo'; readonly base64: string }
  | { readonly type: 'tooLarge' }
  | { readonly type: 'unfit' };

const MOST_BYTES = 20 * 1024 * 1024;
/** Twelve thousand by five thousand is more than a phone takes. */
const MOST_PIXELS = 60_000_000;
const SIDE = 1_280;
const HEAD = 256 * 1024;

export async function photoOf(file: Blob): Promise<Photo> {
  if (file.size > MOST_BYTES) return { type: 'tooLarge' };
  const head = pictureFile(new Uint8Array(await file.slice(0, HEAD).arrayBuffer()));
  if (head === null) return { type: 'unfit' };
  if (head.width * head.height > MOST_PIXELS) return { type: 'tooLarge' };
  try {
    // A type of our own, so that nothing else is made of it than its first bytes say.
    const bitmap = await createImageBitmap(new Blob([file], { type: `image/${head.kind}` }));
    for (const side of [SIDE, SIDE / 2])
      for (const quality of [0.82, 0.6]) {
        const blob = await drawn(bitmap, side, quality);
        if (blob.size <= LARGEST_PHOTO) return { type: 'photo', base64: await base64Of(blob) };
      }
    return { type: 'tooLarge' };
  } catch {
    return { type: 'unfit' };
  }
}

function drawn(bitmap: ImageBitmap, side: number, quality: number): Promise<Blob> {
  const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(bitmap.width * scale)),
    Math.max(1, Math.round(bitmap.height * scale)),
  );
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return canvas.convertToBlob({ type: 'image/webp', quality });
}

async function base64Of(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(text);
}
