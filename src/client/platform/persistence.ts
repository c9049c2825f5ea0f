/** Asks the browser not to clear this tablet's store when it runs short of room. Refuses to insist. */

/** The browser's word; null where it has none to give, as in an insecure context. */
export function createPersistence(storage: () => Pick<StorageManager, 'persist'> | undefined) {
  return async (): Promise<boolean | null> => {
    try {
      return (await storage()?.persist()) ?? null;
    } catch {
      return null;
    }
  };
}
