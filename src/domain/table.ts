/**
 * A collection grouped by parent, immutable: a put copies one group and one of 64 shards, never the whole collection,
 * so a board of any size is judged at the same speed (DESIGN §4). Refuses to know what a row means.
 */
export type Group<Row> = ReadonlyMap<string, Row>;
type Shard<Row> = ReadonlyMap<string, Group<Row>>;
export type Table<Row> = readonly Shard<Row>[];

const SHARDS = 64;
const noGroup: Group<never> = new Map<string, never>();

export function emptyTable<Row>(): Table<Row> {
  return Array.from({ length: SHARDS }, () => new Map<string, Group<Row>>());
}

/** A table of many rows at once; `keyOf` says each row's parent and id. */
export function tableOf<Row>(all: Iterable<Row>, keyOf: (row: Row) => readonly [string, string]): Table<Row> {
  const shards = Array.from({ length: SHARDS }, () => new Map<string, Map<string, Row>>());
  for (const each of all) {
    const [parent, id] = keyOf(each);
    const shard = shards[shardOf(parent)];
    if (shard === undefined) continue;
    const rowsOfParent = shard.get(parent) ?? new Map<string, Row>();
    rowsOfParent.set(id, each);
    shard.set(parent, rowsOfParent);
  }
  return shards;
}

export function row<Row>(table: Table<Row>, parent: string, id: string): Row | undefined {
  return table[shardOf(parent)]?.get(parent)?.get(id);
}

export function group<Row>(table: Table<Row>, parent: string): Group<Row> {
  return table[shardOf(parent)]?.get(parent) ?? noGroup;
}

export function putRow<Row>(table: Table<Row>, key: readonly [string, string], value: Row): Table<Row> {
  const [parent, id] = key;
  return withGroup(table, parent, new Map(group(table, parent)).set(id, value));
}

export function removeRow<Row>(table: Table<Row>, key: readonly [string, string]): Table<Row> {
  const [parent, id] = key;
  const rest = new Map(group(table, parent));
  rest.delete(id);
  return withGroup(table, parent, rest);
}

export function* rows<Row>(table: Table<Row>): Generator<Row> {
  for (const shard of table) for (const rowsOfParent of shard.values()) yield* rowsOfParent.values();
}

function withGroup<Row>(table: Table<Row>, parent: string, rowsOfParent: Group<Row>): Table<Row> {
  const at = shardOf(parent);
  const shard = new Map(table[at]);
  if (rowsOfParent.size === 0) shard.delete(parent);
  else shard.set(parent, rowsOfParent);
  return table.with(at, shard);
}

/** FNV-1a: spreads ids that share a long prefix, which ids made in time order do. */
function shardOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i += 1) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return (hash >>> 16) % SHARDS;
}
