/** A tablet that sees the house for the first time: quiet, at home, without a keyboard, and safe from what people write. */
import { everyScreen } from './every-screen.ts';
import { expect, test } from './house.ts';
import { partiesOf, plan, SUNDAY, SUNDAY_MORNING } from './programme.ts';
import { button, chooseDoor, joinButton, screen, wake } from './screens.ts';

// A browser that is forbidden to have a service worker grumbles about it.
test.use({ serviceWorkers: 'allow' });

const TYPED = 'input, textarea, select, [contenteditable], [role="textbox"], a[href]';

test('it logs nothing but the tablet not being known yet, and asks nobody but its own server', async ({
  browser,
  house,
}) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, hasTouch: true, locale: 'nl-NL' });
  const page = await context.newPage();
  const logged: string[] = [];
  const elsewhere: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      logged.push(`${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => logged.push(error.message));
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol !== 'data:' && protocol !== 'blob:' && origin !== house.url) elsewhere.push(request.url());
  });
  await page.clock.install({ time: new Date(house.now()) });
  await page.goto(house.url);
  await everyScreen(page, async () => undefined);
  await context.close();
  expect(elsewhere).toEqual([]);
  const unexpected = logged.filter((line) => !/status of 401/.test(line) || !/\/api\/board$/.test(line));
  expect(unexpected).toEqual([]);
  expect(logged.length - unexpected.length).toBeLessThanOrEqual(1);
});

test('no screen has anything to type into, to follow or to scroll', async ({ browser, house }) => {
  const { page } = await house.openKiosk(browser);
  const seen: string[] = [];
  await everyScreen(page, async (name) => {
    seen.push(name);
    await expect(page.locator(TYPED), name).toHaveCount(0);
    const scrolls = await page.evaluate(() => document.documentElement.scrollHeight > innerHeight);
    expect(scrolls, name).toBe(false);
  });
  expect(seen).toHaveLength(14);
});

test('the cookie of the tablet is out of reach of the page and stays over a reload', async ({ browser, house }) => {
  const { page, context } = await house.openKiosk(browser);
  await expect(screen(page, 'rest')).toBeVisible();
  const [cookie] = await context.cookies();
  expect(cookie).toMatchObject({ name: 'device', httpOnly: true, sameSite: 'Strict' });
  expect(await page.evaluate(() => document.cookie)).toBe('');
  await page.reload();
  await expect(screen(page, 'rest')).toBeVisible();
  expect((await context.cookies())[0]?.value).toBe(cookie?.value);
});

/** Marks that turn the line are not kept. */
const kept = (text: string) => text.replace(/[\u202A-\u202E]/g, '');

/** As it stands on the screen: a long word may have soft hyphens, where it breaks if it must. */
function shown(text: string): RegExp {
  const letters = [...kept(text)].map((letter) => letter.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&'));
  return new RegExp(letters.map((letter) => (letter === ' ' ? '\\s+' : letter)).join('\u00ad?'));
}

test.describe('what people write', () => {
  test.use({ startsAt: SUNDAY_MORNING });

  const hostile = [
    { what: 'mark-up', title: '<img src=x onerror="window.hacked=1"><script>hacked=1</script>', room: '<b>Zaal</b>' },
    {
      what: 'words of the program',
      title: 'Donaudampfschifffahrtsgesellschaftskapitänswitwe',
      room: '{{count}} $t(common:help)',
    },
    { what: 'marks that turn the line', title: '\u202Eeelmek\u202C مرحبا بكم 12:00', room: 'A & B "c" \u202Ewrong' },
  ] as const;

  for (const { what, title, room } of hostile) {
    test(`${what} in a title, a place and a story is text on every screen`, async ({ browser, house }) => {
      await plan(house, SUNDAY, [{ id: 'a', title, room, description: title, startTime: '13:00', endTime: '14:00' }]);
      const { page } = await house.openKiosk(browser);
      await expect(screen(page, 'rest')).toContainText(shown(title));
      const hand = await wake(page);
      const row = page.locator('.row');
      await expect(row.locator('bdi').filter({ hasText: shown(title) })).toHaveText(shown(title));
      await expect(row.locator('bdi').filter({ hasText: shown(room) })).toHaveText(shown(room));
      // What stands beside a turned line keeps its own direction.
      await expect(row.locator('bdi').filter({ hasText: /^13:00$/ })).toHaveCount(1);
      await hand.tap(row.getByRole('button').first());
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(shown(title));
      await hand.tap(joinButton(page, kept(title)));
      await expect(screen(page, 'who')).toContainText(shown(title));
      await chooseDoor(hand, 0, '1');
      await expect(screen(page, 'done')).toContainText(shown(title));
      await expect(screen(page, 'done')).toContainText(shown(room));
      // Else it may be off before the sign-up is there, and that is another story.
      await expect.poll(() => partiesOf(house, `a/${SUNDAY}`)).toHaveLength(1);
      await house.asStaff({ type: 'cancelActivity', activityId: `a/${SUNDAY}`, reason: title });
      await hand.tap(button(page, 'Klaar'));
      // The news that it is off comes before the screen is anybody's again.
      await expect(screen(page, 'my-things')).toContainText(shown(title));
      await hand.tap(button(page, 'Klaar'));
      await expect(row.locator('bdi').filter({ hasText: shown(title) })).toHaveCount(2);
      expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
      expect(await page.locator('#app img, #app script, #app iframe').count()).toBe(0);
      expect(await page.locator('#app b').filter({ hasText: 'Zaal' }).count()).toBe(0);
    });
  }

  test('a page of another site cannot put the kiosk in a frame, nor run a script in it', async ({ house }) => {
    const reply = await fetch(house.url);
    const policy = reply.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe-eval');
    expect(policy).toMatch(/(script-src|default-src) 'self'/);
    expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
  });
});
