/** What the house has, as files for a spreadsheet, for managers. Refuses to know what stands in them. */
import * as v from 'valibot';
import { locationOf } from '../../domain/board.ts';
import { addDays, dateAt, type Instant, plainDateSchema } from '../../domain/time.ts';
import type { Authority } from '../authority.ts';
import { csvResponse } from '../export/csv.ts';
import { type ListName, lists } from '../export/lists.ts';
import { residentsCsv } from '../export/residents.ts';
import { refuse } from './problems.ts';
import type { HouseContext } from './sender.ts';

export interface ExportDeps {
  readonly authority: Authority;
  readonly now: () => Instant;
}

/** `GET /api/exports/residents.csv` */
export const createResidentsExportRoute =
  ({ authority }: Pick<ExportDeps, 'authority'>) =>
  async (): Promise<Response> =>
    csvResponse('bewoners.csv', residentsCsv(authority.state().board));

/** Where nobody says from when until when. */
const USUAL_DAYS = { back: 90, ahead: 14 } as const;
const LONGEST_DAYS = 800;

/** `GET /api/exports/<list>.csv?from=2026-10-01&to=2026-12-31`, both included. */
export function createListExportRoute(name: ListName, { authority, now }: ExportDeps) {
  const { file, text } = lists[name];
  return async (c: HouseContext): Promise<Response> => {
    const { board } = authority.state();
    const today = dateAt(now(), locationOf(board).timeZone);
    const from = c.req.query('from') ?? addDays(today, -USUAL_DAYS.back);
    const to = c.req.query('to') ?? addDays(today, USUAL_DAYS.ahead);
    const understood = v.is(plainDateSchema, from) && v.is(plainDateSchema, to) && from <= to;
    if (!understood || addDays(from, LONGEST_DAYS) < to) return refuse('rangeMalformed');
    return csvResponse(file, text(board, { from, to }));
  };
}
