/**
 * A crowd of shaking hands at the real recogniser of gestures: no double action, no lost tap, no dead end, and Vandaag
 * always at hand (UX 6 to 10, 37). `npm run taps` sends ten thousand.
 */
import { expect, test, WEDNESDAY_MORNING } from './house.ts';
import { sendCrowd } from './shaky-crowd.ts';

const TAPS = 120;

test(`${TAPS} taps of shaking hands: none twice, none lost, no dead end`, async ({ browser }) => {
  test.setTimeout(240_000);
  const { home, screens } = await sendCrowd(browser, { startsAt: WEDNESDAY_MORNING, seed: 20_261_122, taps: TAPS });
  expect(home.length).toBe(4);
  expect(screens.size, [...screens].join(', ')).toBeGreaterThan(6);
});
