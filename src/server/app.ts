/**
 * The routes of a house, and what stands before each of them. Refuses to hold any rule: routes parse, ask and answer.
 */
import { Hono } from 'hono';
import type { Instant } from '../domain/time.ts';
import type { Config } from './config.ts';
import { StoreUnavailable } from './db/store.ts';
import { type ListName, lists } from './export/lists.ts';
import type { Feed } from './feed.ts';
import type { FirstAdmin } from './first-admin.ts';
import { createGuesses } from './guesses.ts';
import type { House } from './house.ts';
import { accessLog } from './http/access-log.ts';
import { createAnswered, noteAnswered } from './http/answered.ts';
import { createBackupsRoute } from './http/backups.ts';
import { createCalendarLinkRoute, createCalendarRoute, createProgrammeExportRoute } from './http/calendar-routes.ts';
import { createChangesRoute } from './http/changes.ts';
import { type ClientFiles, createClientRoute } from './http/client-files.ts';
import { createCommandsRoute } from './http/commands.ts';
import { createDeskImportRoute, createPreviewRoute } from './http/desk-import.ts';
import {
  createDeviceCodeRoute,
  createDeviceListRoute,
  createEnrolRoute,
  createRevokeRoute,
} from './http/device-routes.ts';
import { createDraftsRoute, createKeepDraftRoute } from './http/drafts.ts';
import { createDemonstrationRoute, createDevicesRoute } from './http/enrolment.ts';
import { createListExportRoute, createResidentsExportRoute } from './http/exports.ts';
import {
  enrolledOnly,
  fullManagersOnly,
  fullStaffOnly,
  knownOnly,
  managersOnly,
  operatorOnly,
  staffOnly,
} from './http/guards.ts';
import { createHealthRoute } from './http/health.ts';
import { createHeartbeatsRoute } from './http/heartbeats.ts';
import { createIdentifyRoute } from './http/identify.ts';
import { createImportRoute, type ImportFiles } from './http/import-route.ts';
import { createLinksRoute } from './http/links.ts';
import { createOpenApiRoute } from './http/openapi.ts';
import { ownOriginOnly, thisComputerOnly } from './http/origin.ts';
import { createAddPhotoRoute, createPhotoRoute } from './http/photos.ts';
import { createPictureCodesRoute } from './http/picture-codes.ts';
import { refuse } from './http/problems.ts';
import { SenderGone } from './http/request-body.ts';
import { createResidentCardsRoute, createSetResidentCardRoute } from './http/resident-cards.ts';
import { createResidentErasuresRoute } from './http/resident-erasures.ts';
import { createFindSender, type HouseEnv } from './http/sender.ts';
import { createSignInRoute, createSignOutRoute, createWhoRoute } from './http/session-routes.ts';
import { createDeviceRoute, createShowingsRoute } from './http/showings.ts';
import { createFlatCommandsRoute, createFlatLinkRoute, createFlatsRoute } from './http/sister-routes.ts';
import { createSnapshotRoute } from './http/snapshot.ts';
import { createSetStaffSecretRoute, createStaffSecretsRoute } from './http/staff-secrets.ts';
import { createUnsentRoute } from './http/unsent.ts';
import { createNoteRest } from './lockouts.ts';
import { errorFields, type Log } from './log.ts';
import type { Passwords } from './passwords.ts';
import type { Sessions } from './sessions.ts';
import type { Sisters } from './sisters.ts';

export interface AppDeps {
  readonly house: House;
  readonly feed: Feed;
  readonly sessions: Sessions;
  readonly sisters: Sisters;
  readonly firstAdmin: FirstAdmin;
  readonly passwords: Passwords;
  readonly config: Config;
  readonly log: Log;
  readonly now: () => Instant;
  /** A demonstration: enrols its own browser, and answers this computer only. */
  readonly demo: boolean;
  readonly operatorToken: string;
  readonly clientFiles: ClientFiles;
  readonly importFiles: ImportFiles;
  readonly isStopping: () => boolean;
}

