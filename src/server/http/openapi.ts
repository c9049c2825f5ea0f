/**
 * `GET /api/openapi.json`: the routes as an OpenAPI 3.1 document, its schemas made from the same ones that check what
 * comes in. Refuses to describe a shape by hand.
 */
import { toJsonSchemaDefs } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { changeSchema } from '../../domain/changes.ts';
import { commandSchema, envelopeSchema } from '../../domain/commands.ts';
import { heartbeatSchema } from '../../domain/heartbeat.ts';
import { importPreviewSchema } from '../../domain/import-preview.ts';
import {
  answerSchema,
  feedEntrySchema,
  heardRefusalSchema,
  problemSchema,
  snapshotSchema,
} from '../../domain/protocol.ts';
import { refusalSchema } from '../../domain/refusals.ts';
import type { Config } from '../config.ts';
import { deskImportRequestSchema } from './import-messages.ts';
import {
  backupsSchema,
  calendarLinkRequestSchema,
  commandsRequestSchema,
  commandsResponseSchema,
  cursorGoneSchema,
  deviceCodeSchema,
  deviceRequestSchema,
  deviceResponseSchema,
  devicesSchema,
  draftRequestSchema,
  draftsSchema,
  enrolRequestSchema,
  flatLinkSchema,
  flatsSchema,
  healthSchema,
  identifyRequestSchema,
  identifyResponseSchema,
  importRequestSchema,
  importResponseSchema,
  linkRequestSchema,
  linkResponseSchema,
  photoRequestSchema,
  photoResponseSchema,
  pictureCodeRequestSchema,
  residentCardRequestSchema,
  residentCardsSchema,
  residentErasureRequestSchema,
  sessionRequestSchema,
  sessionResponseSchema,
  showingRequestSchema,
  staffCodeSchema,
  staffSecretRequestSchema,
  staffSecretsSchema,
  unsentRequestSchema,
  whichDeviceSchema,
} from './messages.ts';
import { paths } from './openapi-paths.ts';
import type { HouseContext } from './sender.ts';

/** Its names and no more: what all of them say together is more than a declaration can hold. */
const named = <Name extends string>(all: Readonly<Record<Name, v.GenericSchema>>) => all;

const schemas = named({
  Answer: answerSchema,
  CalendarLinkRequest: calendarLinkRequestSchema,
  Change: changeSchema,
  Command: commandSchema,
  CommandsRequest: commandsRequestSchema,
  CommandsResponse: commandsResponseSchema,
  CursorGone: cursorGoneSchema,
  DeviceCode: deviceCodeSchema,
  DeviceRequest: deviceRequestSchema,
  DeviceResponse: deviceResponseSchema,
  Devices: devicesSchema,
  DraftRequest: draftRequestSchema,
  Drafts: draftsSchema,
  EnrolRequest: enrolRequestSchema,
  UnsentRequest: unsentRequestSchema,
  Envelope: envelopeSchema,
  FeedEntry: feedEntrySchema,
  FlatLink: flatLinkSchema,
  Flats: flatsSchema,
  Health: healthSchema,
  IdentifyRequest: identifyRequestSchema,
  IdentifyResponse: identifyResponseSchema,
  DeskImportRequest: deskImportRequestSchema,
  DeskImportResponse: importPreviewSchema,
  ResidentCardRequest: residentCardRequestSchema,
  Backups: backupsSchema,
  ResidentErasureRequest: residentErasureRequestSchema,
  ResidentCards: residentCardsSchema,
  ImportRequest: importRequestSchema,
  ImportResponse: importResponseSchema,
  LinkRequest: linkRequestSchema,
  LinkResponse: linkResponseSchema,
  PhotoRequest: photoRequestSchema,
  PhotoResponse: photoResponseSchema,
  PictureCodeRequest: pictureCodeRequestSchema,
  Problem: problemSchema,
  Refusal: heardRefusalSchema,
  SessionRequest: sessionRequestSchema,
  SessionResponse: sessionResponseSchema,
  Heartbeat: heartbeatSchema,
  ShowingRequest: showingRequestSchema,
  Snapshot: snapshotSchema,
  StaffCode: staffCodeSchema,
  StaffSecretRequest: staffSecretRequestSchema,
  StaffSecrets: staffSecretsSchema,
  WhichDevice: whichDeviceSchema,
});
export type SchemaName = keyof typeof schemas;

export function createOpenApiRoute({ version }: Pick<Config, 'version'>): (c: HouseContext) => Response {
  const text = JSON.stringify(openApiDocument(version));
  return () => new Response(text, { headers: { 'content-type': 'application/json', 'cache-control': 'no-cache' } });
}

/** The document, for this version of the program. */
export function openApiDocument(version: string) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Huiskamer',
      version,
      summary: 'Commands in, a board and its changes out.',
      description:
        'Every request other than GET carries JSON and, unless it carries the token of the server, an Origin header of this server.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: '/' }],
    paths: paths(),
    components: {
      schemas: jsonSchemas(),
      securitySchemes: {
        device: { type: 'apiKey', in: 'cookie', name: 'device', description: 'An enrolled tablet.' },
        session: { type: 'apiKey', in: 'cookie', name: 'session', description: 'Somebody of the team, signed in.' },
        operator: { type: 'http', scheme: 'bearer', description: 'The token in server.json of the data folder.' },
      },
    },
  };
}

function jsonSchemas() {
  const all = definitionsOf(schemas as unknown as Record<SchemaName, v.GenericSchema>);
  // Screens hear a refusal by its name; what there is of them is told here.
  return { ...all, ...definitionsOf({ Refusal: refusalSchema }) };
}

const definitionsOf = (definitions: Readonly<Record<string, v.GenericSchema>>) =>
  toJsonSchemaDefs(definitions, {
    target: 'draft-2020-12',
    // What JSON Schema cannot say, such as a date that does not exist, is still refused.
    errorMode: 'ignore',
    overrideRef: ({ referenceId }) => `#/components/schemas/${referenceId}`,
  });
