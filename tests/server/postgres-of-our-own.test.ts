import pg from 'pg';
import { expect, test } from 'vitest';
import { freshDatabase } from '../support/fresh-database.ts';

test('each test gets an empty database of its own on a real PostgreSQL', async () => {
  const [first, second] = await Promise.all([freshDatabase(), freshDatabase()]);
  const one = new pg.Client({ connectionString: first });
  const two = new pg.Client({ connectionString: second });
  await Promise.all([one.connect(), two.connect()]);
  try {
    await one.query('CREATE TABLE chair (id text PRIMARY KEY)');
    await one.query("INSERT INTO chair VALUES ('by the window')");
    await expect(two.query('SELECT * FROM chair')).rejects.toMatchObject({ code: '42P01' });
    const version = await two.query<{ server_version: string }>('SHOW server_version');
    expect(version.rows[0]?.server_version).toMatch(/^18\./);
    await two.query('CREATE EXTENSION btree_gist');
  } finally {
    await Promise.all([one.end(), two.end()]);
  }
});
