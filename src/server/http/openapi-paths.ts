/** Each route of the API in words, with what it takes, gives and can refuse. Refuses to repeat a schema. */
import { LONGEST_BATCH } from '../../domain/protocol.ts';
import { announcementPaths } from './openapi-announcement-paths.ts';
import { draftPaths } from './openapi-draft-paths.ts';
import {
  always,
  asStaff,
  badBody,
  DEVICE,
  jsonBody,
  jsonResponse,
  KNOWN,
  noDevice,
  noManager,
  noStaff,
  OPEN,
  OPERATOR,
  problems,
  refTo,
  STAFF,
} from './openapi-parts.ts';
import { peoplePaths } from './openapi-people-paths.ts';
import { teamPaths } from './openapi-team-paths.ts';

/** The `paths` of the document. */
export function paths() {
  return {
    '/api/commands': {
      post: {
        operationId: 'sendCommands',
        summary: 'Sends one command, or a batch in order.',
        description: `At most ${LONGEST_BATCH} in a batch and 256 KB. The same id again gets the first answer again. In a batch what is wrong with one command is the answer to that one.`,
        security: KNOWN,
        requestBody: jsonBody('CommandsRequest'),
        responses: {
          200: jsonResponse(
            'What became of each: accepted or refused, and in a batch also a problem.',
            'CommandsResponse',
          ),
          ...problems([...noDevice, ...badBody, 'batchTooLong', 'commandMalformed', 'commandIdReused', ...always]),
        },
      },
    },
    '/api/board': {
      get: {
        operationId: 'readBoard',
        summary: 'The whole board as a shared screen may know it, or staff.',
        security: KNOWN,
        parameters: [asStaff, { name: 'If-None-Match', in: 'header', required: false, schema: { type: 'string' } }],
        responses: {
          200: jsonResponse('A snapshot: the feed goes on after its epoch and version.', 'Snapshot'),
          304: { description: 'The board is still the one with this ETag.' },
          ...problems([...noDevice, 'requestMalformed', ...always]),
        },
      },
    },
    '/api/changes': {
      get: {
        operationId: 'followChanges',
        summary: 'What is judged after a cursor, as it happens.',
        description:
          'Each event has `id: epoch:version` and as `data` one FeedEntry. A comment every 15 seconds says the line is alive. A reader that is a megabyte behind is cut.',
        security: KNOWN,
        parameters: [
          asStaff,
          {
            name: 'after',
            in: 'query',
            required: true,
            schema: { type: 'string', pattern: '^[0-9a-z]{8,40}:\\d{1,15}$' },
          },
        ],
        responses: {
          200: {
            description: 'An event stream without end.',
            content: { 'text/event-stream': { schema: { type: 'string' } } },
          },
          ...problems([...noDevice, 'cursorMalformed', 'requestMalformed', ...always]),
          410: {
            description: 'cursorGone: another epoch, the future, or older than what is kept; deviceRevoked.',
            content: { 'application/problem+json': { schema: { anyOf: [refTo('CursorGone'), refTo('Problem')] } } },
          },
        },
      },
    },
    '/api/identify': {
      post: {
        operationId: 'identify',
        summary: 'Whose card or picture code is this?',
        description:
          'A picture code that was wrong five times in a row rests for that resident at that tablet; too many wrong ones in an hour rest all codes of the tablet or the house.',
        security: DEVICE,
        requestBody: jsonBody('IdentifyRequest'),
        responses: {
          200: jsonResponse('The resident, and a token for the commands of this visit.', 'IdentifyResponse'),
          ...problems([
            ...noDevice,
            ...badBody,
            'requestMalformed',
            'cardUnknown',
            'tooManyTries',
            'codeWrong',
            'codeRests',
            ...always,
          ]),
        },
      },
    },
    '/api/picture-codes': {
      post: {
        operationId: 'setPictureCode',
        summary: 'Sets the picture code of a resident, or takes it away.',
        security: STAFF,
        requestBody: jsonBody('PictureCodeRequest'),
        responses: {
          200: jsonResponse('Accepted or refused, as any command.', 'Answer'),
          ...problems([...noStaff, 'passwordNeeded', ...badBody, 'requestMalformed', ...always]),
        },
      },
    },
    '/api/sessions': {
      post: {
        operationId: 'signIn',
        summary: 'Signs somebody of the team in: by a link, six digits or a card at a tablet, or a password.',
        description:
          'Five wrong codes in a row rest that person at that tablet; ten in an hour that person everywhere, twenty all codes of the tablet. After five wrong passwords for a name or from an address each next one waits twice as long. 403 deviceUnknown: digits and cards are for tablets of the house.',
        security: OPEN,
        requestBody: jsonBody('SessionRequest'),
        responses: {
          200: {
            ...jsonResponse('Who is signed in now.', 'SessionResponse'),
            headers: { 'Set-Cookie': { description: 'The session.', schema: { type: 'string' } } },
          },
          ...problems([
            ...badBody,
            'requestMalformed',
            'linkUnknown',
            'signInWrong',
            'tooManyTries',
            'deviceRevoked',
            ...always,
          ]),
        },
      },
      get: {
        operationId: 'whoIsSignedIn',
        summary: 'Who is signed in at this browser.',
        security: STAFF,
        responses: { 200: jsonResponse('They are.', 'SessionResponse'), ...problems([...noStaff, ...always]) },
      },
      delete: {
        operationId: 'signOut',
        summary: 'Ends the session of this browser.',
        security: OPEN,
        responses: { 204: { description: 'Nobody is signed in.' }, ...problems(['originForeign', ...always]) },
      },
    },
    '/api/sessions/links': {
      post: {
        operationId: 'makeLink',
        summary: 'A link that signs somebody of the team in, once, within ten minutes.',
        description: 'With a role, somebody who is not on the team yet comes on it.',
        security: OPERATOR,
        requestBody: jsonBody('LinkRequest'),
        responses: {
          201: jsonResponse('The path to open.', 'LinkResponse'),
          ...problems(['operatorUnknown', ...badBody, 'requestMalformed', 'staffUnknown', ...always]),
        },
      },
    },
    ...teamPaths(),
    ...peoplePaths(),
    ...announcementPaths(),
    ...draftPaths(),
    '/api/devices': {
      get: {
        operationId: 'listDevices',
        summary: 'The tablets of the house, the newest first.',
        security: STAFF,
        responses: { 200: jsonResponse('They are.', 'Devices'), ...problems([...noManager, ...always]) },
      },
      post: {
        operationId: 'addDevice',
        summary: 'Enrols a tablet.',
        security: OPERATOR,
        requestBody: jsonBody('DeviceRequest'),
        responses: {
          201: jsonResponse('The device and, this once, its cookie.', 'DeviceResponse'),
          ...problems(['operatorUnknown', ...badBody, 'requestMalformed', ...always]),
        },
      },
    },
    '/api/devices/demonstration': {
      post: {
        operationId: 'enrolForDemonstration',
        summary: 'Enrols this browser, in a demonstration and from the same computer only.',
        security: OPEN,
        requestBody: { required: true, content: { 'application/json': { schema: {} } } },
        responses: {
          204: {
            description: 'Enrolled, or enrolled already.',
            headers: { 'Set-Cookie': { description: 'The device, for 400 days.', schema: { type: 'string' } } },
          },
          ...problems([...badBody, 'notADemonstration', 'tooManyTries', ...always]),
        },
      },
    },
    '/api/import': {
      post: {
        operationId: 'importFiles',
        summary: 'Imports residents, programme, scooters, staff and menu from files.',
        security: OPERATOR,
        requestBody: jsonBody('ImportRequest'),
        responses: {
          200: jsonResponse('What was imported and what could not be read, in Dutch.', 'ImportResponse'),
          ...problems(['operatorUnknown', ...badBody, 'importMalformed', ...always]),
        },
      },
    },
    '/api/health': {
      get: {
        operationId: 'readHealth',
        summary: 'Whether it runs and can write.',
        security: [{}, { operator: [] }],
        responses: { 200: jsonResponse('It does.', 'Health'), ...problems(['operatorUnknown', ...always]) },
      },
    },
    '/api/openapi.json': {
      get: {
        operationId: 'readDescription',
        summary: 'This document.',
        security: OPEN,
        responses: {
          200: { description: 'This document.', content: { 'application/json': { schema: { type: 'object' } } } },
          ...problems(always),
        },
      },
    },
  };
}
