/** The routes about the people of the house, in words. Refuses to repeat a schema. */
import { lists } from '../export/lists.ts';
import { always, badBody, jsonBody, jsonResponse, noFullManager, noManager, problems, STAFF } from './openapi-parts.ts';

const importing = [...noFullManager, ...badBody, 'importMalformed', ...always] as const;

export function peoplePaths() {
  return {
    '/api/resident-cards': {
      get: {
        operationId: 'listResidentCards',
        summary: 'Which residents have a card, and which a picture code.',
        security: STAFF,
        responses: {
          200: jsonResponse('Never what they are.', 'ResidentCards'),
          ...problems([...noManager, ...always]),
        },
      },
      post: {
        operationId: 'setResidentCard',
        summary: 'Gives a resident the card that was held to the reader, or takes it away.',
        security: STAFF,
        requestBody: jsonBody('ResidentCardRequest'),
        responses: {
          200: jsonResponse('Accepted or refused, as any command.', 'Answer'),
          ...problems([...noFullManager, ...badBody, 'requestMalformed', ...always]),
        },
      },
    },
    '/api/backups': {
      get: {
        operationId: 'seeBackups',
        summary: 'How the last backups went.',
        security: STAFF,
        responses: { 200: jsonResponse('Never where they are.', 'Backups'), ...problems([...noManager, ...always]) },
      },
    },
    '/api/resident-erasures': {
      post: {
        operationId: 'eraseResident',
        summary: 'Nothing of a resident stays, and no backup brings them back.',
        security: STAFF,
        requestBody: jsonBody('ResidentErasureRequest'),
        responses: {
          200: jsonResponse('Accepted or refused, as any command.', 'Answer'),
          ...problems([...noFullManager, ...badBody, 'requestMalformed', ...always]),
        },
      },
    },
    '/api/imports/preview': {
      post: {
        operationId: 'previewImport',
        summary: 'What these files would do, line by line. Nothing is done.',
        security: STAFF,
        requestBody: jsonBody('DeskImportRequest'),
        responses: { 200: jsonResponse('Line by line.', 'DeskImportResponse'), ...problems(importing) },
      },
    },
    '/api/imports': {
      post: {
        operationId: 'importFromDesk',
        summary: 'Does what the preview says, once every line that was refused is decided.',
        security: STAFF,
        requestBody: jsonBody('DeskImportRequest'),
        responses: { 200: jsonResponse('What was done, or what waits.', 'DeskImportResponse'), ...problems(importing) },
      },
    },
    ...listPaths(),
    '/api/exports/residents.csv': {
      get: {
        operationId: 'exportResidents',
        summary: 'Who lives here, as a file for a spreadsheet that the import reads back.',
        security: STAFF,
        responses: {
          200: { description: 'Without cards.', content: { 'text/csv': { schema: { type: 'string' } } } },
          ...problems([...noManager, ...always]),
        },
      },
    },
  };
}

const dateQuery = (name: 'from' | 'to') => ({
  name,
  in: 'query',
  required: false,
  schema: { type: 'string', format: 'date' },
});

/** The lists of a range of dates. */
function listPaths() {
  return Object.fromEntries(
    Object.keys(lists).map((name) => [
      `/api/exports/${name}.csv`,
      {
        get: {
          operationId: `export-${name}`,
          summary: 'What happened from one date to another, both included, as a file for a spreadsheet.',
          security: STAFF,
          parameters: [dateQuery('from'), dateQuery('to')],
          responses: {
            200: { description: 'Dutch headers.', content: { 'text/csv': { schema: { type: 'string' } } } },
            ...problems([...noManager, 'rangeMalformed', ...always]),
          },
        },
      },
    ]),
  );
}
