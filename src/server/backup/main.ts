/** `npm run backup -- [file]`: a backup of the house, also while its server runs. Refuses to write over a file. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { backupsOf, readConfig } from '../config.ts';
import { StoreRefused } from '../db/store.ts';
import { runTool, sizeWords } from './command-line.ts';
import { backupName, makeBackup } from './make.ts';

const HELP = `Een reservekopie maken van het hele huis, ook terwijl de server draait:

  npm run backup [-- bestand]

Zonder bestand komt zij in de map met reservekopieën (HUISKAMER_BACKUPS, anders data/backups).
In de reservekopie staat alles, ook de sleutel van de server. Bewaar haar zoals u een huissleutel bewaart.
Terugzetten: npm run restore -- bestand`;

process.exitCode = await runTool(async () => {
  const { values, positionals } = readArguments();
  if (values.help) return HELP;
  const config = readConfig();
  if (!config.ok) throw new StoreRefused(config.error);
  const at = Date.now();
  const file = resolve(positionals[0] ?? join(backupsOf(config.value), backupName('huiskamer', at)));
  if (existsSync(file)) throw new StoreRefused(`${file} bestaat al. Kies een andere naam. Er is niets veranderd.`);
  const made = await makeBackup({ ...config.value, file, at });
  if (made === null) throw new StoreRefused(`In ${config.value.dataFolder} is nog geen huis om te bewaren.`);
  return `Reservekopie gemaakt en nagelezen: ${made.file} (${sizeWords(made.bytes)}, ${made.rows} regels).`;
});

function readArguments() {
  try {
    return parseArgs({ options: { help: { type: 'boolean', short: 'h' } }, strict: true, allowPositionals: true });
  } catch {
    throw new StoreRefused('Dit is niet begrepen. Uitleg: npm run backup -- --help');
  }
}
