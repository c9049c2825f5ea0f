// The rules of the house as functions over source text: who may import whom, and what may not be written where. They
// judge one file at a time and touch no disk, so that a test can show each rule a file that breaks it.
import { posix } from 'node:path';
import { parseSync } from 'vite';

export type SourceFile = { readonly path: string; readonly content: string };

type Import = { readonly target: string; readonly typeOnly: boolean };
type Node = { readonly type: string; readonly [key: string]: unknown };
type Parsed = { readonly imports: readonly Import[]; readonly body: readonly Node[]; readonly nodes: readonly Node[] };

type Room = {
  /** Rooms whose code it may use. A room always may use itself. */
  readonly uses: readonly string[];
  /** Rooms of which it may know the types only. */
  readonly knows?: readonly string[];
  readonly packages: readonly string[];
};

const SCREEN: Omit<Room, 'packages'> = {
  uses: [
    'client/ui',
    'client/app',
    'client/i18n',
    'client/styles',
    'domain/announcement-views',
    'domain/team-views',
    'domain/views',
    'domain/meal-views',
    'domain/own-meal-views',
    'domain/meal-figures',
    'domain/sheet-views',
    'domain/scooter-views',
    'domain/scooter-desk-views',
  ],
  knows: ['domain', 'client/state'],
};

// Longest matching path wins. What is not in this list (a main file) may import everything of its own side.
const ROOMS: Readonly<Record<string, Room>> = {
  domain: { uses: [], packages: ['valibot'] },
  'client/state': { uses: ['domain'], packages: ['@preact/signals'] },
  'client/sync': {
    uses: ['domain', 'client/state'],
    knows: ['client/platform'],
    packages: ['@preact/signals', 'valibot'],
  },
  'client/platform': { uses: ['domain'], packages: ['idb', 'valibot', 'workbox-window', 'temporal-polyfill'] },
  'client/worker': { uses: ['domain'], knows: ['client/platform'], packages: ['valibot'] },
  'client/ui': { uses: ['client/styles', 'client/i18n'], packages: ['preact'] },
  'client/i18n': { uses: [], knows: ['domain'], packages: ['i18next', 'preact', '@preact/signals'] },
  'client/styles': { uses: [], packages: ['@fontsource-variable'] },
  'client/kiosk': { ...SCREEN, packages: ['preact', '@preact/signals'] },
  'client/staff': { ...SCREEN, packages: ['preact', '@preact/signals'] },
  'client/app': {
    uses: ['domain', 'client/state', 'client/sync', 'client/i18n'],
    knows: ['client/platform'],
    packages: ['@preact/signals'],
  },
};

/** Packages that only these rooms may know, because everything else must survive their replacement. */
const PRIVATE_PACKAGES: readonly { readonly rooms: readonly string[]; readonly packages: readonly string[] }[] = [
  { rooms: ['server/db'], packages: ['node:sqlite', 'pg', 'kysely'] },
  { rooms: ['server/import', 'server/export'], packages: ['ical.js'] },
  { rooms: ['server/import'], packages: ['rrule-temporal', 'windows-iana'] },
];

const ANY_CASE_VAGUE_NAME =
  /(^|[-./])(utils?|helpers?|managers?|services?)(\.|\/|$)|(Utils?|Helpers?|Manager|Service)\./;
const PHYSICAL_PROPERTY =
  /(?<![\w-])((?:(?:scroll-)?(?:margin|padding)-|border-|)(?:left|right)(?:-(?:width|style|color))?|border-(?:top|bottom)-(?:left|right)-radius)\s*:/g;
const PHYSICAL_VALUE = /(?<![\w-])(text-align|float|clear)\s*:\s*(left|right)\b/g;

/** Every way in which this file breaks a rule, as sentences; empty when it keeps them all. */
export function violations(file: SourceFile): readonly string[] {
  return [...nameViolations(file.path), ...contentViolations(file)].map((sentence) => `${file.path}: ${sentence}`);
}

function nameViolations(path: string): readonly string[] {
  const name = posix.basename(path);
  const found: string[] = [];
  if (ANY_CASE_VAGUE_NAME.test(path)) found.push('the name says nothing: no utils, helpers, manager or service');
  if (/^index\.tsx?$/.test(name)) found.push('no index file: import the file that has it');
  if (/\.ts$/.test(name) && !/^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(name)) found.push('file names are kebab-case');
  if (/\.tsx$/.test(name) && !/^([A-Z][A-Za-z0-9]*|[a-z0-9-]+(\.[a-z]+)?)\.tsx$/.test(name)) {
    found.push('components are PascalCase.tsx');
  }
  return found;
}

function contentViolations(file: SourceFile): readonly string[] {
  if (file.path.endsWith('.css')) return cssViolations(file.content);
  if (!/\.tsx?$/.test(file.path)) return [];
  const parsed = parse(file);
  const inSource = file.path.startsWith('src/');
  return [
    ...anyViolations(parsed),
    ...(inSource ? importViolations(file.path, parsed.imports) : []),
    ...(inSource ? shapeViolations(parsed.body) : []),
    ...(file.path.startsWith('src/domain/') ? impurities(parsed.nodes) : []),
  ];
}

function importViolations(path: string, imports: readonly Import[]): readonly string[] {
  return imports.flatMap(({ target, typeOnly }) => {
    if (!target.startsWith('.')) return packageViolations(path, target);
    const imported = posix.normalize(posix.join(posix.dirname(path), target));
    return mayImport(path, imported, typeOnly)
      ? []
      : [`may not import ${imported}${typeOnly ? ', not even types' : ''}`];
  });
}

