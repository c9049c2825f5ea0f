/** What may be set for one screen, read once. Refuses a value it does not understand, in one sentence. */
import { refusedFlag } from './flags.ts';

export interface Settings {
  /** What the screen shows, such as `https://huiskamer.local/`. */
  readonly url: string;
  /** Where the browser keeps everything, on a disk. */
  readonly profile: string;
  readonly chromium: string;
  readonly moreFlags: readonly string[];
  /** Between two looks at the page; ms. */
  readonly beat: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The settings, or one sentence. Empty counts as not set. */
export function readSettings(environment: Environment): Settings | string {
  const url = URL.parse(environment.KIOSK_URL || 'http://localhost:8080/');
  if (url === null || !/^https?:$/.test(url.protocol)) {
    return 'KIOSK_URL must be the address of the screen, such as https://huiskamer.local/';
  }
  const profile = environment.KIOSK_PROFILE || '/var/lib/kiosk/profile';
  if (!profile.startsWith('/')) return 'KIOSK_PROFILE must be a whole path, such as /var/lib/kiosk/profile';
  const moreFlags = (environment.KIOSK_FLAGS || '').split(/\s+/).filter((flag) => flag !== '');
  const refused = refusedFlag(moreFlags);
  if (refused !== null) return refused;
  const seconds = environment.KIOSK_BEAT || '15';
  if (!/^\d{1,2}(\.\d{1,3})?$/.test(seconds) || Number(seconds) === 0) return 'KIOSK_BEAT must be seconds, up to 99';
  const chromium = environment.KIOSK_CHROMIUM || 'chromium';
  return { url: url.href, profile, chromium, moreFlags, beat: Number(seconds) * 1_000 };
}
