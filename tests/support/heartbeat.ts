/** What a tablet that is well tells of itself. */
import type { Heartbeat } from '../../src/domain/heartbeat.ts';

export const heartbeat: Heartbeat = {
  build: 'k4Jd-_9aQ2xY',
  badBuild: null,
  storage: 'durable',
  persisted: true,
  battery: { percent: 83, charging: true },
  waiting: 0,
  parked: 0,
  clockOffset: -2,
  secure: true,
  worker: true,
  complete: true,
  screen: { width: 1280, height: 800 },
};
