// Makes a fresh clone ready to run: installs what the lockfile names, builds the screens and, for the tests, finds a
// browser. It does nothing that was done before: a second start needs no network. Plain CommonJS, because it runs
// before our own Node is there (Node 18 is enough).
//
//   --tools      also what only developers and tests need
//   --build      the screens, in dist/client
//   --chromium   a browser for the tests
//   --installed  called by npm itself after an install: only remembers what was installed
'use strict';

const { spawnSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } = require('node:fs');
const { join, relative, sep } = require('node:path');

const ROOT = join(__dirname, '..');
const MODULES = join(ROOT, 'node_modules');
const OLD_MODULES = join(ROOT, 'node_modules.previous');
const INSTALLED = join(MODULES, '.huiskamer-installed');
const DIST = join(ROOT, 'dist');
const BUILT = join(DIST, 'client.built');
const NODE = join(MODULES, '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');

// Without a network npm would wait minutes before it says so. What is in its cache already is as good: the lockfile
// holds the checksums.
const IMPATIENT = [
  '--prefer-offline',
  '--fetch-retries=2',
  '--fetch-retry-mintimeout=1000',
  '--fetch-retry-maxtimeout=4000',
];

// What the built screens are made from.
const SOURCES = [
  'index.html',
  'vite.config.ts',
  'deploy/offline-build.ts',
  'deploy/precompressed.ts',
  'public',
  'src/client',
  'src/domain',
];

main(new Set(process.argv.slice(2)));

function main(wishes) {
  if (wishes.has('--installed')) {
    remember(INSTALLED, installHash());
    return;
  }
  install(wishes.has('--tools'));
  if (wishes.has('--build')) build();
  if (wishes.has('--chromium')) run(NODE, ['deploy/chromium.ts'], 'There is no browser to test with.');
}

function install(withTools) {
  // Who has the tools keeps them, so that starting and testing in turn does not install each time.
  const hasTools = existsSync(join(MODULES, 'vitest'));
  if (existsSync(NODE) && (hasTools || !withTools) && recalls(INSTALLED, installHash())) return;
  say('Installing (once; this takes about half a minute) …');
  // npm ci empties node_modules before it knows whether the network is there. What works is kept until the new works.
  rmSync(OLD_MODULES, { recursive: true, force: true });
  if (existsSync(MODULES)) renameSync(MODULES, OLD_MODULES);
  const which = withTools || hasTools ? '--include=dev' : '--omit=dev';
  const outcome = npm(['ci', which, '--no-audit', '--no-fund', '--loglevel=error', ...IMPATIENT]);
  if (outcome.status !== 0) {
    rmSync(MODULES, { recursive: true, force: true });
    if (existsSync(OLD_MODULES)) renameSync(OLD_MODULES, MODULES);
    stop('The install failed (see above). Is there a network? Nothing was changed; try again with the same command.');
  }
  rmSync(OLD_MODULES, { recursive: true, force: true });
  if (!existsSync(NODE)) {
    stop('The install brought no Node: npm may not run install scripts here. Try: npm config set ignore-scripts false');
  }
  remember(INSTALLED, installHash());
}

function build() {
  const hash = sourceHash();
  if (existsSync(join(DIST, 'client', 'index.html')) && recalls(BUILT, hash)) return;
  say('Building the screens …');
  const next = join(DIST, 'client.next');
  const vite = join(MODULES, 'vite', 'bin', 'vite.js');
  run(
    NODE,
    [vite, 'build', '--configLoader', 'native', '--logLevel', 'warn', '--outDir', next, '--emptyOutDir'],
    'The screens cannot be built.',
  );
  rmSync(BUILT, { force: true });
  rmSync(join(DIST, 'client'), { recursive: true, force: true });
  renameSync(next, join(DIST, 'client'));
  remember(BUILT, hash);
}

function installHash() {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}\n`);
  return hash.update(readFileSync(join(ROOT, 'package-lock.json'))).digest('hex');
}

function sourceHash() {
  const hash = createHash('sha256').update(installHash());
  for (const file of SOURCES.flatMap((source) => filesIn(join(ROOT, source)))) {
    const content = readFileSync(file);
    hash.update(`${relative(ROOT, file).split(sep).join('/')} ${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

function filesIn(path) {
  if (!existsSync(path)) return [];
  let entries;
  try {
    entries = readdirSync(path, { withFileTypes: true });
  } catch (error) {
    if (error.code === 'ENOTDIR') return [path];
    throw error;
  }
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesIn(join(path, entry.name)) : [join(path, entry.name)]));
}

function recalls(file, hash) {
  return existsSync(file) && readFileSync(file, 'utf8').trim() === hash;
}

function remember(file, hash) {
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, `${hash}\n`);
}

// Inside an npm script npm says where it lives, and with which Node it runs; that Node is not the one we replace.
function npm(args) {
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  const options = { cwd: ROOT, stdio: 'inherit' };
  if (script && node && /\.c?js$/.test(script)) return spawnSync(node, [script, ...args], options);
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

function run(command, args, problem) {
  const outcome = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' });
  if (outcome.status !== 0) stop(problem);
}

function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

function stop(sentence) {
  say(sentence);
  process.exit(1);
}
