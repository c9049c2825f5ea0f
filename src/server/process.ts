/**
 * The process: starts a house, says where to look, and stops it on a signal. Refuses to start with a setting, a port or
 * a database that does not work, in one sentence.
 */
import { join } from 'node:path';
import { type Config, flatsOf, readConfig } from './config.ts';
import { StoreRefused, StoreUnavailable } from './db/store.ts';
import type { Offer } from './demonstration.ts';
import { NOT_BUILT } from './http/client-files.ts';
import { importInto } from './import/import-into.ts';
import { createLog, errorFields, gatherLines, type Log } from './log.ts';
import { type RunningHouse, startServer } from './start.ts';

/** The promise is ten seconds; a stop that hangs must not wait for somebody to notice. */
const LONGEST_STOP = 9_000;
const CLIENT_FOLDER = join(import.meta.dirname, '../../dist/client');

await main();

async function main(): Promise<void> {
  const config = readConfig();
  if (!config.ok) return giveUp(config.error);
  const lines = gatherLines((text) => process.stderr.write(text));
  process.on('exit', lines.flush);
  // Who read what we print may go away; the house goes on.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  // Who sits at a terminal reads sentences; the lines for programs would drown them.
  const log = createLog(lines.add, process.stderr.isTTY ? 'warn' : 'info');
  process.on('uncaughtException', (error) => {
    log.error('crashed', errorFields(error));
    process.exit(1);
  });
  try {
    const now = () => Date.now();
    const house = await startServer(config.value, { log, now, clientFolder: CLIENT_FOLDER, importInto });
    process.stdout.write(welcome(house, config.value));
    stopOnSignal(house, log);
  } catch (error) {
    const sentence = sentenceOf(error, config.value);
    if (sentence === null) log.error('start-failed', errorFields(error));
    lines.flush();
    giveUp(sentence ?? 'Huiskamer kan niet starten door een fout in het programma. Zie de regel hierboven.');
  }
}

function giveUp(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function stopOnSignal(house: RunningHouse, log: Log): void {
  let stopping = false;
  const stop = () => {
    // Under npm a Ctrl+C comes twice, from the terminal and from npm: the second must not cut the first short.
    if (stopping) return;
    stopping = true;
    setTimeout(() => {
      log.error('stop-took-too-long', { ms: LONGEST_STOP });
      process.exit(1);
    }, LONGEST_STOP).unref();
    house.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error('stop-failed', errorFields(error));
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

function welcome({ url, demo, empty, built, shown, firstAdminFiles }: RunningHouse, config: Config): string {
  const { dataFolder, databaseUrl } = config;
  const flats = flatsOf(config);
  const address = url.replace('//127.0.0.1:', '//localhost:');
  const lines = [
    `Huiskamer staat aan: ${address}`,
    ...(demo ? ['Dit is een demonstratie met een voorbeeldgebouw, alleen te zien op deze computer.'] : []),
    ...offerLines(shown, address),
    ...(flats.length === 1 ? [] : [`Flats: ${flats.map(({ id, hostName }) => `${id} (${hostName})`).join(', ')}`]),
    ...firstAdminFiles.map((file) => `De eerste beheerder opent de link in ${file}; die werkt één keer.`),
    ...(empty ? firstSteps(dataFolder) : []),
    ...(built ? [] : [NOT_BUILT]),
    databaseUrl === null
      ? `De gegevens staan in ${dataFolder}`
      : `De gegevens staan in PostgreSQL, de sleutel in ${dataFolder}`,
    'Stoppen: Ctrl+C',
  ];
  return `\n${lines.map((line) => `  ${line}`).join('\n')}\n\n`;
}

function offerLines(shown: RunningHouse['shown'], address: string): readonly string[] {
  if (shown === null) return [];
  const { staffPath, rider, accounts } = shown;
  return [
    ...(staffPath === null ? [] : [`Het beheer (één keer, binnen 10 minuten): ${address}${staffPath}`]),
    ...(rider === null
      ? []
      : [`Scootmobiel proberen: ${rider.name}, deur ${rider.door}. De plaatjes: linksboven, midden, rechtsonder.`]),
    ...accountLines(accounts),
  ];
}

/** They are in the demonstration alone, which only this computer can see. */
function accountLines(accounts: Offer['accounts']): readonly string[] {
  if (accounts.length === 0) return [];
  const lines = accounts.map((account) =>
    'digits' in account
      ? `  ${account.name}, op het scherm: code ${account.digits}`
      : `  ${account.name}, op /beheer: naam ${account.userName}, wachtwoord ${account.password}`,
  );
  return ['Inloggen als medewerker (alleen in deze demonstratie, met deze sleutel):', ...lines];
}

function firstSteps(dataFolder: string): readonly string[] {
  const here = `  HUISKAMER_DATA=${dataFolder} npm run`;
  return [
    'Dit huis is nog leeg. Lees eerst de bewoners en het programma in:',
    `${here} import -- --residents bewoners.csv --programme weekprogramma.ics`,
    'Geef dan iemand toegang tot het beheer:',
    `${here} admin -- --name "Voornaam Achternaam" --role admin`,
  ];
}

/** What somebody can do about it, or null where only a programmer can. */
function sentenceOf(error: unknown, { port, host, dataFolder }: Config): string | null {
  if (error instanceof StoreRefused) return error.message;
  if (error instanceof StoreUnavailable)
    return 'De database is niet bereikbaar. Klopt DATABASE_URL, en staat de database aan?';
  const code = error instanceof Error && 'code' in error ? error.code : null;
  const system = error instanceof Error && 'syscall' in error ? error.syscall : null;
  if (code === 'EADDRINUSE') {
    return `Poort ${port} is al in gebruik. Stop het andere programma, of kies een andere poort, zoals: PORT=${port + 1} npm start`;
  }
  if (system === 'listen' && code === 'EACCES')
    return `Poort ${port} mag hier niet worden gebruikt. Kies een poort vanaf 1024 met PORT.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `Deze computer heeft geen adres ${host}. Kies een ander adres met HOST.`;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return `In de map ${dataFolder} kan niet worden geschreven. Kies een andere map met HUISKAMER_DATA.`;
  if (code === 'ENOTDIR' || code === 'EEXIST') return `${dataFolder} is geen map. Kies een map met HUISKAMER_DATA.`;
  return null;
}
