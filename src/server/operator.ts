/**
 * How tools on the same computer reach the server that runs: a file in the data folder that only its owner may read.
 * Refuses to believe a file whose server does not answer to the token in it, and to take one that lives for none.
 */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { no, ok, type Result } from '../domain/result.ts';

const runningSchema = v.object({
  /** Such as `http://127.0.0.1:8080`. */
  url: v.pipe(v.string(), v.url()),
  /** Goes as `Authorization: Bearer …`. New at every start. */
  token: v.pipe(v.string(), v.minLength(20)),
  pid: v.pipe(v.number(), v.integer()),
});
export type RunningServer = v.InferOutput<typeof runningSchema>;

const fileOf = (dataFolder: string): string => join(dataFolder, 'server.json');

/** Tells tools where this server is; returns how to take that back. */
export function announceServer(dataFolder: string, server: RunningServer): () => void {
  const file = fileOf(dataFolder);
  // Renamed into place, so that nobody reads half a file and an old one does not lend it its mode.
  const fresh = `${file}.${server.pid}`;
  rmSync(fresh, { force: true });
  writeFileSync(fresh, `${JSON.stringify(server)}\n`, { mode: 0o600, flag: 'wx' });
  renameSync(fresh, file);
  return () => {
    // Not the file of a server that started since.
    if (readServerFile(file)?.token === server.token) rmSync(file, { force: true });
  };
}

/**
 * The server that runs on this data folder, or null: a file left behind by a crash counts as none. A Dutch sentence
 * where one lives that does not answer well: what it holds in memory must not be changed behind its back.
 */
export async function findServer(dataFolder: string): Promise<Result<RunningServer | null, string>> {
  const file = fileOf(dataFolder);
  const server = readServerFile(file);
  if (server === null) return ok(null);
  if (await answersWell(server)) return ok(server);
  if (!isAlive(server.pid)) return ok(null);
  return no(
    `Er draait een server op ${dataFolder} (proces ${server.pid}), maar die geeft geen goed antwoord. Er is niets veranderd. ` +
      `Probeer het zo nog eens, of start de server opnieuw. Draait er geen, verwijder dan ${file}.`,
  );
}

async function answersWell(server: RunningServer): Promise<boolean> {
  try {
    const response = await fetch(`${server.url}/api/health`, {
      headers: { authorization: `Bearer ${server.token}` },
      signal: AbortSignal.timeout(3_000),
    });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is there, and somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function readServerFile(file: string): RunningServer | null {
  if (!existsSync(file)) return null;
  try {
    const parsed = v.safeParse(runningSchema, JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
