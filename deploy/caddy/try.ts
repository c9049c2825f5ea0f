// Tries both Caddyfiles on this computer, with a real Caddy in front of real servers: `node deploy/caddy/try.ts`.
// Needs caddy, certutil and a Chromium (Debian: caddy, libnss3-tools, chromium); says "ok" line by line, and ends with 1
// at the first thing that is not so. Nothing of it stays.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request as plainRequest } from 'node:http';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { chromium } from '@playwright/test';
import { chromiumLaunch } from '../../tests/support/chromium.ts';
import { freePort } from '../../tests/support/free-port.ts';
import { startPostgres } from '../../tests/support/postgres.ts';
import { type RunningServer, startServer } from '../../tests/support/running-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'huiskamer-caddy-'));
const ends: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })];

try {
  await tryBuilding();
  await tryCity();
} finally {
  for (const end of ends.reverse()) await end();
}

async function tryBuilding(): Promise<void> {
  const name = 'huiskamer.home.arpa';
  const server = await housed({ demonstrate: false });
  const caddy = await runCaddy('building', { HUISKAMER_NAME: name, HUISKAMER_UPSTREAM: new URL(server.url).host });
  const ca = readFileSync(caddy.root, 'utf8');
  const fetched = await fetchPlain(caddy.httpPort, name, '/huiskamer-root.crt');
  check(
    'a new tablet fetches the root over http',
    fetched.body === ca && fetched.type === 'application/x-x509-ca-cert',
  );
  const door = { port: caddy.httpsPort, name, ca };
  check('the server answers over TLS', (await ask(door, 'GET', '/api/health')).status === 200);
  await checkOrigins(door);
  await checkStream(door, server);
  await checkBrowser(door, caddy.root);

  const demonstration = await housed({ demonstrate: true });
  const upstream = { HUISKAMER_NAME: name, HUISKAMER_UPSTREAM: new URL(demonstration.url).host };
  const other = await runCaddy('building', upstream);
  const shown = { port: other.httpsPort, name, ca: readFileSync(other.root, 'utf8') };
  check('a demonstration is not shown through a proxy (421)', (await ask(shown, 'GET', '/')).status === 421);
}

async function tryCity(): Promise<void> {
  const [linden, meeuw] = ['linden.localhost', 'meeuw.localhost'];
  const postgres = await startPostgres();
  ends.push(postgres.stop);
  process.env.HUISKAMER_FLATS = `linden=${linden},meeuw=${meeuw}`;
  const shared = { demonstrate: false, databaseUrl: await postgres.createDatabase(), dataFolder: join(folder, 'city') };
  const [one, two] = [await housed(shared), await housed(shared)];
  const upstreams = [one, two].map(({ url }) => new URL(url).host).join(' ');
  const caddy = await runCaddy('city', { HUISKAMER_SITES: `${linden}, ${meeuw}`, HUISKAMER_UPSTREAMS: upstreams });
  const ca = readFileSync(caddy.root, 'utf8');
  for (const name of [linden, meeuw]) {
    const { status } = await ask({ port: caddy.httpsPort, name, ca }, 'GET', '/api/health');
    check(`${name} answers`, status === 200);
  }
  const door = { port: caddy.httpsPort, name: meeuw, ca };
  await checkOrigins(door);
  await checkStream(door, two, { 'huiskamer-flat': 'meeuw' });
  await one.kill();
  const answers = await Promise.all(Array.from({ length: 10 }, () => ask(door, 'GET', '/api/health')));
  check(
    'with one process killed, every request is still answered',
    answers.every(({ status }) => status === 200),
  );
}

interface Door {
  readonly port: number;
  readonly name: string;
  readonly ca: string;
}

async function checkOrigins(door: Door): Promise<void> {
  const from = (origin: string) =>
    ask(door, 'POST', '/api/sessions', { origin, 'content-type': 'application/json' }, '{}');
  const host = `${door.name}:${door.port}`;
  check('what a page of its own sends is heard', (await from(`https://${host}`)).status === 400);
  check('what another site sends is refused', (await from('https://elsewhere.example')).status === 403);
}

/** A tablet listens through Caddy; something happens at the server; the tablet hears it while the stream stays open. */
async function checkStream(door: Door, server: RunningServer, flat: Record<string, string> = {}): Promise<void> {
  const operator = { authorization: `Bearer ${server.operatorToken}`, 'content-type': 'application/json', ...flat };
  const post = (path: string, body: object) =>
    fetch(server.url + path, { method: 'POST', headers: operator, body: JSON.stringify(body) });
  const { cookie } = (await (await post('/api/devices', { name: 'hal' })).json()) as { readonly cookie: string };
  const board = await ask(door, 'GET', '/api/board', { cookie });
  const { epoch, version } = JSON.parse(board.body) as { readonly epoch: string; readonly version: number };
  const heard = new Promise<boolean>((resolve) => {
    const late = setTimeout(() => resolve(false), 5_000);
    const stream = open(door, 'GET', `/api/changes?after=${epoch}:${version}`, { cookie });
    stream.on('response', (answer) => {
      void post('/api/sessions/links', { name: 'Samira Haddou', role: 'manager' });
      answer.on('data', (chunk: Buffer) => {
        if (!chunk.includes(`${epoch}:${version + 1}`)) return;
        clearTimeout(late);
        stream.destroy();
        resolve(true);
      });
    });
    stream.on('error', () => undefined).end();
  });
  check('what happens is heard at once over an open event stream', await heard);
}

