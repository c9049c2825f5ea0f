/** `npm run kills [-- 50]`: the server killed so often on each engine, with counts. Ends with 1 where anything was lost. */
import { startPostgres } from '../support/postgres.ts';
import { newDataFolder, removeDataFolder } from '../support/running-server.ts';
import { killAgainAndAgain, outcomeLine } from './kills.ts';

const kills = Number(process.argv[2] ?? 50);
const postgres = await startPostgres({ durable: true });
try {
  for (const engine of ['SQLite', 'PostgreSQL'] as const) {
    const dataFolder = newDataFolder();
    const more = engine === 'SQLite' ? {} : { databaseUrl: await postgres.createDatabase() };
    const outcome = await killAgainAndAgain({ kills, dataFolder, ...more });
    console.log(outcomeLine(engine, outcome));
    if (outcome.lost + outcome.doubled + outcome.gaps > 0) process.exitCode = 1;
    removeDataFolder(dataFolder);
  }
} finally {
  await postgres.stop();
}
