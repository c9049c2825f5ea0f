/** Tells the server once a minute how this tablet is. Refuses to insist: the next minute tells it better. */
import type { Heartbeat } from '../../domain/heartbeat.ts';
import { MINUTE } from '../../domain/time.ts';
import type { Http } from '../platform/http.ts';
import type { Timers } from '../platform/timers.ts';

export interface HeartbeatDeps {
  readonly http: Pick<Http, 'post'>;
  readonly timers: Timers;
  readonly read: () => Promise<Heartbeat>;
  /** False once this is no tablet of the house. */
  readonly belongs: () => boolean;
}

const FIRST = 5_000;
/** All tablets of a town were switched on by the same power cut. */
const JITTER = 5_000;

export function startHeartbeat({ belongs, http, read, timers }: HeartbeatDeps): void {
  const beat = async () => {
    if (belongs()) await http.post('/api/heartbeats', await read());
    timers.after(MINUTE + (timers.random() * 2 - 1) * JITTER, () => void beat());
  };
  timers.after(FIRST, () => void beat());
}
