/**
 * Reads a board that another version of this program wrote: what it understands of it. Refuses a board without a house,
 * and to let one row it cannot read keep all others from the screen.
 */
import * as v from 'valibot';
import { collectionNames, collections } from '../../domain/board.ts';
import { type Snapshot, snapshotSchema } from '../../domain/protocol.ts';

const { epoch, version } = snapshotSchema.entries;
const outline = v.object({ epoch, version, rows: v.record(v.string(), v.unknown()) });

/** Null where nothing can be made of it. */
export function readSnapshot(body: unknown): Snapshot | null {
  const whole = v.safeParse(snapshotSchema, body);
  if (whole.success) return withHouse(whole.output as Snapshot);
  const parsed = v.safeParse(outline, body);
  if (!parsed.success) return null;
  const rows = Object.fromEntries(collectionNames.map((name) => [name, readable(name, parsed.output.rows[name])]));
  return withHouse({ ...parsed.output, rows } as Snapshot);
}

const withHouse = (snapshot: Snapshot): Snapshot | null => (snapshot.rows.location?.length === 1 ? snapshot : null);

function readable(name: (typeof collectionNames)[number], list: unknown): readonly unknown[] {
  const schema: v.GenericSchema = collections[name].schema;
  return (Array.isArray(list) ? list : []).flatMap((row: unknown) => {
    const read = v.safeParse(schema, row);
    return read.success ? [read.output] : [];
  });
}
