/** What forty visits leave behind in the tab they were made in; `npm run soak` makes two thousand (UX 58). */
import { expect, test } from './house.ts';
import { leftBehind, visit } from './soak.ts';

test('visits leave no document, no listener and no element behind', async ({ browser, house }) => {
  test.setTimeout(180_000);
  const { page } = await house.openKiosk(browser);
  for (let nth = 0; nth < 15; nth += 1) await visit(page, nth);
  const before = await leftBehind(page);
  for (let nth = 15; nth < 40; nth += 1) await visit(page, nth);
  const after = await leftBehind(page);
  expect(after.documents).toBe(before.documents);
  expect(after.listeners).toBeLessThanOrEqual(before.listeners * 1.05);
  expect(after.nodes).toBeLessThanOrEqual(before.nodes * 1.05);
});