export function createApp(deps: AppDeps): Hono<HouseEnv> {
  const { house, demo, log } = deps;
  const findSender = createFindSender(deps);
  const enrolled = enrolledOnly(findSender);
  const known = knownOnly(findSender);
  const staff = staffOnly(findSender);
  const managers = managersOnly(findSender);
  const fullStaff = fullStaffOnly(findSender);
  const fullManagers = fullManagersOnly(findSender);
  const operator = operatorOnly(findSender);
  const { authority, secrets } = house;
  const noteRest = createNoteRest({ ...deps, authority });
  const answered = createAnswered();
  const guesses = createGuesses(deps);
  const routeDeps = { ...deps, guesses, authority, secrets, findSender, noteRest, answered };
  const app = new Hono<HouseEnv>();

  app.use(accessLog(log));
  if (demo) app.use(thisComputerOnly);
  app.use('/api/*', ownOriginOnly);
  app.use('/api/*', noteAnswered(answered, deps));

  app.post('/api/commands', known, createCommandsRoute(routeDeps));
  app.get('/api/board', known, createSnapshotRoute(routeDeps));
  app.get('/api/changes', known, createChangesRoute(routeDeps));
  app.post('/api/identify', enrolled, createIdentifyRoute(routeDeps));
  app.post('/api/picture-codes', fullStaff, createPictureCodesRoute(routeDeps));
  app.post('/api/sessions/links', operator, createLinksRoute(routeDeps));
  app.post('/api/sessions', createSignInRoute(routeDeps));
  app.get('/api/sessions', staff, createWhoRoute());
  app.delete('/api/sessions', createSignOutRoute(routeDeps));
  app.get('/api/staff-secrets', managers, createStaffSecretsRoute(routeDeps));
  app.post('/api/staff-secrets', fullStaff, createSetStaffSecretRoute(routeDeps));
  app.post('/api/devices/codes', fullManagers, createDeviceCodeRoute(routeDeps));
  app.post('/api/devices/enrol', createEnrolRoute(routeDeps));
  app.post('/api/devices/unsent', createUnsentRoute(routeDeps));
  app.get('/api/devices', managers, createDeviceListRoute(routeDeps));
  app.delete('/api/devices/:id{[0-9a-f-]{36}}', fullManagers, createRevokeRoute(routeDeps));
  app.post('/api/devices', operator, createDevicesRoute(routeDeps));
  app.post('/api/devices/demonstration', createDemonstrationRoute(routeDeps));
  app.get('/api/device', enrolled, createDeviceRoute());
  app.post('/api/heartbeats', enrolled, createHeartbeatsRoute(routeDeps));
  app.post('/api/showings', enrolled, createShowingsRoute(routeDeps));
  app.post('/api/photos', managers, createAddPhotoRoute(routeDeps));
  app.get('/api/photos/:id{[0-9a-f-]{36}}', known, createPhotoRoute(routeDeps));
  app.get('/api/drafts', staff, createDraftsRoute(routeDeps));
  app.post('/api/drafts', staff, createKeepDraftRoute(routeDeps));
  app.post('/api/import', operator, createImportRoute(routeDeps));
  app.post('/api/imports/preview', fullManagers, createPreviewRoute(routeDeps));
  app.post('/api/imports', fullManagers, createDeskImportRoute(routeDeps));
  app.get('/api/resident-cards', managers, createResidentCardsRoute(routeDeps));
  app.post('/api/resident-cards', fullManagers, createSetResidentCardRoute(routeDeps));
  app.post('/api/resident-erasures', fullManagers, createResidentErasuresRoute(routeDeps));
  app.get('/api/exports/residents.csv', managers, createResidentsExportRoute(routeDeps));
  app.get('/api/flats', staff, createFlatsRoute(routeDeps));
  app.post('/api/flats/:id{[a-z0-9-]+}/link', fullStaff, createFlatLinkRoute(routeDeps));
  app.post('/api/flats/:id{[a-z0-9-]+}/commands', fullManagers, createFlatCommandsRoute(routeDeps));
  app.post('/api/calendar-links', managers, createCalendarLinkRoute(routeDeps));
  for (const name of Object.keys(lists) as ListName[])
    app.get(`/api/exports/${name}.csv`, managers, createListExportRoute(name, routeDeps));
  app.get('/api/exports/programme.ics', managers, createProgrammeExportRoute(routeDeps));
  app.get('/calendar/:link{[\\w-]+\\.ics}', createCalendarRoute(routeDeps));
  app.get('/api/backups', managers, createBackupsRoute(routeDeps));
  app.get('/api/health', createHealthRoute(routeDeps));
  app.get('/api/openapi.json', createOpenApiRoute(deps.config));

  const routes = app.routes
    .filter(({ method }) => method !== 'ALL')
    // A part of an address that differs has its shape in braces.
    .map(({ method, path }) => ({ method, shape: new RegExp(`^${path.replace(/:\w+\{(.+?)\}/, '$1')}$`) }));
  app.all('/api/*', (c) => {
    const methods = new Set(routes.filter(({ shape }) => shape.test(c.req.path)).map(({ method }) => method));
    return methods.size === 0 ? refuse('notFound') : refuse('methodNotAllowed', { allow: [...methods].join(', ') });
  });
  app.get('*', createClientRoute(deps.clientFiles));
  app.all('*', () => refuse('methodNotAllowed', { allow: 'GET, HEAD' }));

  app.onError((error) => {
    if (error instanceof StoreUnavailable) return refuse('storeUnavailable', { 'retry-after': '1' });
    if (error instanceof SenderGone) return refuse('requestMalformed');
    log.error('defect', errorFields(error));
    return refuse('defect');
  });
  return app;
}
