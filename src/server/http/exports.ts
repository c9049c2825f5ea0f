/** What the house has, as files for a spreadsheet, for managers. Refuses to know what stands in them. */
import type { Authority } from '../authority.ts';
import { csvResponse } from '../export/csv.ts';
import { residentsCsv } from '../export/residents.ts';

/** `GET /api/exports/residents.csv` */
export const createResidentsExportRoute =
  ({ authority }: { readonly authority: Authority }) =>
  async (): Promise<Response> =>
    csvResponse('bewoners.csv', residentsCsv(authority.state().board));
