// Gives a test an empty PostgreSQL database that nobody else writes to. It is gone with the server after the run.
import { inject } from 'vitest';
import { createDatabaseOn } from './postgres.ts';

/** @returns a connection string, to be used as DATABASE_URL. Only for tests below tests/server. */
export function freshDatabase(): Promise<string> {
  return createDatabaseOn(inject('postgresUrl'));
}
