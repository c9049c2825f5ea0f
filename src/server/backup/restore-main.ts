/**
 * `npm run restore -- file`: puts a backup back, then opens the house once, which erases again whoever was erased since.
 * Refuses with one Dutch sentence and exit code 1.
 */
import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { StoreRefused } from '../db/store.ts';
import { openHouses } from '../house.ts';
import { createLog } from '../log.ts';
import { findServer } from '../operator.ts';
import { runTool } from './command-line.ts';
import { restoreBackup } from './restore.ts';

const HELP = `Een reservekopie terugzetten. De server moet uit staan.

  npm run restore -- bestand [--erased gewist.txt]

Wat er nu is, blijft bewaard in een map before-restore-… in de map met gegevens.
Wie intussen is gewist, blijft gewist: dat weten de gegevens die er nu zijn.
Op een nieuwe computer weten die niets. Geef dan met --erased de nieuwste lijst gewist.txt,
of de nieuwste reservekopie, als u een oudere terugzet.`;

process.exitCode = await runTool(async () => {
  const { values, positionals } = readArguments();
  const [file] = positionals;
  if (values.help || file === undefined) return HELP;
  const config = readConfig();
  if (!config.ok) throw new StoreRefused(config.error);
  const server = await findServer(config.value.dataFolder);
  if (!server.ok) throw new StoreRefused(server.error);
  if (server.value !== null)
    throw new StoreRefused('De server draait. Stop hem eerst, en zet dan terug. Er is niets veranderd.');
  const { head, rows, before } = await restoreBackup(config.value, {
    file,
    erased: values.erased ?? null,
    at: Date.now(),
  });
  const log = createLog((line) => process.stderr.write(line), 'warn');
  const houses = await openHouses(config.value, { log, now: () => Date.now() });
  await houses.close();
  return [
    `Teruggezet: de reservekopie van ${head.at} (${rows} regels).`,
    ...(before === null ? [] : [`Wat er was, staat in ${before}. Gooi dat weg zodra het niet meer nodig is.`]),
    'Start nu de server. De schermen halen alles opnieuw op en sturen wat zij de laatste drie dagen verstuurden.',
  ].join('\n');
});

function readArguments() {
  try {
    const options = { help: { type: 'boolean', short: 'h' }, erased: { type: 'string' } } as const;
    return parseArgs({ options, strict: true, allowPositionals: true });
  } catch {
    throw new StoreRefused('Dit is niet begrepen. Uitleg: npm run restore -- --help');
  }
}
