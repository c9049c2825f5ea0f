/**
 * The demonstration: a data folder that the server made itself, marked so, with the sample building in it. Refuses to
 * put the sample building into a folder or database that is somebody's.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { locationOf } from '../domain/board.ts';
import { row, rows } from '../domain/table.ts';
import { dateAt, type Instant } from '../domain/time.ts';
import { accountsThatHold, giveAccounts, type SampleAccount } from './demonstration-accounts.ts';
import { laySampleTables } from './demonstration-meals.ts';
import type { House } from './house.ts';
import type { ImportFiles } from './http/import-route.ts';
import { linkPath } from './http/links.ts';
import { submitAsOperator } from './operator-commands.ts';
import type { Passwords } from './passwords.ts';
import type { Sessions } from './sessions.ts';

const MARK = 'demo';
const LOADING = 'Dit is een demonstratie. Het voorbeeldgebouw wordt geladen.\n';
const LOADED = 'Dit is een demonstratie. Het voorbeeldgebouw is geladen.\n';

const SAMPLE_FOLDER = join(import.meta.dirname, 'sample');
const SAMPLE_FILES = {
  residents: 'bewoners.csv',
  programme: 'weekprogramma.ics',
  scooters: 'scootmobielen.csv',
  staff: 'medewerkers.csv',
  menu: 'menu.csv',
} as const;

/** Whether nothing was ever kept there. To be asked before anything opens the folder. */
export function isNewFolder(dataFolder: string): boolean {
  return !existsSync(dataFolder) || readdirSync(dataFolder).length === 0;
}

export const isMarkedDemo = (dataFolder: string): boolean => existsSync(join(dataFolder, MARK));

/** After a restore: marked where the backup is of a demonstration, and never a real house. */
export function markAsDemo(dataFolder: string, demo: boolean): void {
  const mark = join(dataFolder, MARK);
  if (demo) writeFileSync(mark, LOADED, { mode: 0o600 });
  else rmSync(mark, { force: true });
}

export interface DemonstrationDeps {
  readonly dataFolder: string;
  /** A new folder, as it was before the house was opened, of who wants a demonstration. */
  readonly mayBecomeDemo: boolean;
  readonly house: House;
  readonly importFiles: ImportFiles;
  readonly passwords: Passwords;
  readonly sampleMeals: boolean;
  readonly now: () => Instant;
}

/**
 * Marks a new folder and loads the sample building; goes on with a load that was cut off. Returns whether this house is
 * a demonstration. Throws where the sample building cannot be loaded.
 */
export async function prepareDemonstration(deps: DemonstrationDeps): Promise<boolean> {
  const { dataFolder, mayBecomeDemo, house, importFiles } = deps;
  const mark = join(dataFolder, MARK);
  if (!existsSync(mark)) {
    if (!mayBecomeDemo || !house.empty) return false;
    writeFileSync(mark, LOADING, { mode: 0o600 });
  }
  if (readFileSync(mark, 'utf8') === LOADED && !house.empty) return true;
  const outcome = await importFiles({ files: await sampleFiles(), goodLines: false });
  if (!outcome.ok) throw new Error(`the sample building cannot be loaded: ${outcome.text}`);
  await givePictureCode(house, deps.now());
  await giveAccounts(house, deps.passwords, deps.now());
  if (deps.sampleMeals) await laySampleTables(house, deps.now());
  writeFileSync(mark, LOADED, { mode: 0o600 });
  return true;
}

/** What somebody who has a look can do at once. */
export interface Offer {
  /** Opens the staff side, once; null without a manager. */
  readonly staffPath: string | null;
  /** Who may book a scooter, and behind which door; their pictures are the diagonal. Null once that has changed. */
  readonly rider: { readonly name: string; readonly door: string } | null;
  /** Who of the team can sign in, and with what: those that nobody has changed. */
  readonly accounts: readonly SampleAccount[];
}

/** From top left to bottom right. */
const DIAGONAL = [0, 4, 8] as const;

export async function whatToTry(house: House, sessions: Sessions, passwords: Passwords): Promise<Offer> {
  const { authority, secrets } = house;
  const { board } = authority.state();
  const manager = [...rows(board.staffMember)].find(({ role }) => role === 'manager');
  const rider = [...rows(board.resident)].find(
    ({ id }) => row(board.pictureCode, id, id)?.hash === secrets.hashPictureCode(id, DIAGONAL),
  );
  const door = rider === undefined ? undefined : row(board.home, rider.homeId, rider.homeId);
  return {
    staffPath: manager === undefined ? null : linkPath(sessions.link(manager.id)),
    rider: rider === undefined || door === undefined ? null : { name: rider.firstName, door: door.number },
    accounts: await accountsThatHold(house, passwords),
  };
}

/** One resident who has a driving test gets a code, so that booking can be tried without a card reader. */
async function givePictureCode({ authority, secrets }: House, now: Instant): Promise<void> {
  const { board } = authority.state();
  const today = dateAt(now, locationOf(board).timeZone);
  const able = [...rows(board.clearance)].filter(({ residentId, validUntil }) => {
    const holder = row(board.resident, residentId, residentId);
    return validUntil > today && holder?.left === null && holder.showName;
  });
  const longest = able.sort((a, b) => b.types.length - a.types.length || (a.validUntil < b.validUntil ? 1 : -1)).at(0);
  if (longest === undefined) return;
  const { residentId } = longest;
  const hash = secrets.hashPictureCode(residentId, DIAGONAL);
  await submitAsOperator(authority, { type: 'setPictureCode', residentId, hash }, now);
}

async function sampleFiles() {
  const read = Object.entries(SAMPLE_FILES).map(async ([kind, name]) => {
    const base64 = (await readFile(join(SAMPLE_FOLDER, name))).toString('base64');
    return [kind, { name, base64 }] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}
