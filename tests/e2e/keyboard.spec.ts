/**
 * Whole visits without a finger: by the keys of a keyboard or a switch alone, and by the accessibility tree alone, in
 * Dutch and in Arabic (UX 53).
 */
import type { CDPSession, Page } from '@playwright/test';
import type { Words } from '../../src/client/i18n/keys.ts';
import { words as ar } from '../../src/client/i18n/locales/ar/words.ts';
import { words as nl } from '../../src/client/i18n/locales/nl/words.ts';
import { expect, test } from './house.ts';
import { idOf, partiesOf } from './programme.ts';
import { RIDER, showCard, tripsOf } from './scooters.ts';
import { screen } from './screens.ts';

const TODAY = '2026-10-14';
type Tongue = 'nl' | 'ar';
const spoken: Readonly<Record<Tongue, Words>> = { nl, ar };

/** Words of the language files without anything to fill in. */
const says = (tongue: Tongue, key: string): string => {
  const [subject = '', name = ''] = key.split(':');
  const text = spoken[tongue][subject]?.[name];
  if (text === undefined) throw new Error(`${key} has no plain words in ${tongue}`);
  return text;
};

/** Longer than the guards against bounces and ghost taps. */
const BETWEEN = 800;

/** Presses what has this name, or begins with it; throws where it cannot be come to. */
type Press = (name: string) => Promise<void>;

test.describe('by keys alone', () => {
  for (const tongue of ['nl', 'ar'] as const) {
    test(`a whole visit in ${tongue}`, async ({ browser, house }) => {
      const { page } = await house.openKiosk(browser);
      await wholeVisit({ page, tongue, press: keysOf(page), lunch: await idOf(house, 'Lunch', TODAY) }, (activityId) =>
        partiesOf(house, activityId),
      );
      await expect.poll(async () => (await tripsOf(house, RIDER.door)).length).toBe(1);
    });
  }

  test('Escape goes back, Space presses, Shift and Tab goes the other way round', async ({ browser, house }) => {
    const { page } = await house.openKiosk(browser);
    const press = keysOf(page);
    await press(says('nl', 'rest:touch'));
    await press('Ik doe mee: Lunch');
    await expect(screen(page, 'who')).toBeVisible();
    await page.clock.fastForward(BETWEEN);
    await page.keyboard.press('Escape');
    await expect(screen(page, 'today')).toBeVisible();

    await page.keyboard.press('Tab');
    const first = await focusedName(page);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    expect(await focusedName(page)).toBe(first);

    await comeTo(page, says('nl', 'common:help'));
    await page.clock.fastForward(BETWEEN);
    await page.keyboard.press('Space');
    await expect(screen(page, 'help')).toBeVisible();
  });

  test('the order of Tab is the order of reading, and where it is can be seen', async ({ browser, house }) => {
    const { page } = await house.openKiosk(browser);
    const press = keysOf(page);
    await press(says('nl', 'rest:touch'));
    await expectRings(page, 'today');
    for (const [name, to] of [
      ['common:scooter', 'scooter'],
      ['common:help', 'help'],
      ['common:language', 'language'],
    ] as const) {
      await press(says('nl', name));
      await expect(screen(page, to)).toBeVisible();
      await expectRings(page, to);
    }
  });

  test('a new screen begins at its title, for the ear as well', async ({ browser, house }) => {
    const { page } = await house.openKiosk(browser);
    const press = keysOf(page);
    await press(says('nl', 'rest:touch'));
    await press('Ik doe mee: Lunch');
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Wie bent u?');
  });
});

/** By Tab once round this screen: in its order, with a ring in two colours that nothing covers. */
async function expectRings(page: Page, name: string): Promise<void> {
  const inOrder = await page
    .locator(`[data-screen="${name}"] button`)
    .evaluateAll((all) => all.map((each) => each.ariaLabel ?? each.textContent ?? ''));
  const walked: string[] = [];
  await page.evaluate(() => document.querySelector('h1')?.focus());
  for (const _ of inOrder) {
    await page.keyboard.press('Tab');
    const ring = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      const { outlineWidth, outlineStyle, outlineColor, boxShadow } = getComputedStyle(element);
      const { left, top, right, bottom } = element.getBoundingClientRect();
      const points = [
        [left + 6, (top + bottom) / 2],
        [right - 6, (top + bottom) / 2],
        [(left + right) / 2, top + 6],
        [(left + right) / 2, bottom - 6],
      ] as const;
      const covered = points.some(([x, y]) => !element.contains(document.elementFromPoint(x, y)));
      return {
        name: element.ariaLabel ?? element.textContent ?? '',
        outline: `${outlineWidth} ${outlineStyle} ${outlineColor}`,
        halo: boxShadow,
        covered,
      };
    });
    walked.push(ring.name);
    expect(ring.outline, ring.name).toBe('8px solid rgb(29, 26, 22)');
    // In sun yellow, 12 px around the ink.
    expect(ring.halo, ring.name).toContain('rgb(255, 197, 61) 0px 0px 0px 20px');
    expect(ring.covered, ring.name).toBe(false);
  }
  expect(walked, name).toEqual(inOrder);
}

