// The power goes while people sign up: whoever heard "Gelukt" is on the list, once. `npm run kills` does it fifty times.
import { expect, onTestFinished, test } from 'vitest';
import { killAgainAndAgain } from '../long/kills.ts';
import { freshDatabase } from '../support/fresh-database.ts';
import { newDataFolder, removeDataFolder } from '../support/running-server.ts';

test.each(['sqlite', 'postgres'])(
  'nothing that was answered is lost, and nothing is there twice: %s',
  async (engine) => {
    const dataFolder = newDataFolder();
    onTestFinished(() => removeDataFolder(dataFolder));
    const more = engine === 'sqlite' ? {} : { databaseUrl: await freshDatabase() };
    const outcome = await killAgainAndAgain({ kills: 3, dataFolder, ...more });
    expect(outcome).toMatchObject({ kills: 3, lost: 0, doubled: 0, gaps: 0 });
    expect(outcome.answered).toBeGreaterThan(0);
  },
);
