// What a flat is called before anybody has said so.
import { expect, test } from 'vitest';
import { type Board, locationOf } from '../../src/domain/board.ts';
import type { Config } from '../../src/server/config.ts';
import { openHouses } from '../../src/server/house.ts';
import { createTestLog } from '../support/engines.ts';
import { newDataFolder, removeDataFolder } from '../support/running-server.ts';

const base = { port: 0, host: '127.0.0.1', databaseUrl: null, version: '0.0.0' };

test.each<[string, Pick<Config, 'demonstrate' | 'flats'>, readonly string[]]>([
  ['the sample building', { demonstrate: true }, ['De Zilvermeeuw']],
  ['a house of its own', { demonstrate: false }, ['Onze flat']],
  [
    'several flats',
    {
      demonstrate: false,
      flats: [
        { id: 'linden', hostName: 'linden.example' },
        { id: 'meeuw', hostName: 'meeuw.example' },
      ],
    },
    ['linden', 'meeuw'],
  ],
])('%s has a name to begin with', async (_what, config, names) => {
  const dataFolder = newDataFolder();
  const houses = await openHouses({ ...base, ...config, dataFolder }, { log: createTestLog(), now: Date.now });
  const nameOf = (board: Board) => locationOf(board).name;
  expect(houses.all.map(({ authority }) => nameOf(authority.state().board))).toEqual(names);
  await houses.close();
  await removeDataFolder(dataFolder);
});
