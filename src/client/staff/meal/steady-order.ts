/** Keeps rows where they are while fingers are about (DESK rule 9). Refuses to know what a row is. */

export interface Steady {
  /** Ids from top to bottom; what has gone stays in its place until the next pause. */
  readonly order: readonly string[];
  /** What came in since the list was opened: it stands on top. */
  readonly fresh: ReadonlySet<string>;
}

export const steadyFrom = (ids: readonly string[]): Steady => ({ order: ids, fresh: new Set() });

/** What may change in a pause: the gone leave, and what came in goes on top. Null where nothing would move. */
export function settled(before: Steady, ids: readonly string[]): Steady | null {
  const now = new Set(ids);
  const known = new Set(before.order);
  const came = ids.filter((id) => !known.has(id));
  const stayed = before.order.filter((id) => now.has(id));
  if (came.length === 0 && stayed.length === before.order.length) return null;
  return { order: [...came, ...stayed], fresh: new Set([...came, ...before.fresh]) };
}
