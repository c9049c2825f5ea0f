/** `npm run record-contract`: writes down what this release says, for every later one to be tried against. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeRecording, thisRelease } from './recording.ts';

const folder = join(import.meta.dirname, thisRelease());
await mkdir(folder, { recursive: true });
for (const [name, value] of Object.entries(makeRecording()))
  await writeFile(join(folder, `${name}.json`), `${JSON.stringify(value, null, 1)}\n`);
console.log(`Recorded ${folder}`);
