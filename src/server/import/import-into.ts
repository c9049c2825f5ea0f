/** Imports into an open house: its commands go through the authority like everybody's, as the operator's. */

import { locationOf } from '../../domain/board.ts';
import { importKinds } from '../../domain/import-preview.ts';
import type { Instant } from '../../domain/time.ts';
import type { House } from '../house.ts';
import type { ImportFiles } from '../http/import-route.ts';
import { submitAsOperator } from '../operator-commands.ts';
import type { ImportFileSet } from './files.ts';
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

const CARD_TAKEN =
  'Een pas in dit bestand is al van een andere bewoner; uit dit bestand is niets ingelezen. ' +
  'Lees het in op /beheer bij Bewoners: daar kiest u per regel.';

function importHouse({ authority, secrets }: House, now: () => Instant): ImportHouse {
  return {
    zone: locationOf(authority.state().board).timeZone,
    now,
    hashCard: secrets.hashCard,
    board: () => authority.state().board,
    submit: async (command) => {
      const answer = await submitAsOperator(authority, command, now());
      if (answer.status === 'accepted') return null;
      const why = answer.status === 'refused' ? answer.refusal.type : answer.problem.code;
      if (why === 'cardTaken') return CARD_TAKEN;
      return `Het huis heeft dit geweigerd (${why}); uit dit bestand is niets ingelezen.`;
    },
  };
}
