/**
 * `npm run soak`: two thousand visits in one tab, and what they leave behind. Ends with 1 where that is more than a kiosk
 * that is never closed can bear. Another number of visits may follow the command.
 */
import { chromium } from '@playwright/test';
import { chromiumLaunch } from '../support/chromium.ts';
import { openBrowserHouse } from './house.ts';
import { type Left, leftBehind, visit } from './soak.ts';

const VISITS = Number(process.argv[2] ?? 2_000);
const EVERY = 50;
/** By then every screen was drawn, and every part of the program and of the browser is there. */
const WARM = 100;
const MEGABYTE = 1024 * 1024;

const browser = await chromium.launch(chromiumLaunch());
const house = await openBrowserHouse();
const { page } = await house.openKiosk(browser);
let first: Left | null = null;
let last: Left | null = null;
for (let nth = 0; nth <= VISITS; nth += 1) {
  if (nth % EVERY === 0) {
    last = await leftBehind(page);
    if (nth === WARM) first = last;
    console.log(
      `${String(nth).padStart(5)} visits: ${(last.heap / MEGABYTE).toFixed(2)} MB, ${last.nodes} nodes, ` +
        `${last.listeners} listeners, ${last.documents} documents`,
    );
  }
  await visit(page, nth);
}
await house.stop();
await browser.close();
if (first === null || last === null) throw new Error(`at least ${WARM} visits`);

const grown = (of: keyof Left): number => last[of] / first[of] - 1;
const tooMuch = [
  grown('heap') > 0.1 && last.heap - first.heap > 5 * MEGABYTE ? 'heap' : '',
  grown('nodes') > 0.05 ? 'nodes' : '',
  grown('listeners') > 0.05 ? 'listeners' : '',
  last.documents !== first.documents ? 'documents' : '',
].filter((what) => what !== '');
console.log(tooMuch.length === 0 ? 'steady' : `grew: ${tooMuch.join(', ')}`);
process.exitCode = tooMuch.length === 0 ? 0 : 1;
