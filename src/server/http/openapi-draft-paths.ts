/** The routes by which a begun form is kept, in words. Refuses to repeat a schema. */
import { always, badBody, jsonBody, jsonResponse, noManager, problems, STAFF } from './openapi-parts.ts';

export function draftPaths() {
  return {
    '/api/drafts': {
      get: {
        operationId: 'listDrafts',
        summary: 'What the one who asks began to fill in during the last three days.',
        description: '403 notAllowed: the operator has none.',
        security: STAFF,
        responses: { 200: jsonResponse('Their own alone.', 'Drafts'), ...problems([...noManager, ...always]) },
      },
      post: {
        operationId: 'keepDraft',
        summary: 'Keeps a form somebody began, or takes it away where the value is null.',
        description: 'At most 32 KB, and 20 of each account. 403 notAllowed: it is of somebody else.',
        security: STAFF,
        requestBody: jsonBody('DraftRequest'),
        responses: {
          204: { description: 'Kept, or gone.' },
          ...problems([
            ...noManager,
            ...badBody.filter((code) => code !== 'bodyTooLarge'),
            'requestMalformed',
            'draftTooLarge',
            'tooManyDrafts',
            ...always,
          ]),
        },
      },
    },
  };
}
