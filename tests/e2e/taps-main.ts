/**
 * `npm run taps`: ten thousand taps of shaking hands, a thousand in each of ten houses at other hours of the week. Ends
 * with 1 at the first that did something else than was meant. Another number of taps may follow the command, and the
 * seed that was printed to see the same hands again.
 */
import { chromium } from '@playwright/test';
import { chromiumLaunch } from '../support/chromium.ts';
import { sendCrowd } from './shaky-crowd.ts';

const TAPS = Number(process.argv[2] ?? 10_000);
const SEED = Number(process.argv[3] ?? 20_261_122);
const IN_A_HOUSE = 1_000;
const STARTS = [
  '2026-10-14T08:20:00+02:00',
  '2026-10-15T10:10:00+02:00',
  '2026-10-16T13:40:00+02:00',
  '2026-10-18T15:40:00+02:00',
  '2026-10-20T16:30:00+02:00',
];

const browser = await chromium.launch(chromiumLaunch());
const seen = new Map<string, number>();
const farthest: number[] = [];
const begun = performance.now();
try {
  for (let tapped = 0, nth = 0; tapped < TAPS; tapped += IN_A_HOUSE, nth += 1) {
    const taps = Math.min(IN_A_HOUSE, TAPS - tapped);
    const startsAt = STARTS[nth % STARTS.length] ?? '';
    console.log(`seed ${SEED + nth}, ${taps} taps from ${startsAt}`);
    const { home, screens } = await sendCrowd(browser, { startsAt, seed: SEED + nth, taps });
    for (const screen of screens) seen.set(screen, (seen.get(screen) ?? 0) + 1);
    farthest.push(Math.max(0, ...home));
    console.log(`  as meant, on ${screens.size} screens; home in ${farthest.at(-1)} taps at most; ${sinceThen()}`);
  }
  console.log(`${TAPS} taps: none twice, none lost, no dead end; screens: ${[...seen.keys()].sort().join(', ')}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await browser.close();
}

function sinceThen(): string {
  return `${((performance.now() - begun) / 1000).toFixed(0)} s`;
}
