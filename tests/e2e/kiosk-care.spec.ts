/** A kiosk that stays one: dark by night, never long in one place, no way out, and the desk sees how it is. */
import { axeViolations, KIOSK_AXE } from './axe.ts';
import { goTo, openAt } from './desk-house.ts';
import { expect, test } from './house.ts';
import { button, joinButton, screen, wake } from './screens.ts';

test('by night a visit is dark as well, with every word as readable, until the hours are over', async ({
  browser,
  house,
}) => {
  await house.asStaff({ type: 'setLocation', location: { darkFrom: '08:00', darkUntil: '08:25' } });
  const { page } = await house.openKiosk(browser);
  const root = page.locator('html');
  await expect(root).toHaveAttribute('data-night');
  const hand = await wake(page);
  await hand.tap(joinButton(page, 'Lunch'));
  await expect(screen(page, 'who')).toBeVisible();
  expect(await axeViolations(page, KIOSK_AXE)).toEqual([]);
  house.setTime('2026-10-14T08:25:30+02:00');
  await page.clock.fastForward('05:30');
  await expect(root).not.toHaveAttribute('data-night');
});

test('at rest the whole screen moves a little every five minutes, and is home for whoever touches it', async ({
  browser,
  house,
}) => {
  const { page } = await house.openKiosk(browser);
  const rest = screen(page, 'rest').getByRole('main');
  await expect(rest).toHaveCSS('translate', '0px');
  await page.clock.fastForward('05:01');
  await expect(rest).toHaveCSS('translate', '4px');
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await wake(page);
  expect(await page.evaluate(() => document.documentElement.style.getPropertyValue('--orbit-x'))).toBe('0px');
});

test('a hand on the glass finds no menu, no selection, no way back, no link and nothing to type in', async ({
  browser,
  house,
}) => {
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  await expect.poll(() => page.evaluate(() => history.state)).toEqual({ kiosk: true });
  const look = async () =>
    page.evaluate(() => {
      const all = [...document.querySelectorAll('#app *')];
      const refuses = (type: string) =>
        all.every((each) => !each.dispatchEvent(new Event(type, { bubbles: true, cancelable: true })));
      return {
        menu: refuses('contextmenu'),
        drag: refuses('dragstart'),
        selects: all.filter((each) => each.checkVisibility() && getComputedStyle(each).userSelect !== 'none').length,
        typed: document.querySelectorAll('input, textarea, select, [contenteditable], a[href]').length,
      };
    });
  const calm = { menu: true, drag: true, selects: 0, typed: 0 };
  expect(await look()).toEqual(calm);
  for (const name of ['Scootmobiel', 'Berichten', 'Mijn dingen', 'Hulp', 'Taal']) {
    await hand.tap(button(page, name));
    expect(await look(), name).toEqual(calm);
    if (name === 'Mijn dingen') await hand.tap(button(page, 'Terug'));
  }

  // Two fingers may make it larger: nothing in the page says no.
  const zoom = await page.evaluate(() => ({
    viewport: document.querySelector('meta[name=viewport]')?.getAttribute('content'),
    body: getComputedStyle(document.body).touchAction,
    overscroll: getComputedStyle(document.documentElement).overscrollBehaviorX,
  }));
  expect(zoom).toEqual({ viewport: 'width=device-width, initial-scale=1', body: 'auto', overscroll: 'none' });

  const address = page.url();
  const steps = await page.evaluate(() => history.length);
  for (let n = 0; n < 3; n += 1) {
    await page.evaluate(() => history.back());
    await expect.poll(() => page.evaluate(() => history.state)).toEqual({ kiosk: true });
  }
  expect([page.url(), await page.evaluate(() => history.length)]).toEqual([address, steps]);
});

test('the desk sees how the tablet is, that its clock is wrong, and that it was not seen any more', async ({
  browser,
  house,
}) => {
  const { page, context } = await house.openKiosk(browser);
  await expect(screen(page, 'rest')).toBeVisible();
  const told = () => page.waitForResponse((reply) => reply.url().endsWith('/api/heartbeats'));
  const first = told();
  await page.clock.fastForward(10_000);
  expect((await first).status()).toBe(204);
  // The tablet is an hour behind; it knows with the next answer, and tells it after that.
  for (let n = 0; n < 2; n += 1) {
    const tablet = await page.evaluate(() => Date.now());
    house.setTime(new Date(tablet + 3_600_000 + 66_000).toISOString());
    const next = told();
    await page.clock.fastForward(66_000);
    await next;
  }
  await context.close();

  const desk = await openAt(browser, house, 'Tablets');
  const card = desk.getByRole('listitem').filter({ hasText: 'Wacht nog' });
  await expect(card).toContainText('hier');
  await expect(card).toContainText('Loopt 1 uur achter. Wij rekenen het om.');
  await expect(card).toContainText('Niets. Alles is verstuurd.');
  await expect(card).toContainText('Ook zonder stroom');
  await expect(card).toContainText(/Nieuwste \([\w-]+\)/);

  house.setTime('2026-10-14T09:47:00+02:00');
  await desk.clock.fastForward('25:00');
  await expect(card).toContainText('niet gezien');
  await goTo(desk, 'Vandaag');
  await expect(desk.getByText(/^Tablet .+ is 2\d minuten niet gezien$/)).toBeVisible();
});

test('a defect while the first screen is drawn is one calm moment, and then the screen', async ({ browser, house }) => {
  const { page } = await house.openKiosk(browser);
  await expect(screen(page, 'rest')).toBeVisible();
  await page.addInitScript(() => {
    if (sessionStorage.getItem('broken-once') !== null) return;
    sessionStorage.setItem('broken-once', 'yes');
    const attach = Node.prototype.insertBefore;
    let left = 1;
    Node.prototype.insertBefore = function insertBefore<Child extends Node>(child: Child, before: Node | null): Child {
      left -= 1;
      if (left === 0) throw new Error('this build cannot draw');
      return attach.call(this, child, before) as Child;
    };
  });
  await page.reload();
  await expect(page.getByText(/moment/i).first()).toBeVisible();
  await page.clock.fastForward(3_000);
  await expect(screen(page, 'rest')).toBeVisible();
});
