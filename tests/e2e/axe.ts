/**
 * Asks axe what is wrong on a page as it stands. It is put into a page once, however often it is asked there. Refuses
 * frames: no screen has one.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

export type AxeOptions = Parameters<AxeBuilder['options']>[0];
type Results = Awaited<ReturnType<AxeBuilder['analyze']>>;
export type Violations = Results['violations'];

const enabled = (...rules: readonly string[]) => Object.fromEntries(rules.map((rule) => [rule, { enabled: true }]));

export const KIOSK_AXE: AxeOptions = {
  runOnly: {
    type: 'tag',
    values: ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'],
  },
  rules: enabled('color-contrast-enhanced', 'target-size', 'label-content-name-mismatch'),
  // Fetches style sheets and films before anything is asked: of these rules only the one about sound needs that, and
  // nothing on the kiosk may make a sound at all.
  preload: false,
};

export const DESK_AXE: AxeOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  rules: enabled('color-contrast-enhanced', 'target-size'),
};

type WithAxe = typeof globalThis & {
  readonly axe?: { readonly run: (context: object, options: AxeOptions) => Promise<Results> };
};

const ours = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'));
/**
 * It lets the page breathe for a moment after every rule, which is half of its time, and where a test holds the page's
 * clock that moment would never end. What waits longer than a moment still waits.
 */
const source = `((setTimeout) => {${readFileSync(ours.resolve('axe-core/axe.min.js'), 'utf8')}})(
  (task, wait, ...rest) => (wait > 0 ? globalThis.setTimeout(task, wait, ...rest) : void Promise.resolve().then(task)))`;

/** What breaks the rules that were asked for; `exclude` is a selector of what is not looked at. */
export async function axeViolations(
  page: Page,
  options: AxeOptions,
  exclude: readonly string[] = [],
): Promise<Violations> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source);
  return page.evaluate(
    async ({ options, exclude }) => {
      const { axe } = globalThis as WithAxe;
      if (axe === undefined) throw new Error('axe is not in the page');
      return (await axe.run({ include: [['html']], exclude }, options)).violations;
    },
    {
      options: { ...options, resultTypes: ['violations'] } satisfies AxeOptions,
      exclude: exclude.map((each) => [each]),
    },
  );
}
