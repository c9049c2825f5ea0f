/**
 * `npm run import`: reads the files, and hands them to the server that runs, or imports them itself where none does.
 * Refuses with one Dutch sentence and exit code 1.
 */
import * as v from 'valibot';
import { chosenFlat } from '../chosen-flat.ts';
import { type Config, type Flat, readConfig } from '../config.ts';
import { StoreRefused, StoreUnavailable } from '../db/store.ts';
import { openHouses } from '../house.ts';
import { FLAT_HEADER } from '../http/by-host.ts';
import type { ImportRequest } from '../http/import-route.ts';
import { importResponseSchema } from '../http/messages.ts';
import { createLog } from '../log.ts';
import { findServer, type RunningServer } from '../operator.ts';
import { HELP, readArguments, type Wish } from './arguments.ts';
import { importInto } from './import-into.ts';

interface Outcome {
  readonly text: string;
  readonly ok: boolean;
}

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const wish = readArguments(args);
  if (!wish.ok) return refuse(wish.error);
  if (wish.value.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const config = readConfig();
  if (!config.ok) return refuse(config.error);
  const flat = chosenFlat(config.value, wish.value.flat);
  if (!flat.ok) return refuse(flat.error);
  const server = await findServer(config.value.dataFolder);
  if (!server.ok) return refuse(server.error);
  const request = requestOf(wish.value);
  const { text, ok } =
    server.value === null
      ? await importHere({ ...config.value, flats: [flat.value] }, request)
      : await importThere(server.value, flat.value, request);
  (ok ? process.stdout : process.stderr).write(text);
  return ok ? 0 : 1;
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 1;
}

function requestOf({ files, goodLines }: Wish): ImportRequest {
  const encoded = Object.entries(files).map(([kind, file]) => [
    kind,
    { name: file?.name ?? kind, base64: Buffer.from(file?.bytes ?? []).toString('base64') },
  ]);
  return { files: Object.fromEntries(encoded), goodLines };
}

async function importThere({ url, token }: RunningServer, { id }: Flat, request: ImportRequest): Promise<Outcome> {
  try {
    const response = await fetch(`${url}/api/import`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, [FLAT_HEADER]: id, 'content-type': 'application/json' },
      body: JSON.stringify(request),
    });
    const answer = v.safeParse(importResponseSchema, await response.json());
    if (response.ok && answer.success) return answer.output;
    return { text: `De server heeft het inlezen geweigerd (${response.status}).\n`, ok: false };
  } catch {
    return { text: 'De server gaf geen antwoord. Kijk of hij nog draait, en probeer het opnieuw.\n', ok: false };
  }
}

async function importHere(config: Config, request: ImportRequest): Promise<Outcome> {
  const log = createLog((line) => process.stderr.write(line), 'warn');
  const now = () => Date.now();
  try {
    const houses = await openHouses(config, { log, now });
    try {
      return await importInto(houses.all[0], now)(request);
    } finally {
      await houses.close();
    }
  } catch (error) {
    if (error instanceof StoreRefused) return { text: `${error.message}\n`, ok: false };
    if (!(error instanceof StoreUnavailable)) throw error;
    return { text: 'De database is niet bereikbaar. Klopt DATABASE_URL, en staat de database aan?\n', ok: false };
  }
}