/** Chromium as on a tablet where the root was installed: the page is a secure context, and service workers may work. */
async function checkBrowser({ name, port }: Door, root: string): Promise<void> {
  for (const trusts of [true, false]) {
    const home = join(folder, trusts ? 'trusting' : 'strange');
    const store = join(home, '.pki/nssdb');
    mkdirSync(store, { recursive: true });
    execFileSync('certutil', ['-d', `sql:${store}`, '-N', '--empty-password']);
    if (trusts) execFileSync('certutil', ['-d', `sql:${store}`, '-A', '-t', 'C,,', '-n', 'huiskamer', '-i', root]);
    const { args = [], ...launch } = chromiumLaunch();
    const context = await chromium.launchPersistentContext(join(home, 'profile'), {
      ...launch,
      args: [...args, `--host-resolver-rules=MAP ${name} 127.0.0.1`],
      env: { ...process.env, HOME: home },
    });
    const [page = await context.newPage()] = context.pages();
    const answer = await page.goto(`https://${name}:${port}/`).catch(String);
    if (typeof answer === 'string') {
      check('without the root Chromium refuses', !trusts && answer.includes('ERR_CERT_AUTHORITY_INVALID'));
    } else {
      // A worker that is not there: over TLS that is not trusted it would not even be asked for.
      const said = await page.evaluate(() => navigator.serviceWorker.register('/none.js').then(String, String));
      const secure = await page.evaluate(() => isSecureContext);
      check(
        'with the root Chromium is in a secure context, with service workers',
        trusts && secure && said.includes('404'),
      );
    }
    await context.close();
  }
}

type ServerOptions = Parameters<typeof startServer>[0];

async function housed(options: ServerOptions): Promise<RunningServer> {
  const server = await startServer({ dataFolder: mkdtempSync(join(folder, 'data-')), ...options });
  ends.push(server.stop);
  return server;
}

/** Resolves once it serves, with its ports and the file of its root. */
async function runCaddy(which: 'building' | 'city', settings: Readonly<Record<string, string>>) {
  const home = mkdtempSync(join(folder, 'caddy-'));
  const [admin, httpPort, httpsPort] = [await freePort(), await freePort(), await freePort()];
  const authority = join(home, 'caddy/pki/authorities/local');
  const environment = {
    ...process.env,
    ...settings,
    XDG_DATA_HOME: home,
    XDG_CONFIG_HOME: home,
    HUISKAMER_CA: authority,
    HUISKAMER_CADDY_ADMIN: `localhost:${admin}`,
    HUISKAMER_HTTP_PORT: String(httpPort),
    HUISKAMER_HTTPS_PORT: String(httpsPort),
  };
  const file = join(import.meta.dirname, `${which}.Caddyfile`);
  const caddy = spawn('caddy', ['run', '--adapter', 'caddyfile', '--config', file], { env: environment });
  let said = '';
  caddy.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  ends.push(() => caddy.kill());
  const root = join(authority, 'root.crt');
  const until = Date.now() + 30_000;
  const name = String(settings.HUISKAMER_NAME ?? settings.HUISKAMER_SITES?.split(', ')[0]);
  for (;;) {
    const ready = await ask({ port: httpsPort, name, ca: readIf(root) }, 'GET', '/api/health').catch(() => null);
    if (ready !== null && ready.status < 500) return { httpPort, httpsPort, root };
    if (caddy.exitCode !== null || Date.now() > until) throw new Error(`Caddy does not serve: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function readIf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function open({ port, name, ca }: Door, method: string, path: string, headers: Record<string, string>) {
  // Named as a browser names it, and reached on this computer.
  const asked = { host: `${name}:${port}`, ...headers };
  return request({ host: '127.0.0.1', servername: name, port, ca, method, path, headers: asked, agent: false });
}

async function ask(door: Door, method: string, path: string, headers: Record<string, string> = {}, body = '') {
  const { promise, resolve, reject } = Promise.withResolvers<{ readonly status: number; readonly body: string }>();
  const outgoing = open(door, method, path, { ...headers, 'content-length': String(body.length) });
  outgoing.on('response', async (answer) => resolve({ status: answer.statusCode ?? 0, body: await text(answer) }));
  outgoing.on('error', reject).end(body);
  return promise;
}

async function fetchPlain(port: number, name: string, path: string) {
  const { promise, resolve, reject } = Promise.withResolvers<{ readonly type: string; readonly body: string }>();
  const outgoing = plainRequest({ host: '127.0.0.1', port, path, headers: { host: name } });
  outgoing.on('response', async (answer) =>
    resolve({ type: String(answer.headers['content-type']), body: await text(answer) }),
  );
  outgoing.on('error', reject).end();
  return promise;
}

function check(sentence: string, holds: boolean): void {
  if (!holds) throw new Error(`Not so: ${sentence}`);
  console.log(`ok: ${sentence}`);
}
