/** Measures an alarm: from the tap of who gives it to the frame that shows it, on three tablets in Chromium. */
import { type Browser, chromium, type Page } from '@playwright/test';
import type { CommandOf } from '../../src/domain/commands.ts';
import { chromiumLaunch } from '../support/chromium.ts';
import { removeDataFolder, startServer } from '../support/running-server.ts';
import { asOperator, createClient } from './load.ts';
import { type Line, percentile } from './server.ts';

const TABLETS = 3;
const TURNS = 34;

export async function measureAlarm(): Promise<readonly Line[]> {
  const server = await startServer();
  const client = createClient(server, 1);
  const browser = await chromium.launch(chromiumLaunch());
  try {
    const tablets: Page[] = [];
    for (let nth = 0; nth < TABLETS; nth += 1) tablets.push(await openTablet(browser, server.url));
    const times: number[] = [];
    let shown = 0;
    for (let turn = 0; turn < TURNS; turn += 1) {
      const watches = tablets.map((page) => watch(page, turn));
      const tapped = Date.now();
      await asOperator(server, client, alarm(turn, tapped));
      const seen = await Promise.all(watches);
      shown += seen.filter((at) => at !== null).length;
      times.push(...seen.filter((at) => at !== null).map((at) => at - tapped));
    }
    return [
      {
        what: `Alarm: shown on ${TABLETS} tablets, of ${TURNS} alarms`,
        value: `${shown} of ${TABLETS * TURNS}`,
        aim: 'all',
      },
      {
        what: `Alarm: from the tap to the frame that shows it, ${TABLETS} tablets, p50 and p99`,
        value: `${percentile(times, 50)} and ${percentile(times, 99)} ms`,
        aim: 'p99 at most 2000 ms',
      },
    ];
  } finally {
    client.close();
    await browser.close();
    await server.stop();
    removeDataFolder(server.dataFolder);
  }
}

const titleOf = (turn: number): string => `Alarm ${turn}`;

function alarm(turn: number, at: number): CommandOf<'postAnnouncement'> {
  return {
    type: 'postAnnouncement',
    level: 'alarm',
    title: titleOf(turn),
    text: '',
    picture: null,
    acts: [{ pictogram: 'stairs', words: 'Neem de trap' }],
    from: new Date(at).toISOString(),
    until: new Date(at + 3_600_000).toISOString(),
    deviceIds: [],
    translations: [{ language: 'tr', title: 'Alarm', text: '', acts: ['Merdiveni kullanın'] }],
  };
}

async function openTablet(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, hasTouch: true });
  const page = await context.newPage();
  await page.goto(url);
  await page.locator('[data-screen=rest]').waitFor();
  await page.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => undefined);
  return page;
}

/** When the frame with this alarm was drawn, by the clock of this computer; null where it never was. */
function watch(page: Page, turn: number): Promise<number | null> {
  return page.evaluate(
    (title) =>
      new Promise<number | null>((resolve) => {
        const begun = Date.now();
        const look = () => {
          const shown = document.querySelector('[data-screen=alarm] h1')?.textContent === title;
          if (shown) requestAnimationFrame(() => resolve(Date.now()));
          else if (Date.now() - begun > 10_000) resolve(null);
          else requestAnimationFrame(look);
        };
        look();
      }),
    titleOf(turn),
  );
}
