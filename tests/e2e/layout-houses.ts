/**
 * A house of its own for every state, as its stage prepares it: prepared once, and then copied, which takes a quarter of
 * the time. Refuses to share a house.
 */
import { cpSync } from 'node:fs';
import { newDataFolder, removeDataFolder } from '../support/running-server.ts';
import { type BrowserHouse, openBrowserHouse } from './house.ts';
import { type StageName, stages } from './layout-stages.ts';

export interface StageHouses {
  /** As it was when its stage had been prepared, to the minute. */
  open(name: StageName): Promise<BrowserHouse>;
  remove(): void;
}

interface Prepared {
  readonly folder: string;
  readonly at: string;
}

export function createStageHouses(): StageHouses {
  const prepared = new Map<StageName, Promise<Prepared>>();
  const folders: string[] = [];
  const prepare = async (name: StageName): Promise<Prepared> => {
    const { prepare, startsAt } = stages[name];
    const folder = newDataFolder();
    folders.push(folder);
    const house = await openBrowserHouse(startsAt, { dataFolder: folder });
    await prepare(house);
    const at = new Date(house.now()).toISOString();
    await house.stop();
    return { folder, at };
  };
  return {
    async open(name) {
      const found = prepared.get(name) ?? prepare(name);
      prepared.set(name, found);
      const { folder, at } = await found;
      const copy = newDataFolder();
      cpSync(folder, copy, { recursive: true });
      const house = await openBrowserHouse(at, { dataFolder: copy });
      const stop = async () => {
        await house.stop();
        removeDataFolder(copy);
      };
      return { ...house, stop };
    },
    remove() {
      for (const folder of folders) removeDataFolder(folder);
    },
  };
}
