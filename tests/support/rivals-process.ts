/**
 * A server process reduced to its authority: delivers envelopes in a hurry and says each answer on a line of its own
 * once it has it. Started by tests that kill it or let it race; ends by itself when all is closed.
 */
import { writeSync } from 'node:fs';
import { json } from 'node:stream/consumers';
import type { Envelope } from '../../src/domain/commands.ts';
import type { Instant } from '../../src/domain/time.ts';
import { openAuthority } from '../../src/server/authority.ts';
import { openPostgres } from '../../src/server/db/postgres.ts';
import { openSqlite } from '../../src/server/db/sqlite.ts';
import { createLog } from '../../src/server/log.ts';

/** What the process is to do, as JSON on its standard input. */
export interface Rivals {
  readonly engine: 'sqlite' | 'postgres';
  readonly address: string;
  readonly locationId: string;
  readonly now: Instant;
  readonly envelopes: readonly Envelope[];
  /** How many taps are under way together. */
  readonly atOnce: number;
}

const { engine, address, locationId, now, envelopes, atOnce } = (await json(process.stdin)) as Rivals;
const store = engine === 'sqlite' ? await openSqlite(address) : await openPostgres(address);
const log = createLog((line) => process.stderr.write(line));
const authority = await openAuthority(locationId, { store, log, now: () => now });

async function deliver(index: number): Promise<void> {
  for (let at = index; at < envelopes.length; at += atOnce) {
    const envelope = envelopes[at];
    if (envelope === undefined) return;
    const answer = await authority.submit(envelope, {
      deviceId: null,
      role: 'resident',
      lastAnswered: null,
      proven: true,
    });
    writeSync(1, `${JSON.stringify(answer)}\n`);
  }
}

await Promise.all(Array.from({ length: atOnce }, (_, index) => deliver(index)));
await authority.close();
await store.close();
