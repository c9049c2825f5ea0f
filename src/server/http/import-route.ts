/**
 * `POST /api/import`, for the operator: files in, a report in Dutch out. Refuses what is not base64 and unknown kinds of
 * files; what stands in the files is judged by the import.
 */
import * as v from 'valibot';
import { importRequestSchema } from './messages.ts';
import { refuse } from './problems.ts';
import { MEGABYTE, readJson } from './request-body.ts';
import type { HouseContext } from './sender.ts';

export type ImportRequest = v.InferOutput<typeof importRequestSchema>;

/** Imports into this house. Throws StoreUnavailable. */
export type ImportFiles = (request: ImportRequest) => Promise<{ readonly text: string; readonly ok: boolean }>;

const LARGEST_BODY = 40 * MEGABYTE;

export function createImportRoute({
  importFiles,
}: {
  readonly importFiles: ImportFiles;
}): (c: HouseContext) => Promise<Response> {
  return async (c) => {
    const body = await readJson(c.env.incoming, LARGEST_BODY);
    if (!body.ok) return refuse(body.error);
    const asked = v.safeParse(importRequestSchema, body.value);
    if (!asked.success) return refuse('importMalformed');
    const { text, ok } = await importFiles(asked.output);
    return new Response(JSON.stringify({ text, ok }), {
      headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    });
  };
}
