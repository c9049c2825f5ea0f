/** The routes by which the team gets in, and tablets do, in words. Refuses to repeat a schema. */
import {
  always,
  badBody,
  jsonBody,
  jsonResponse,
  noFullManager,
  noManager,
  OPEN,
  problems,
  STAFF,
  TABLET,
} from './openapi-parts.ts';

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
