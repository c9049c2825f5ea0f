/**
 * What may be set from outside, read once at the start. The only file that reads the environment; refuses a value it
 * does not understand instead of guessing another.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { no, ok, type Result } from '../domain/result.ts';

export interface Config {
  /** 0 lets the system choose a free one. */
  readonly port: number;
  readonly host: string;
  /** Absolute. */
  readonly dataFolder: string;
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
  return ok({
    port: Number(port),
    host,
    dataFolder: resolve(dataFolder),
    databaseUrl,
    // Set by npm itself.
    demonstrate: environment.npm_lifecycle_event === 'start',
    sampleMeals: environment.HUISKAMER_SAMPLE_MEALS !== 'no',
    version: ownVersion(),
  });
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
