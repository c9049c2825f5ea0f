/** `npm run kills [-- 50 [SQLite|PostgreSQL]]`: the server killed so often on each engine. Ends with 1 where anything was lost. */
import { startPostgres } from '../support/postgres.ts';
import { newDataFolder, removeDataFolder } from '../support/running-server.ts';
import { killAgainAndAgain, outcomeLine } from './kills.ts';

const [kills = '50', only] = process.argv.slice(2);
const postgres = await startPostgres({ durable: true });
try {
  for (const engine of ['SQLite', 'PostgreSQL'] as const) {
    if (only !== undefined && only !== engine) continue;
    const dataFolder = newDataFolder();
    const more = engine === 'SQLite' ? {} : { databaseUrl: await postgres.createDatabase() };
    const outcome = await killAgainAndAgain({ kills: Number(kills), dataFolder, ...more });
    console.log(outcomeLine(engine, outcome));
    if (outcome.lost + outcome.doubled + outcome.gaps > 0) process.exitCode = 1;
    removeDataFolder(dataFolder);
  }
} finally {
  await postgres.stop();
}
