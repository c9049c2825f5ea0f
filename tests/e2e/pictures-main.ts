/**
 * `npm run pictures`: takes anew those pictures of the screens that differ, and makes them small. Refuses to judge them:
 * somebody looks at each before it is committed.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shrunk } from './visual-shrink.ts';

const FOLDER = join(import.meta.dirname, 'visual');

const { status } = spawnSync(
  join('node_modules', '.bin', 'playwright'),
  ['test', 'visual-kiosk', 'visual-desk', '--update-snapshots=changed', ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
for (const name of readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })) {
  if (!name.endsWith('.png')) continue;
  const file = join(FOLDER, name);
  const png = readFileSync(file);
  const small = shrunk(png);
  if (small !== png) writeFileSync(file, small);
}
process.exitCode = status ?? 1;
