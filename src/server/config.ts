/**
 * What may be set from outside, read once at the start. The only file that reads the environment; refuses a value it
 * does not understand instead of guessing another.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { no, ok, type Result } from '../domain/result.ts';

/** A flat that this server keeps. */
export interface Flat {
  /** In every key of the database (DESIGN §6); never shown. */
  readonly id: string;
  /** The name of the computer under which its screens find it; null answers to any. */
  readonly hostName: string | null;
}

export interface Config {
  /** 0 lets the system choose a free one. */
  readonly port: number;
  readonly host: string;
  /** Absolute. */
  readonly dataFolder: string;
  /** Absolute: where backups are made; beside the data where nobody says so. */
  readonly backupFolder?: string;
  /** Several are told apart by the name their screens ask for; without it there is one. */
  readonly flats?: readonly Flat[];
  /** Null is SQLite in the data folder. */
  readonly databaseUrl: string | null;
  /** A data folder that is new gets the sample building: `npm start`, and nothing else, is for having a look. */
  readonly demonstrate: boolean;
  /** Whether somebody eats along in the sample building: tests count on empty lists. */
  readonly sampleMeals?: boolean;
  /** Of this program, as in package.json. */
  readonly version: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The settings, or one Dutch sentence that says which value is wrong and what it may be. Empty counts as not set. */
export function readConfig(environment: Environment = process.env): Result<Config, string> {
  const port = environment.PORT || '8080';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    return no(`PORT is "${port}", maar moet een getal van 0 tot en met 65535 zijn.`);
  }
  const host = environment.HOST || '127.0.0.1';
  if (!/^[0-9a-zA-Z:][0-9a-zA-Z.:%-]{0,252}$/.test(host)) {
    return no(`HOST is "${host}", maar moet een adres of naam van deze computer zijn, zoals 127.0.0.1 of 0.0.0.0.`);
  }
  const databaseUrl = environment.DATABASE_URL || null;
  if (databaseUrl !== null && !isPostgres(databaseUrl)) {
    // The value may hold a password, so it is not repeated.
    return no('DATABASE_URL moet beginnen met postgres:// of postgresql:// en verder een geldig adres zijn.');
  }
  const dataFolder = environment.HUISKAMER_DATA || 'data';
  if (dataFolder.includes('\0')) return no('HUISKAMER_DATA is geen geldige map.');
  if (environment.HUISKAMER_BACKUPS?.includes('\0')) return no('HUISKAMER_BACKUPS is geen geldige map.');
  const flats = readFlats(environment.HUISKAMER_FLATS || '');
  if (flats === null) {
    return no(
      'HUISKAMER_FLATS moet er zo uitzien: linden=linden.voorbeeld.nl,meeuw=meeuw.voorbeeld.nl. Links een korte naam in kleine letters, rechts het adres van de flat, elk één keer.',
    );
  }
  return ok({
    port: Number(port),
    host,
    dataFolder: resolve(dataFolder),
    ...(environment.HUISKAMER_BACKUPS ? { backupFolder: resolve(environment.HUISKAMER_BACKUPS) } : {}),
    flats,
    databaseUrl,
    // Set by npm itself.
    demonstrate: environment.npm_lifecycle_event === 'start' && flats.length === 1,
    sampleMeals: environment.HUISKAMER_SAMPLE_MEALS !== 'no',
    version: ownVersion(),
  });
}

/** The one flat of a server that was not told of others. */
const ONLY_FLAT: Flat = { id: 'house', hostName: null };

export const flatsOf = ({ flats }: Pick<Config, 'flats'>): readonly Flat[] => flats ?? [ONLY_FLAT];

export const backupsOf = ({ backupFolder, dataFolder }: Pick<Config, 'backupFolder' | 'dataFolder'>): string =>
  backupFolder ?? join(dataFolder, 'backups');

/** `linden=linden.example.nl,meeuw=…`; nothing is one flat under any name. Null where it says something else. */
function readFlats(text: string): readonly Flat[] | null {
  const lines = text.split(',').map((line) => line.trim());
  if (text.trim() === '') return [ONLY_FLAT];
  const flats = lines.map((line) => {
    const [, id, hostName] = /^([a-z0-9-]{1,40})=([a-z0-9.-]{1,253})$/.exec(line) ?? [];
    return id === undefined || hostName === undefined ? null : { id, hostName };
  });
  const known = flats.filter((flat) => flat !== null);
  const differ = (field: 'id' | 'hostName') => new Set(known.map((flat) => flat[field])).size === flats.length;
  return differ('id') && differ('hostName') ? known : null;
}

/** Whether only this computer can reach a server that listens there. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

function isPostgres(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && (url.protocol === 'postgres:' || url.protocol === 'postgresql:');
}

function ownVersion(): string {
  const file = new URL('../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string }).version;
}
