/** The staff side in a browser: signed in by a link, and what a test needs to know of the sample building's scooters. */
import type { Browser, Page } from '@playwright/test';
import type { Booking } from '../../src/domain/scooter-rows.ts';
import { axeViolations, DESK_AXE } from './axe.ts';
import { type BrowserHouse, expect } from './house.ts';

export const sizes = [
  { name: 'a laptop', width: 1440, height: 900, touch: false },
  { name: 'a tablet', width: 1280, height: 800, touch: true },
  { name: 'a tablet on its side', width: 800, height: 1280, touch: true },
  { name: 'a phone', width: 390, height: 844, touch: true },
] as const;
export type Size = (typeof sizes)[number];

export const MANAGER = 'Samira Haddou';
export const VOLUNTEER = 'Ton Wagenaar';

/** The address that lets somebody of the team in, once. */
export async function linkFor(house: BrowserHouse, name: string, role?: 'admin'): Promise<string> {
  const reply = await fetch(`${house.url}/api/sessions/links`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      origin: house.url,
      authorization: `Bearer ${house.running.operatorToken}`,
    },
    body: JSON.stringify({ name, role }),
  });
  const { path } = (await reply.json()) as { readonly path: string };
  return `${house.url}${path}`;
}

/** A page that was never at this house. */
export async function openPage(browser: Browser, house: BrowserHouse, size: Size = sizes[0]): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: size.width, height: size.height },
    hasTouch: size.touch,
    isMobile: size.touch,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
  });
  const page = await context.newPage();
  await page.clock.install({ time: new Date(house.now()) });
  return page;
}

/** Signed in and looking at the week of the scooters. */
export async function openDesk(
  browser: Browser,
  house: BrowserHouse,
  { size = sizes[0], name = MANAGER }: { readonly size?: Size; readonly name?: string } = {},
): Promise<Page> {
  const page = await openAt(browser, house, 'Scootmobielen', { size, name });
  await expect(page.getByRole('region', { name: 'Tijdlijn van de week' })).toBeVisible();
  return page;
}

/** Signed in by a link, with no wish for a password, and on one of the pages. */
export async function openAt(
  browser: Browser,
  house: BrowserHouse,
  at:
    | 'Vandaag'
    | 'Bellen'
    | 'Berichten'
    | 'Programma'
    | 'Eten'
    | 'Bewoners'
    | 'Scootmobielen'
    | 'Team'
    | 'Tablets'
    | 'Instellingen',
  { size = sizes[0], name = MANAGER }: { readonly size?: Size; readonly name?: string } = {},
): Promise<Page> {
  const page = await openPage(browser, house, size);
  await page.goto(await linkFor(house, name));
  await expect(page.getByText(name).first()).toBeVisible();
  const later = page.getByRole('button', { name: 'Niet nu' });
  if (await later.isVisible()) await later.click();
  await goTo(page, at);
  return page;
}

/** By the menu; on a small glass some pages are behind one tab more. */
export async function goTo(page: Page, at: string): Promise<void> {
  const menu = page.getByRole('navigation', { name: 'Hoofdmenu' });
  await expect(menu.getByRole('link').first()).toBeVisible();
  const link = menu.getByRole('link', { name: at });
  if (await link.isVisible()) return link.click();
  await menu.getByRole('button', { name: 'Meer' }).click();
  await page.getByRole('dialog').getByRole('link', { name: at }).click();
}

export async function scooterId(house: BrowserHouse, name: string): Promise<string> {
  const found = ((await house.rowsForStaff()).scooter ?? []).find((scooter) => scooter.name === name);
  return found!.id;
}

/** By door and first name: names come twice in a house of 148. */
export async function residentId(house: BrowserHouse, door: string, firstName: string): Promise<string> {
  const { home = [], resident = [], residentPrivate = [] } = await house.rowsForStaff();
  const homeId = home.find(({ number }) => number === door)?.id;
  const found = resident.find(
    (each) =>
      each.homeId === homeId && residentPrivate.some((own) => own.id === each.id && own.firstName === firstName),
  );
  return found!.id;
}

export async function bookings(house: BrowserHouse): Promise<readonly Booking[]> {
  return (await house.rowsForStaff()).booking ?? [];
}

/** Books as staff do, by the server's own token; gives the row. */
export async function book(
  house: BrowserHouse,
  trip: {
    /** Door and first name. */
    readonly who: readonly [string, string];
    readonly scooter: string;
    readonly date: string;
    readonly time: string;
  },
): Promise<Booking> {
  const before = new Set((await bookings(house)).map(({ id }) => id));
  await house.asStaff({
    type: 'book',
    residentId: await residentId(house, ...trip.who),
    scooterId: await scooterId(house, trip.scooter),
    date: trip.date,
    time: trip.time,
    minutes: 120,
  });
  return (await bookings(house)).find(({ id }) => !before.has(id))!;
}

/** What the last act is told by. */
export const told = (page: Page) => page.locator('.s-told');

/** Every way in which what is shown keeps somebody out (WCAG 2.2 AA, contrast AAA), as sentences. */
export async function barriers(page: Page): Promise<readonly string[]> {
  const glass = page.viewportSize();
  // Scrolled or not: a bar that stays at the foot hides what can be scrolled from under it, and must leave room for it.
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  if (glass !== null && height > glass.height) await page.setViewportSize({ ...glass, height });
  const found = await barriersIn(page);
  if (glass !== null) await page.setViewportSize(glass);
  return found;
}

async function barriersIn(page: Page): Promise<readonly string[]> {
  // The kiosk in small is a picture of another screen, which has its own tests.
  const violations = await axeViolations(page, DESK_AXE, ['.s-glass']);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  const small = await page.evaluate(smallThings);
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
    ...(wide > 0 ? [`scrolls sideways by ${wide} px`] : []),
    ...small,
  ];
}

/**
 * Letters under 16 px and controls under 44 px; pieces of the timeline have a row of the list as their large twin, and a
 * sheet of paper is shown as it will be printed.
 */
function smallThings(): string[] {
  const bad: string[] = [];
  const root = document.querySelector('dialog[open]') ?? document.body;
  for (const element of root.querySelectorAll('*')) {
    if (!element.checkVisibility() || element.closest('.s-hidden, .s-skip, .is-empty, .k-sheet, .k-poster, noscript'))
      continue;
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim() !== '');
    const letters = Number.parseFloat(getComputedStyle(element).fontSize);
    if (own && letters < 16) bad.push(`letters of ${letters} px: ${element.textContent?.slice(0, 40)}`);
    if (!element.matches('button, a[href], select, input[type="text"], summary, label:has(input)')) continue;
    if (element.matches('.s-block')) continue;
    const { height, width } = element.getBoundingClientRect();
    if (height < 44 || width < 44) bad.push(`target of ${width}×${height}: ${element.textContent?.slice(0, 40)}`);
  }
  return bad;
}
