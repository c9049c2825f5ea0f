// Holds the plan of the house: the whole tree keeps every rule, and every rule bites on a file that breaks it.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { violations } from './support/architecture-rules.ts';

const ROOT = join(import.meta.dirname, '..');

describe('the tree', () => {
  test('keeps every rule of the house', async () => {
    const paths = await sourceFiles();
    const found = await Promise.all(
      paths.map(async (path) => violations({ path, content: await readFile(join(ROOT, path), 'utf8') })),
    );
    expect(found.flat()).toEqual([]);
  });

  test('is really read: the rules see the rooms, the screens and their styles', async () => {
    const paths = await sourceFiles();
    for (const start of ['src/domain/', 'src/client/', 'src/server/', 'tests/']) {
      expect(paths.some((path) => path.startsWith(start))).toBe(true);
    }
    for (const end of ['.ts', '.tsx', '.css']) expect(paths.some((path) => path.endsWith(end))).toBe(true);
  });
});

describe('an import is refused', () => {
  const refused: readonly [path: string, line: string][] = [
    ['src/domain/decide.ts', "import { html } from 'hono';"],
    ['src/domain/decide.ts', "import { readFile } from 'node:fs';"],
    ['src/domain/decide.ts', "import { board } from '../client/state/board.ts';"],
    ['src/domain/decide.ts', "import type { Config } from '../server/config.ts';"],
    ['src/client/state/board.ts', "import { send } from '../sync/outbox.ts';"],
    ['src/client/state/board.ts', "import { openDB } from 'idb';"],
    ['src/client/state/board.ts', "const clock = await import('../platform/clock.ts');"],
    ['src/client/sync/outbox.ts', "import { openStore } from '../platform/store.ts';"],
    ['src/client/sync/outbox.ts', "import { type Store, openStore } from '../platform/store.ts';"],
    ['src/client/sync/outbox.ts', "import { Today } from '../kiosk/Today.tsx';"],
    ['src/client/ui/Tile.tsx', "import { signUp } from '../app.ts';"],
    ['src/client/ui/Tile.tsx', "import type { Activity } from '../../domain/activity.ts';"],
    ['src/client/ui/Tile.tsx', "import { signal } from '@preact/signals';"],
    ['src/client/kiosk/Today.tsx', "import { outbox } from '../sync/outbox.ts';"],
    ['src/client/kiosk/Today.tsx', "import type { Clock } from '../platform/clock.ts';"],
    ['src/client/kiosk/Today.tsx', "import { decide } from '../../domain/decide.ts';"],
    ['src/client/kiosk/Today.tsx', "export { decide } from '../../domain/decide.ts'; const a = 1;"],
    ['src/client/kiosk/Today.tsx', "import { Kitchen } from '../staff/Kitchen.tsx';"],
    ['src/client/staff/Kitchen.tsx', "import { Today } from '../kiosk/Today.tsx';"],
    ['src/client/main.tsx', "import { createApp } from '../server/app.ts';"],
    ['src/client/main.tsx', "import { readFile } from 'node:fs/promises';"],
    ['src/server/main.ts', "import { App } from '../client/kiosk/App.tsx';"],
    ['src/server/app.ts', "type Screen = import('../client/app.ts').Screen;"],
    ['src/server/app.ts', "import { Kysely } from 'kysely';"],
    ['src/server/main.ts', "import pg from 'pg';"],
    ['src/server/authority.ts', "import { DatabaseSync } from 'node:sqlite';"],
    ['src/server/authority.ts', "import { Migrator } from 'kysely/migration';"],
    ['src/server/jobs/backup.ts', "import ICAL from 'ical.js';"],
    ['src/server/app.ts', "import { RRuleTemporal } from 'rrule-temporal';"],
    ['src/server/db/schema.ts', "import { findIana } from 'windows-iana';"],
    ['src/server/app.ts', "import { freePort } from '../../tests/support/free-port.ts';"],
  ];
  test.each(refused)('%s ← %s', (path, content) => {
    expect(violations({ path, content })).toEqual([expect.stringMatching(/may not import|may import/)]);
  });
});

describe('an import is allowed', () => {
  const allowed: readonly [path: string, line: string][] = [
    ['src/domain/decide.ts', "import * as v from 'valibot'; import { ok } from './result.ts';"],
    ['src/client/state/board.ts', "import { decide } from '../../domain/decide.ts';"],
    ['src/client/sync/outbox.ts', "import type { Store } from '../platform/store.ts';"],
    ['src/client/sync/outbox.ts', "import { type Store } from '../platform/store.ts';"],
    ['src/client/ui/Tile.tsx', "import { useState } from 'preact/hooks'; import '../styles/tile.css';"],
    [
      'src/client/kiosk/Today.tsx',
      "import { today } from '../../domain/views.ts'; import { Tile } from '../ui/Tile.tsx';",
    ],
    ['src/client/kiosk/Today.tsx', "import type { Activity } from '../../domain/activity.ts';"],
    ['src/client/main.tsx', "import { Today } from './kiosk/Today.tsx'; import { clock } from './platform/clock.ts';"],
    ['src/server/db/sqlite.ts', "import { DatabaseSync } from 'node:sqlite'; import { Kysely } from 'kysely';"],
    ['src/server/import/calendar.ts', "import ICAL from 'ical.js';"],
    ['src/server/export/calendar.ts', "import ICAL from 'ical.js';"],
    ['src/server/app.ts', "import { decide } from '../domain/decide.ts'; import { Hono } from 'hono';"],
  ];
  test.each(allowed)('%s ← %s', (path, content) => {
    expect(violations({ path, content })).toEqual([]);
  });
});