test.describe('by the accessibility tree alone', () => {
  for (const tongue of ['nl', 'ar'] as const) {
    test(`a whole visit in ${tongue}`, async ({ browser, house }) => {
      const { page } = await house.openKiosk(browser);
      const press = treeOf(await page.context().newCDPSession(page), page);
      await wholeVisit({ page, tongue, press, lunch: await idOf(house, 'Lunch', TODAY) }, (activityId) =>
        partiesOf(house, activityId),
      );
      await expect.poll(async () => (await tripsOf(house, RIDER.door)).length).toBe(1);
    });
  }
});

interface VisitTo {
  readonly page: Page;
  readonly tongue: Tongue;
  readonly press: Press;
  readonly lunch: string;
}

/** Wakes the kiosk, chooses a language, signs up, looks at it, withdraws, and books a scooter with the card. */
async function wholeVisit(
  { page, tongue, press, lunch }: VisitTo,
  parties: (activityId: string) => Promise<readonly unknown[]>,
): Promise<void> {
  const say = (key: string) => says(tongue, key);
  await press(says('nl', 'rest:touch'));
  if (tongue === 'ar') {
    await press(says('nl', 'common:language'));
    await press('العربية');
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(screen(page, 'today')).toBeVisible();
  }
  await press(`${say('activity:join')}: Lunch`);
  await press('0 ');
  await press('1 ');
  await expect(screen(page, 'done')).toBeVisible();
  await expect.poll(async () => (await parties(lunch)).length).toBe(1);
  await press(say('common:done'));

  await press(say('common:mine'));
  await press('0 ');
  await press('1 ');
  await expect(screen(page, 'my-things')).toBeVisible();
  await press(`${say('activity:undo')}: Lunch`);
  await expect.poll(async () => (await parties(lunch)).length).toBe(0);
  await press(say('common:done'));
  await expect(screen(page, 'today')).toBeVisible();

  await showCard(page, RIDER.card);
  await press(say('common:scooter'));
  await press(say('scooter:first'));
  await expect(screen(page, 'trip-done')).toBeVisible();
  await press(say('common:done'));
}

const isNamed = (found: string, name: string) =>
  found === name || found.startsWith(name.endsWith(' ') ? name : `${name} `);

/** By Tab from wherever the focus is, at most once round; then Enter. */
function keysOf(page: Page): Press {
  return async (name) => {
    await comeTo(page, name);
    await page.clock.fastForward(BETWEEN);
    await page.keyboard.press('Enter');
  };
}

async function comeTo(page: Page, name: string): Promise<void> {
  const seen: string[] = [];
  // Once for a screen that is still on its way, and once round all of the next.
  for (let pressed = 0; pressed < 60; pressed += 1) {
    await page.keyboard.press('Tab');
    const found = await focusedName(page);
    if (isNamed(found, name)) return;
    seen.push(found);
  }
  throw new Error(`Tab never came to "${name}", only to ${[...new Set(seen)].join(' | ')}`);
}

const focusedName = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    return (element?.ariaLabel ?? (element as HTMLElement | null)?.innerText ?? '').replace(/\s+/g, ' ').trim();
  });

interface AxNode {
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly backendDOMNodeId?: number;
}

/** As a screen reader does: what has the role of a button and this name is told to do what it does. */
function treeOf(session: CDPSession, page: Page): Press {
  const find = async (name: string): Promise<number | undefined> => {
    const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { readonly nodes: readonly AxNode[] };
    const buttons = nodes.filter(({ ignored, role }) => !ignored && role?.value === 'button');
    return buttons.find((node) => isNamed((node.name?.value ?? '').replace(/\s+/g, ' ').trim(), name))
      ?.backendDOMNodeId;
  };
  return async (name) => {
    let id: number | undefined;
    await expect(async () => {
      id = await find(name);
      expect(id, `no button is named "${name}"`).toBeDefined();
    }).toPass();
    await page.clock.fastForward(BETWEEN);
    const { object } = await session.send('DOM.resolveNode', { backendNodeId: id! });
    await session.send('Runtime.callFunctionOn', {
      objectId: object.objectId!,
      functionDeclaration: 'function () { this.click(); }',
    });
  };
}
