/**
 * Looks whether the page of the screen lives, and brings it back where it is not shown. Refuses to restart the browser:
 * systemd does when nothing was seen for a minute.
 */
import { connect } from 'node:net';
import { pathToFileURL } from 'node:url';
import type { DevTools } from './devtools-pipe.ts';

/** Calm words for as long as there is nothing to show: at the first start, before the network is there. */
export const WAITING_PAGE = pathToFileURL(`${import.meta.dirname}/wait.html`).href;

/** `blank` is our page with nothing on it, or none yet. */
export type Seen = 'shown' | 'blank' | 'waiting' | 'elsewhere';

/** What a page at `address` with so many elements in its root is, for a screen that is to show `url`. */
export function judge(address: string, elements: number, url: string): Seen {
  if (address === WAITING_PAGE) return 'waiting';
  if (address === 'about:blank') return 'blank';
  if (URL.parse(address)?.origin !== new URL(url).origin) return 'elsewhere';
  return elements > 0 ? 'shown' : 'blank';
}

/** Rejects when the browser or its page does not answer. */
export type Look = () => Promise<Seen>;

export function createLook(devTools: DevTools, url: string): Look {
  let attached = { targetId: '', sessionId: '' };

  async function page(): Promise<string> {
    const { targetInfos } = (await devTools.ask('Target.getTargets')) as { readonly targetInfos: readonly Target[] };
    const target = targetInfos.find(({ type }) => type === 'page');
    if (target === undefined) throw new Error('there is no page');
    if (target.targetId !== attached.targetId) {
      const answer = await devTools.ask('Target.attachToTarget', { targetId: target.targetId, flatten: true });
      attached = { targetId: target.targetId, sessionId: String(answer.sessionId) };
    }
    return attached.sessionId;
  }

  return async () => {
    const session = await page();
    const go = (to: string) => devTools.ask('Page.navigate', { url: to }, session);
    const expression = `[location.href, document.getElementById('app')?.childElementCount ?? 0]`;
    const evaluated = await devTools.ask('Runtime.evaluate', { expression, returnByValue: true }, session);
    const { result } = evaluated as { readonly result: { readonly value: readonly [string, number] } };
    const seen = judge(...result.value, url);
    if (seen === 'elsewhere') await go(WAITING_PAGE);
    if (seen === 'waiting' && (await somebodyListens(url))) await go(url);
    return seen;
  };
}

interface Target {
  readonly targetId: string;
  readonly type: string;
}

/** Whether going there can work at all: Chromium's own page about a network that is away is not for residents. */
export function somebodyListens(url: string): Promise<boolean> {
  const { hostname, port, protocol } = new URL(url);
  const socket = connect({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port || (protocol === 'https:' ? 443 : 80)),
    timeout: 3_000,
  });
  return new Promise((resolve) => {
    const end = (listens: boolean) => {
      socket.destroy();
      resolve(listens);
    };
    socket.once('connect', () => end(true));
    socket.once('timeout', () => end(false));
    socket.once('error', () => end(false));
  });
}