function mayImport(path: string, imported: string, typeOnly: boolean): boolean {
  if (!imported.startsWith('src/')) return false;
  const side = (of: string) => of.split('/')[1];
  if (side(imported) !== 'domain' && side(imported) !== side(path)) return false;
  const name = roomOf(path);
  const room = name === undefined ? undefined : ROOMS[name];
  if (name === undefined || room === undefined) return true;
  const allowed = [name, ...room.uses, ...(typeOnly ? (room.knows ?? []) : [])];
  return allowed.some((other) => isIn(imported, other));
}

function packageViolations(path: string, target: string): readonly string[] {
  const owner = PRIVATE_PACKAGES.find(({ packages }) => packages.some((name) => isPackage(target, name)));
  if (owner !== undefined && !owner.rooms.some((room) => isIn(path, room)))
    return [`only src/${owner.rooms.join(' and src/')} may import ${target}`];
  const name = roomOf(path);
  const room = name === undefined ? undefined : ROOMS[name];
  const browserOnly = path.startsWith('src/client/') && target.startsWith('node:');
  const allowed = room === undefined ? !browserOnly : room.packages.some((known) => isPackage(target, known));
  return allowed ? [] : [`may not import the package ${target}`];
}

function roomOf(path: string): string | undefined {
  if (/^src\/(client|server)\/main\.tsx?$/.test(path)) return undefined;
  return Object.keys(ROOMS).find((room) => isIn(path, room));
}

function isIn(path: string, room: string): boolean {
  return path.startsWith(`src/${room}/`) || path.replace(/\.tsx?$/, '') === `src/${room}`;
}

function isPackage(target: string, name: string): boolean {
  return target === name || target.startsWith(`${name}/`);
}

// A file that only hands on what others export hides where things are. Module state outlives the test that set it.
function shapeViolations(body: readonly Node[]): readonly string[] {
  const handsOn = (node: Node) => /^Export(All|Named)Declaration$/.test(node.type) && node.source != null;
  const isImport = (node: Node) => node.type === 'ImportDeclaration';
  const barrel = body.some(handsOn) && body.every((node) => handsOn(node) || isImport(node));
  const state = body.some((node) => {
    const declared = node.type === 'ExportNamedDeclaration' ? (node.declaration as Node | null) : node;
    return declared?.type === 'VariableDeclaration' && declared.kind !== 'const';
  });
  return [
    ...(barrel ? ['is a barrel: it only hands on what other files export'] : []),
    ...(state ? ['keeps state in the module: make it in a createX(deps)'] : []),
  ];
}

function anyViolations(parsed: Parsed): readonly string[] {
  return parsed.nodes.some((node) => node.type === 'TSAnyKeyword') ? ['uses the type any'] : [];
}

/** What gives another answer on another day or another screen. */
function impurities(nodes: readonly Node[]): readonly string[] {
  const found = nodes.flatMap((node) => {
    if (node.type === 'NewExpression' || node.type === 'CallExpression') {
      return nameOf(node.callee) === 'Date' ? ['Date'] : [];
    }
    if (node.type !== 'MemberExpression') return [];
    const object = nameOf(node.object);
    const property = nameOf(node.property);
    if (object === 'crypto' || property === 'crypto') return ['crypto'];
    const text = `${object}.${property}`;
    return ['Date.now', 'Temporal.Now', 'Math.random', 'performance.now'].includes(text) ? [text] : [];
  });
  return [...new Set(found)].map((name) => `${name} is not for the domain: the caller says what time it is`);
}

function cssViolations(content: string): readonly string[] {
  const css = content.replace(/\/\*[\s\S]*?\*\//g, ' ');
  const found = [...css.matchAll(PHYSICAL_PROPERTY), ...css.matchAll(PHYSICAL_VALUE)].map(([text]) => text);
  return found.map((text) => `"${text}" points to a side of the screen: Arabic reads the other way, say inline-start`);
}

function parse(file: SourceFile): Parsed {
  const result = parseSync(file.path, file.content, { lang: file.path.endsWith('x') ? 'tsx' : 'ts' });
  const [problem] = result.errors;
  if (problem !== undefined) throw new Error(`${file.path} cannot be parsed: ${problem.message}`);
  const nodes = nodesBelow(result.program);
  return { imports: importsIn(nodes), body: result.program.body as unknown as readonly Node[], nodes };
}

function importsIn(nodes: readonly Node[]): readonly Import[] {
  return nodes.flatMap((node) => {
    const target = textOf(node.source);
    if (target === undefined) return [];
    switch (node.type) {
      case 'ImportDeclaration':
        return [{ target, typeOnly: node.importKind === 'type' || onlyTypes(node.specifiers, 'importKind') }];
      case 'ExportNamedDeclaration':
      case 'ExportAllDeclaration':
        return [{ target, typeOnly: node.exportKind === 'type' || onlyTypes(node.specifiers, 'exportKind') }];
      case 'ImportExpression':
        return [{ target, typeOnly: false }];
      case 'TSImportType':
        return [{ target, typeOnly: true }];
      default:
        return [];
    }
  });
}

function onlyTypes(specifiers: unknown, kind: string): boolean {
  if (!Array.isArray(specifiers) || specifiers.length === 0) return false;
  return specifiers.every((specifier: Node) => specifier[kind] === 'type');
}

function textOf(value: unknown): string | undefined {
  return isNode(value) && typeof value.value === 'string' ? value.value : undefined;
}

function nameOf(value: unknown): string | undefined {
  return isNode(value) && typeof value.name === 'string' ? value.name : textOf(value);
}

function nodesBelow(value: unknown): readonly Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesBelow);
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.values(value).flatMap(nodesBelow);
  return isNode(value) ? [value, ...below] : below;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
