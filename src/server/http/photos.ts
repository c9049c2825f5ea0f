/**
 * `/api/photos`: keeps a photo for an announcement, and shows it as nothing but a photo. Refuses what does not begin like a
 * JPEG or a WebP, what is larger than a tablet needs, and to let a browser guess at its type.
 */
import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { LARGEST_PHOTO, LONGEST_SIDE, pictureFile } from '../../domain/picture-file.ts';
import type { Instant } from '../../domain/time.ts';
import type { House } from '../house.ts';
import { photoRequestSchema } from './messages.ts';
import { refuse } from './problems.ts';
import { KILOBYTE, readJson } from './request-body.ts';
import type { HouseContext } from './sender.ts';

export interface PhotosDeps {
  readonly house: House;
  readonly now: () => Instant;
}

/** Base64 is a third longer than what it stands for. */
const LARGEST_BODY = Math.ceil((LARGEST_PHOTO * 4) / 3) + KILOBYTE;

/** `POST /api/photos`, for managers: 201 with the id to name it by. */
export function createAddPhotoRoute({ house, now }: PhotosDeps): (c: HouseContext) => Promise<Response> {
  return async (c) => {
    const body = await readJson(c.env.incoming, LARGEST_BODY);
    if (!body.ok) return refuse(body.error);
    const asked = v.safeParse(photoRequestSchema, body.value);
    if (!asked.success) return refuse('requestMalformed');
    const bytes = Buffer.from(asked.output.base64, 'base64');
    if (bytes.length > LARGEST_PHOTO) return refuse('bodyTooLarge');
    const file = pictureFile(bytes);
    if (file === null || file.kind === 'png' || Math.max(file.width, file.height) > LONGEST_SIDE)
      return refuse('photoUnfit');
    const [id, { locationId }] = [randomUUID(), house.authority];
    await house.store.addPhoto({ locationId, id, type: file.kind, base64: bytes.toString('base64') }, now());
    return new Response(JSON.stringify({ id }), {
      status: 201,
      headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    });
  };
}

/** `GET /api/photos/:id`, for tablets and who is signed in. A photo never changes: another one has another id. */
export function createPhotoRoute({ house }: Pick<PhotosDeps, 'house'>): (c: HouseContext) => Promise<Response> {
  return async (c) => {
    const found = await house.store.findPhoto(house.authority.locationId, c.req.param('id') ?? '');
    if (found === null) return refuse('photoUnknown');
    return new Response(new Uint8Array(Buffer.from(found.base64, 'base64')), {
      headers: {
        'content-type': `image/${found.type}`,
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
        'cross-origin-resource-policy': 'same-origin',
        'content-disposition': `inline; filename="foto.${found.type}"`,
        'cache-control': 'private, max-age=31536000, immutable',
      },
    });
  };
}
