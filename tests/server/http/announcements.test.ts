// Photos of announcements, and the word of a tablet that it shows an alarm, over the network.
import { describe, expect, test } from 'vitest';
import { LARGEST_PHOTO } from '../../../src/domain/picture-file.ts';
import { instantText } from '../../../src/domain/time.ts';
import { commandId, MORNING } from '../../support/builders.ts';
import { jpegBytes, pngBytes, webpBytes } from '../../support/picture-bytes.ts';
import { openTestHouse, type TestHouse } from './test-house.ts';

const base64 = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64');
const send = async (house: TestHouse, body: unknown, by = 'mila') =>
  house.post('/api/photos', body, { cookie: await house.signIn(by) });

describe('a photo', () => {
  test.each([
    ['a JPEG', 'image/jpeg', jpegBytes(1600, 1200)],
    ['a WebP', 'image/webp', webpBytes(1600, 1200, 'VP8 ')],
  ])('%s comes back as it was, as nothing but an image', async (_name, type, bytes) => {
    const house = await openTestHouse();
    const kept = await send(house, { base64: base64(bytes) });
    expect(kept.status).toBe(201);
    const photo = await house.get(`/api/photos/${kept.json().id}`);
    expect(photo.status).toBe(200);
    expect(photo.bytes).toEqual(Buffer.from(bytes));
    expect(photo.headers).toMatchObject({
      'content-type': type,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'cache-control': 'private, max-age=31536000, immutable',
    });
  });

  test('with a page behind its last byte is still an image', async () => {
    const house = await openTestHouse();
    const page = [...new TextEncoder().encode('<script>alert(1)</script>')];
    const { id } = (await send(house, { base64: base64(jpegBytes(10, 10, page)) })).json();
    expect((await house.get(`/api/photos/${id}`)).headers['content-type']).toBe('image/jpeg');
  });

  test.each([
    [
      'a drawing with a script',
      base64('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      'photoUnfit',
    ],
    ['a page', base64('<!doctype html><script>alert(1)</script>'), 'photoUnfit'],
    ['a PNG, which may unpack to gigabytes', base64(pngBytes(60_000, 60_000)), 'photoUnfit'],
    ['a JPEG of more pixels than a tablet needs', base64(jpegBytes(2_001, 10)), 'photoUnfit'],
    ['an address instead of bytes', 'data:image/png;base64,AAAA', 'requestMalformed'],
    ['nothing', '', 'requestMalformed'],
    [
      'more than 400 KB',
      base64(new Uint8Array([...jpegBytes(10, 10), ...new Uint8Array(LARGEST_PHOTO)])),
      'bodyTooLarge',
    ],
    ['5 MB', base64(new Uint8Array(5 * 1024 * 1024)), 'bodyTooLarge'],
  ])('%s is refused', async (_name, content, code) => {
    const house = await openTestHouse();
    expect((await send(house, { base64: content })).json().code).toBe(code);
  });

  test('is hung up by managers only, and seen by tablets and who is signed in', async () => {
    const house = await openTestHouse();
    const body = { base64: base64(jpegBytes(10, 10)) };
    expect((await house.post('/api/photos', body)).json().code).toBe('sessionUnknown');
    const path = `/api/photos/${(await send(house, body)).json().id}`;
    expect((await house.raw(path)).json().code).toBe('deviceUnknown');
    expect((await house.raw(path, { headers: { cookie: await house.signIn('mila') } })).status).toBe(200);
    expect((await house.get('/api/photos/00000000-0000-4000-8000-000000000000')).json().code).toBe('photoUnknown');
  });
});

describe('a tablet that shows an alarm', () => {
  const alarm = {
    type: 'postAnnouncement',
    level: 'alarm',
    title: 'Er is geen water',
    text: '',
    picture: null,
    acts: [],
    from: instantText(MORNING),
    until: instantText(MORNING + 3_600_000),
    deviceIds: [],
    translations: [],
  };
  const give = async (house: TestHouse) => {
    const actor = { staffId: 'mila', proof: 'session', visitId: 'v' };
    await house.operate('/api/commands', { id: commandId(1), command: alarm, tappedAt: instantText(MORNING), actor });
    return `${commandId(1)}/1`;
  };
  const proofs = (house: TestHouse) =>
    house.store.journal.flatMap(({ changes }) => changes).filter(({ type }) => type === 'showingPut');

  test('is known by its own cookie, once', async () => {
    const house = await openTestHouse();
    const announcementId = await give(house);
    expect((await house.get('/api/device')).json()).toMatchObject({ id: house.deviceId });
    expect((await house.post('/api/showings', { announcementId })).status).toBe(204);
    expect((await house.post('/api/showings', { announcementId })).status).toBe(204);
    expect(proofs(house)).toMatchObject([
      { row: { announcementId, deviceId: house.deviceId, at: instantText(MORNING) } },
    ]);
    const { version } = house.authority.state();
    expect(version).toBe(2);
  });

  test('says again that it shows other words, and never of words that are not there', async () => {
    const house = await openTestHouse();
    const announcementId = await give(house);
    await house.post('/api/showings', { announcementId });
    const early = await house.post('/api/showings', { announcementId, revision: 1 });
    expect(early.json().code).toBe('announcementUnknown');
    const actor = { staffId: 'mila', proof: 'session', visitId: 'v' };
    const command = {
      type: 'changeAnnouncement',
      announcementId,
      fields: { title: 'Er is water' },
      was: { title: alarm.title },
    };
    await house.operate('/api/commands', { id: commandId(2), command, tappedAt: instantText(MORNING), actor });
    expect((await house.post('/api/showings', { announcementId, revision: 1 })).status).toBe(204);
    // Late, of the words before.
    expect((await house.post('/api/showings', { announcementId, revision: 0 })).status).toBe(204);
    expect(proofs(house)).toMatchObject([{ row: { revision: 0 } }, { row: { revision: 1 } }]);
    expect((await house.post('/api/showings', { announcementId, revision: -1 })).json().code).toBe('requestMalformed');
  });

  test('cannot speak for another, for an alarm that is none, or without being a tablet', async () => {
    const house = await openTestHouse();
    const announcementId = await give(house);
    const other = await house.post('/api/showings', { announcementId, deviceId: 'other' });
    expect(other.json().code).toBe('requestMalformed');
    expect((await house.post('/api/showings', { announcementId: 'nobodys' })).json().code).toBe('announcementUnknown');
    const session = { cookie: await house.signIn('mila') };
    expect((await house.post('/api/showings', { announcementId }, session)).json().code).toBe('deviceUnknown');
    expect((await house.raw('/api/device', { headers: session })).json().code).toBe('deviceUnknown');
    expect(proofs(house)).toEqual([]);
  });
});
