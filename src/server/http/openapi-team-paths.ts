/** The routes by which the team gets in, and tablets do, in words. Refuses to repeat a schema. */
import {
  always,
  badBody,
  jsonBody,
  jsonResponse,
  noDevice,
  noFullManager,
  noManager,
  noStaff,
  OPEN,
  problems,
  STAFF,
  TABLET,
} from './openapi-parts.ts';

const flat = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };

const calendarFile = { description: 'RFC 5545.', content: { 'text/calendar': { schema: { type: 'string' } } } };

export function teamPaths() {
  return {
    '/api/staff-secrets': {
      get: {
        operationId: 'listStaffSecrets',
        summary: 'Which ways in each of the team has.',
        security: STAFF,
        responses: {
          200: jsonResponse('Never what they are.', 'StaffSecrets'),
          ...problems([...noManager, ...always]),
        },
      },
      post: {
        operationId: 'setStaffSecret',
        summary: 'Gives somebody of the team a code, a password or a card, or takes it away.',
        description:
          'Managers for volunteers and themselves, admins for everybody; a password everybody for themselves.',
        security: STAFF,
        requestBody: jsonBody('StaffSecretRequest'),
        responses: {
          200: jsonResponse('The new code, shown this once.', 'StaffCode'),
          204: { description: 'Done.' },
          ...problems([
            ...noFullManager,
            ...badBody,
            'requestMalformed',
            'staffUnknown',
            'passwordWeak',
            'userNameTaken',
            'cardTaken',
            'tooManyTries',
            ...always,
          ]),
        },
      },
    },
    '/api/devices/codes': {
      post: {
        operationId: 'makeDeviceCode',
        summary: 'A code that makes a tablet one of the house, once, within ten minutes.',
        security: STAFF,
        requestBody: { required: true, content: { 'application/json': { schema: {} } } },
        responses: {
          201: jsonResponse('What to type at the tablet.', 'DeviceCode'),
          ...problems([...noFullManager, ...badBody, ...always]),
        },
      },
    },
    '/api/devices/enrol': {
      post: {
        operationId: 'enrol',
        summary: 'Makes this browser a tablet of the house, by such a code.',
        security: OPEN,
        requestBody: jsonBody('EnrolRequest'),
        responses: {
          204: {
            description: 'Enrolled.',
            headers: { 'Set-Cookie': { description: 'The device, for 400 days.', schema: { type: 'string' } } },
          },
          ...problems([...badBody, 'requestMalformed', 'codeUnknown', 'tooManyTries', ...always]),
        },
      },
    },
    '/api/calendar-links': {
      post: {
        operationId: 'addCalendarLink',
        summary: 'A new address under which calendar programs read the programme, of the house or of a room.',
        description: 'The address is /calendar/<id of the new row>.ics; it works until it is withdrawn.',
        security: STAFF,
        requestBody: jsonBody('CalendarLinkRequest'),
        responses: {
          200: jsonResponse('Accepted or refused, as any command.', 'Answer'),
          ...problems([...noManager, ...badBody, 'requestMalformed', ...always]),
        },
      },
    },
    '/api/exports/programme.ics': {
      get: {
        operationId: 'exportProgramme',
        summary: 'The programme as a calendar that another Huiskamer reads whole.',
        security: STAFF,
        responses: { 200: calendarFile, ...problems([...noManager, ...always]) },
      },
    },
    '/calendar/{link}.ics': {
      get: {
        operationId: 'readCalendar',
        summary: 'The programme for calendar programs, without names.',
        security: OPEN,
        parameters: [{ name: 'link', in: 'path', required: true, schema: { type: 'string' } }],
        responses: {
          200: calendarFile,
          304: { description: 'As it was.' },
          ...problems(['notFound', ...always]),
        },
      },
    },
    '/api/flats': {
      get: {
        operationId: 'listFlats',
        summary: 'The other flats of this server at which this name and password are an account too.',
        security: STAFF,
        responses: { 200: jsonResponse('They are.', 'Flats'), ...problems([...noStaff, ...always]) },
      },
    },
    '/api/flats/{id}/link': {
      post: {
        operationId: 'goToFlat',
        summary: 'An address that signs in there, once, within a minute.',
        security: STAFF,
        parameters: [flat],
        responses: {
          201: jsonResponse('To open.', 'FlatLink'),
          ...problems([...noStaff, 'passwordNeeded', 'originForeign', 'flatUnknown', ...always]),
        },
      },
    },
    '/api/flats/{id}/commands': {
      post: {
        operationId: 'copyToFlat',
        summary: 'A copy of something, new there: judged there, as their account there.',
        security: STAFF,
        parameters: [flat],
        requestBody: jsonBody('Envelope'),
        responses: {
          200: jsonResponse('Accepted or refused, as any command.', 'Answer'),
          ...problems([...noFullManager, ...badBody, 'commandMalformed', 'flatUnknown', ...always]),
        },
      },
    },
    '/api/heartbeats': {
      post: {
        operationId: 'noteHeartbeat',
        summary: 'A tablet tells how it is, once a minute; the last word is kept.',
        security: TABLET,
        requestBody: jsonBody('Heartbeat'),
        responses: {
          204: { description: 'It is known.' },
          ...problems([...noDevice, ...badBody, 'requestMalformed', ...always]),
        },
      },
    },
    '/api/devices/unsent': {
      post: {
        operationId: 'reportUnsent',
        summary: 'A tablet that was put out says which commands it never brought, before it forgets them.',
        security: TABLET,
        requestBody: jsonBody('UnsentRequest'),
        responses: {
          204: { description: 'Written in the log.' },
          ...problems([...badBody, 'requestMalformed', 'deviceUnknown', 'tooManyTries', ...always]),
        },
      },
    },
    '/api/devices/{id}': {
      delete: {
        operationId: 'revokeDevice',
        summary: 'Puts a tablet out.',
        security: STAFF,
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
        responses: {
          204: { description: 'It is out.' },
          ...problems([...noFullManager, 'originForeign', 'deviceNotFound', ...always]),
        },
      },
    },
  };
}
