/** Which tablet of the house this is, for when the server cannot be asked. Refuses to know what that means. */
const KEPT = 'huiskamer.device';

export interface KeptDevice {
  readonly read: () => string | null;
  readonly keep: (deviceId: string) => void;
}

export function createKeptDevice(store: () => Pick<globalThis.Storage, 'getItem' | 'setItem'>): KeptDevice {
  /** A private window may have no storage: then it is asked at every start. */
  const tried = <Value>(work: () => Value): Value | null => {
    try {
      return work();
    } catch {
      return null;
    }
  };
  return {
    read: () => tried(() => store().getItem(KEPT)),
    keep: (deviceId) => void tried(() => store().setItem(KEPT, deviceId)),
  };
}
