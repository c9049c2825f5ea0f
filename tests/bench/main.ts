/** `npm run bench`: figures for this machine, as ratios within one run. Asserts nothing: correctness has its own tests. */
import { cpus } from 'node:os';
import { startPostgres } from '../support/postgres.ts';
import { measureAlarm } from './alarm.ts';
import { measureAway } from './away.ts';
import { postgresFloor, sqliteFloor } from './floor.ts';
import { measureKiosk } from './kiosk.ts';
import { measureMeal } from './meal.ts';
import { measureSample } from './sample.ts';
import { type Line, measureBoardSize, measureServer } from './server.ts';

const parts = process.argv.slice(2);
const wanted = (part: string): boolean => parts.length === 0 || parts.includes(part);

console.log(
  `Huiskamer bench, ${new Date().toISOString()}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}\n`,
);

if (wanted('sqlite')) print(await measureServer('SQLite', sqliteFloor));
if (wanted('postgres')) {
  const postgres = await startPostgres({ durable: true });
  try {
    const databaseUrl = await postgres.createDatabase();
    print(await measureServer('PostgreSQL', () => postgresFloor(databaseUrl), databaseUrl));
  } finally {
    await postgres.stop();
  }
}
if (wanted('sample')) print(await measureSample());
if (wanted('board')) print([await measureBoardSize()]);
if (wanted('kiosk')) print(await measureKiosk());
if (wanted('meal')) print(await measureMeal());
if (wanted('alarm')) print(await measureAlarm());
if (wanted('away')) print(await measureAway());

function print(lines: readonly Line[]): void {
  for (const { what, value, aim } of lines)
    console.log(`${what.padEnd(84)} ${value}${aim === undefined ? '' : `   (aim: ${aim})`}`);
  console.log('');
}
