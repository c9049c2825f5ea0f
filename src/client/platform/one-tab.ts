/** Lets one tab of this browser at a time do a piece of work. Refuses to hold it up where the browser has no locks. */

export function createOneTab(locks: LockManager | undefined, name: string) {
  return async <Value>(work: () => Promise<Value>): Promise<Value> => {
    // Absent in an insecure context; what is sent twice is judged once all the same.
    if (locks === undefined) return work();
    return (await locks.request(name, work)) as Value;
  };
}
