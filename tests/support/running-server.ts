/** Starts the real server as its own process on a free port, in a folder of its own. Refuses to stop anybody else's. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface RunningServer {
  readonly url: string;
  readonly dataFolder: string;
  readonly pid: number;
  /** For `Authorization: Bearer`: what the tools on the server itself may do. */
  readonly operatorToken: string;
  /** The path that signs somebody of the team in once, such as `/beheer#…`. */
  staffPath(name: string): Promise<string>;
  /** Everything the server printed. */
  readonly printed: () => string;
  /** SIGTERM, and the exit code it ends with. */
  stop(): Promise<number | null>;
  /** SIGKILL: as if the power was cut. */
  kill(): Promise<void>;
}

export interface ServerOptions {
  /** Where the data is; a new temporary folder by default. */
  readonly dataFolder?: string;
  readonly databaseUrl?: string;
  readonly port?: number;
  /** As `npm start` does it, which is the default: a new folder gets the sample building. */
  readonly demonstrate?: boolean;
  /** Somebody eats along already. */
  readonly sampleMeals?: boolean;
  /** Said to Node before the program. */
  readonly nodeOptions?: readonly string[];
  /** How long it may take to start, in milliseconds. */
  readonly patience?: number;
  /** More of the environment. */
  readonly more?: Readonly<Record<string, string>>;
}

const MAIN = fileURLToPath(new URL('../../src/server/main.ts', import.meta.url));
const START_MS = 30_000;

export const newDataFolder = (): string => mkdtempSync(join(tmpdir(), 'huiskamer-data-'));

export const removeDataFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });

/** Resolves when the server says where it listens; throws with what it printed when it ends before that. */
export async function startServer({
  dataFolder = newDataFolder(),
  databaseUrl,
  port = 0,
  demonstrate = true,
  sampleMeals = false,
  nodeOptions = [],
  patience = START_MS,
  more = {},
}: ServerOptions = {}): Promise<RunningServer> {
  const settings = {
    PORT: String(port),
    HOST: '127.0.0.1',
    HUISKAMER_DATA: dataFolder,
    DATABASE_URL: databaseUrl ?? '',
    npm_lifecycle_event: demonstrate ? 'start' : '',
    HUISKAMER_SAMPLE_MEALS: sampleMeals ? '' : 'no',
    ...more,
  };
  const child = spawn(process.execPath, [...nodeOptions, MAIN], {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const hear = (chunk: Buffer) => {
    said += chunk.toString();
  };
  for (const stream of [child.stdout, child.stderr]) stream.on('data', hear);
  const { url, token } = await listening(child, join(dataFolder, 'server.json'), { patience, said: () => said });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const signal = (name: 'SIGTERM' | 'SIGKILL') => {
    if (child.exitCode === null && child.signalCode === null) child.kill(name);
    return ended;
  };
  return {
    url,
    dataFolder,
    pid: child.pid ?? 0,
    operatorToken: token,
    staffPath: async (name) => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const asked = { method: 'POST', headers, body: JSON.stringify({ name }) };
      const reply = await fetch(`${url}/api/sessions/links`, asked);
      return ((await reply.json()) as { readonly path: string }).path;
    },
    printed: () => said,
    stop: () =>
      child.exitCode === null && child.signalCode === null ? signal('SIGTERM') : Promise.resolve(child.exitCode),
    kill: async () => void (await signal('SIGKILL')),
  };
}

async function listening(
  child: ChildProcess,
  file: string,
  { patience, said }: { readonly patience: number; readonly said: () => string },
): Promise<{ url: string; token: string }> {
  const until = Date.now() + patience;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}: ${said()}`);
    const found = existsSync(file) ? readServerFile(file) : null;
    if (found !== null && found.pid === child.pid) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  child.kill('SIGKILL');
  throw new Error(`the server did not start: ${said()}`);
}

function readServerFile(file: string): { url: string; token: string; pid: number } | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null; // half written
  }
}
