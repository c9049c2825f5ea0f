import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { nameBuild } from '../../../deploy/offline-build.ts';
import { buildOf } from '../../../src/client/platform/build.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huiskamer-build-'));
  await writeFile(join(folder, 'index.html'), '<!doctype html>\n<html lang="nl"><p>Vandaag</p></html>\n');
  await writeFile(join(folder, 'one.js'), 'one();');
});
afterEach(() => rm(folder, { recursive: true }));

describe('the name of a build', () => {
  test('stands in its page, and naming it again changes nothing', async () => {
    const name = await nameBuild(folder);
    const page = await readFile(join(folder, 'index.html'), 'utf8');
    expect(page).toContain(`<html data-build="${name}" lang="nl">`);
    expect(await nameBuild(folder)).toBe(name);
    expect(await readFile(join(folder, 'index.html'), 'utf8')).toBe(page);
  });

  test('is another one when any file is', async () => {
    const name = await nameBuild(folder);
    await cp(join(folder, 'one.js'), join(folder, 'two.js'));
    const second = await nameBuild(folder);
    await writeFile(join(folder, 'two.js'), 'two();');
    expect(new Set([name, second, await nameBuild(folder)]).size).toBe(3);
  });

  test('is read from the page, and where nothing was built it says so', () => {
    expect(buildOf({ dataset: { build: 'D0NV3K1pkcZh' } })).toBe('D0NV3K1pkcZh');
    expect(buildOf({ dataset: {} })).toBe('development');
  });
});
