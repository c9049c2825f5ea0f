/** Imports into an open house: its commands go through the authority like everybody's, as the operator's. */
import { randomBytes } from 'node:crypto';
import { locationOf } from '../../domain/board.ts';
import { type Instant, instantText } from '../../domain/time.ts';
import type { House } from '../house.ts';
import type { ImportFiles } from '../http/import-route.ts';
import { type ImportFileSet, importKinds } from './files.ts';
import { type ImportHouse, runImport } from './run.ts';

/** Throws StoreUnavailable. */
export function importInto(house: House, now: () => Instant = Date.now): ImportFiles {
  return async ({ files, goodLines }) => {
    const decoded = importKinds.flatMap((kind) => {
      const file = files[kind];
      return file === undefined
        ? []
        : [[kind, { name: file.name, bytes: Buffer.from(file.base64, 'base64') }] as const];
    });
    const set: ImportFileSet = Object.fromEntries(decoded);
    const { text, ok } = await runImport(importHouse(house, now), set, { goodLines });
    return { text, ok };
  };
}

function importHouse({ authority, secrets }: House, now: () => Instant): ImportHouse {
  const visitId = newId(now());
  return {
    zone: locationOf(authority.state().board).timeZone,
    now,
    hashCard: secrets.hashCard,
    board: () => authority.state().board,
    submit: async (command) => {
      const actor = { staffId: 'operator', proof: 'session', visitId } as const;
      const envelope = { id: newId(now()), command, tappedAt: instantText(now()), actor };
      const answer = await authority.submit(envelope, {
        deviceId: null,
        role: 'operator',
        lastAnswered: null,
        proven: true,
      });
      if (answer.status === 'accepted') return null;
      const why = answer.status === 'refused' ? answer.refusal.type : answer.problem.code;
      return `Het huis heeft dit geweigerd (${why}); uit dit bestand is niets ingelezen.`;
    },
  };
}

/** A UUID version 7: ordered by time, as the journal likes it. */
function newId(now: Instant): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now, 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
