/** Work that one process at a time does, of all that share a database. Refuses to wait for its turn. */
import pg from 'pg';

/** Of no meaning: any number would do. */
const TURN = 4_843_616_402;

/** False where another process is at it. Throws what the work throws, and where the database is away. */
export async function inTurn(databaseUrl: string | null, work: () => Promise<void>): Promise<boolean> {
  // A data folder has one process.
  if (databaseUrl === null) return work().then(() => true);
  const client = new pg.Client({ connectionString: databaseUrl, keepAlive: true, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [TURN]);
    if (rows[0]?.mine !== true) return false;
    await work();
    return true;
  } finally {
    // With the connection goes the lock.
    await client.end().catch(() => undefined);
  }
}
