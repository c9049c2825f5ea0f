/**
 * `POST /api/imports/preview` and `POST /api/imports`: files and decisions in, what they would do or did line by line
 * out. Refuses to do anything while a line is undecided, and to do what the rules do not let this person do.
 */

import * as v from 'valibot';
import type { Board } from '../../domain/board.ts';
import { locationOf } from '../../domain/board.ts';
import type { Command, Envelope } from '../../domain/commands.ts';
import { decide } from '../../domain/decide.ts';
import { importKinds } from '../../domain/import-preview.ts';
import { type Instant, instantText } from '../../domain/time.ts';
import { newCommandId } from '../command-id.ts';
import type { House } from '../house.ts';
import type { ImportFileSet } from '../import/files.ts';
import { type FileAnswers, type Preview, previewImport } from '../import/preview.ts';
import { deskImportRequestSchema } from './import-messages.ts';
import { refuse } from './problems.ts';
import { MEGABYTE, readJson } from './request-body.ts';
import type { HouseContext, KnownSender } from './sender.ts';

export interface DeskImportDeps {
  readonly house: House;
  readonly now: () => Instant;
}

type Route = (c: HouseContext) => Promise<Response>;
type Asked = v.InferOutput<typeof deskImportRequestSchema>;

/** More than any house has, and little enough to be judged while others wait. */
const LARGEST_BODY = 8 * MEGABYTE;

export const createPreviewRoute = (deps: DeskImportDeps): Route =>
  withFiles(async (asked, c) => told(previewFor(asked, c.get('sender'), deps), false));

export const createDeskImportRoute = (deps: DeskImportDeps): Route =>
  withFiles(async (asked, c) => {
    const sender = c.get('sender');
    const preview = previewFor(asked, sender, deps);
    if (preview.undecided > 0) return told(preview, false);
    const at = deps.now();
    const by = { deviceId: sender.deviceId, role: roleOf(sender), lastAnswered: null, proven: true };
    // All at once, so that they are written together.
    const sent = preview.commands.map((command) => deps.house.authority.submit(envelopeOf(command, sender, at), by));
    const answers = await Promise.all(sent);
    if (answers.some(({ status }) => status === 'problem')) return refuse('defect');
    const done = answers.every(({ status }) => status === 'accepted');
    // Somebody else changed the house since: what is asked now, is asked over what it is now.
    return told(done ? preview : previewFor(asked, sender, deps), done);
  });

function withFiles(work: (asked: Asked, c: HouseContext) => Promise<Response>): Route {
  return async (c) => {
    const body = await readJson(c.env.incoming, LARGEST_BODY);
    if (!body.ok) return refuse(body.error);
    const asked = v.safeParse(deskImportRequestSchema, body.value);
    return asked.success ? work(asked.output, c) : refuse('importMalformed');
  };
}

function previewFor(asked: Asked, sender: KnownSender, { house, now }: DeskImportDeps): Preview {
  const at = now();
  const { board } = house.authority.state();
  const judge = (on: Board, command: Command) =>
    decide(on, envelopeOf(command, sender, at), { now: at, tappedAt: at, role: roleOf(sender) });
  const zone = locationOf(board).timeZone;
  return previewImport(
    { board, zone, now: at, hashCard: house.secrets.hashCard, judge },
    filesOf(asked),
    answersOf(asked),
  );
}

function filesOf({ files, decisions }: Asked): ImportFileSet {
  const decoded = importKinds.flatMap((kind) => {
    const file = files[kind];
    if (file === undefined) return [];
    const amended = new Map((decisions[kind] ?? []).map(({ line, skip, cells }) => [line, { skip, cells }]));
    return [[kind, { name: file.name, bytes: Buffer.from(file.base64, 'base64'), amended }] as const];
  });
  return Object.fromEntries(decoded);
}

function answersOf({ decisions }: Asked): FileAnswers {
  const given = importKinds.map((kind) => [
    kind,
    new Map((decisions[kind] ?? []).map(({ line, answers }) => [line, answers])),
  ]);
  return Object.fromEntries(given);
}

const roleOf = ({ role, staff }: KnownSender) => staff?.role ?? role;

function envelopeOf(command: Command, { staff }: KnownSender, at: Instant): Envelope {
  const id = newCommandId(at);
  const actor = { staffId: staff?.staffId ?? 'operator', proof: 'session', visitId: staff?.sessionId ?? id } as const;
  return { id, command, tappedAt: instantText(at), actor };
}

const told = ({ files, undecided }: Preview, applied: boolean): Response =>
  new Response(JSON.stringify({ applied, undecided, files }), {
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  });
