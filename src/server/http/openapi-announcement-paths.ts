/** The routes announcements need beside commands, in words. Refuses to repeat a schema. */
import {
  always,
  badBody,
  DEVICE,
  jsonBody,
  jsonResponse,
  KNOWN,
  noDevice,
  noManager,
  problems,
  STAFF,
} from './openapi-parts.ts';

const PHOTO = { schema: { type: 'string', format: 'binary' } };

export function announcementPaths() {
  return {
    '/api/photos': {
      post: {
        operationId: 'addPhoto',
        summary: 'Keeps a photo for an announcement: a JPEG or a WebP of at most 400 KB and 2000 pixels.',
        security: STAFF,
        requestBody: jsonBody('PhotoRequest'),
        responses: {
          201: jsonResponse('What to name it by.', 'PhotoResponse'),
          ...problems([...noManager, ...badBody, 'requestMalformed', 'photoUnfit', ...always]),
        },
      },
    },
    '/api/photos/{id}': {
      get: {
        operationId: 'readPhoto',
        summary: 'A photo of an announcement.',
        security: KNOWN,
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }],
        responses: {
          200: {
            description: 'Always an image, whatever is in it.',
            content: { 'image/jpeg': PHOTO, 'image/webp': PHOTO },
          },
          ...problems([...noDevice, 'photoUnknown', ...always]),
        },
      },
    },
    '/api/device': {
      get: {
        operationId: 'whichTablet',
        summary: 'Which tablet of the house asks.',
        security: DEVICE,
        responses: {
          200: jsonResponse('The tablet of the cookie.', 'WhichDevice'),
          ...problems([...noDevice, ...always]),
        },
      },
    },
    '/api/showings': {
      post: {
        operationId: 'noteShowing',
        summary: 'A tablet says that it shows an alarm; the first time is written down.',
        security: DEVICE,
        requestBody: jsonBody('ShowingRequest'),
        responses: {
          204: { description: 'It is known.' },
          ...problems([...noDevice, ...badBody, 'requestMalformed', 'announcementUnknown', ...always]),
        },
      },
    },
  };
}