describe('the domain has no clock, no chance and no keys', () => {
  test.each([
    'export const a = Date.now();',
    'export const a = () => new Date();',
    'export const a = Date();',
    "export const a = Temporal.Now.instant().toString() + 'x';",
    'export const a = Math.random();',
    "export const a = Math['random']();",
    'export const a = crypto.randomUUID();',
    'export const a = globalThis.crypto.randomUUID();',
  ])('%s', (content) => {
    expect(violations({ path: 'src/domain/decide.ts', content })).toEqual([
      expect.stringContaining('is not for the domain'),
    ]);
    expect(violations({ path: 'src/server/authority.ts', content })).toEqual([]);
  });

  test('a word in a comment or a sentence is no clock', () => {
    const content = "// never Date.now()\nexport const why = 'Math.random() is not repeatable';";
    expect(violations({ path: 'src/domain/decide.ts', content })).toEqual([]);
  });
});

describe('styles read in both directions', () => {
  test.each([
    '.a { left: 0; }',
    '.a{margin-left:1rem}',
    '.a { padding-right: 1rem; }',
    '.a { border-left: 1px solid; }',
    '.a { border-right-color: red; }',
    '.a { border-top-left-radius: 1px; }',
    '.a { text-align: left; }',
    '.a { float: right; }',
  ])('%s is refused', (content) => {
    expect(violations({ path: 'src/client/styles/a.css', content })).toHaveLength(1);
  });

  test.each([
    '/* left: 0 */ .a { inset-inline-start: 0; margin-inline: 1rem; text-align: start; }',
    '.left { --left: 1px; margin-top: 1px; }',
    '.a { border-start-start-radius: 1px; transform-origin: left; }',
  ])('%s is allowed', (content) => {
    expect(violations({ path: 'src/client/styles/a.css', content })).toEqual([]);
  });
});

describe('shape', () => {
  test('a barrel is refused, a file with something of its own is not', () => {
    const handedOn = "export { a } from './a.ts';\nexport * from './b.ts';\n";
    expect(violations({ path: 'src/domain/rules.ts', content: handedOn })).toEqual([expect.stringContaining('barrel')]);
    expect(violations({ path: 'src/domain/rules.ts', content: `${handedOn}export const c = 1;` })).toEqual([]);
  });

  test('state in a module is refused', () => {
    for (const content of ['let count = 0;', 'export let count = 0;', 'var count = 0;']) {
      expect(violations({ path: 'src/server/log.ts', content })).toEqual([expect.stringContaining('state')]);
    }
  });

  test.each(['const a: any = 1;', 'const a = 1 as any;', 'type A = Record<string, any>;'])(
    '%s is refused',
    (content) => {
      expect(violations({ path: 'src/server/log.ts', content })).toEqual([expect.stringContaining('type any')]);
      expect(violations({ path: 'tests/log.test.ts', content })).toEqual([expect.stringContaining('type any')]);
    },
  );

  test.each([
    'src/domain/utils.ts',
    'src/client/date-helpers.ts',
    'src/server/resident-service.ts',
    'src/client/kiosk/VisitManager.tsx',
    'src/client/helpers/format.ts',
    'src/domain/index.ts',
    'src/domain/signUp.ts',
    'src/client/ui/big_tile.tsx',
  ])('the name %s is refused', (path) => {
    expect(violations({ path, content: '' })).toHaveLength(1);
  });

  test.each([
    'src/client/service-worker.ts',
    'src/client/ui/BigTile.tsx',
    'src/client/main.tsx',
    'src/domain/sign-up.ts',
  ])('the name %s is allowed', (path) => {
    expect(violations({ path, content: '' })).toEqual([]);
  });
});

async function sourceFiles(): Promise<readonly string[]> {
  const lists = await Promise.all(
    ['src', 'tests', 'deploy'].map(async (folder) => {
      const entries = await readdir(join(ROOT, folder), { recursive: true });
      return entries.map((entry) => `${folder}/${entry.replaceAll('\\', '/')}`);
    }),
  );
  return lists.flat().filter((path) => /\.(tsx?|css)$/.test(path));
}
