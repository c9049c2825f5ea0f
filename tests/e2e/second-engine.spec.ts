/**
 * A second, independent engine looks at every screen beside axe, and finds no failure either (UX 54). What it cannot
 * decide it calls potential; each kind of that is decided here, with the test that does so.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { everyScreen } from './every-screen.ts';
import { expect, test } from './house.ts';

const source = readFileSync(createRequire(import.meta.url).resolve('accessibility-checker-engine/ace.js'), 'utf8');

/** What it leaves to people, by its own name for it. */
const DECIDED: Readonly<Record<string, string>> = {
  style_focus_visible: 'the ring is measured in keyboard.spec.ts',
  text_block_heading: 'a time, a name or a number in large letters is no heading: each screen has one, its question',
  style_color_misuse: 'every state is a word as well: UX 21 in eyes.spec.ts',
  style_highcontrast_visible: 'every control keeps its border: UX 24 in eyes.spec.ts',
  input_label_visible: 'the number of a floor is its label, and stands in the name',
};

interface Engine {
  readonly Checker: new () => {
    check(document: Document, rules: readonly string[]): Promise<{ readonly results: readonly Result[] }>;
  };
}

interface Result {
  readonly ruleId: string;
  /** For example `VIOLATION` and `FAIL`, `POTENTIAL` or `PASS`. */
  readonly value: readonly [string, string];
  readonly message: string;
  readonly snippet: string;
}

async function findingsOf(page: Page): Promise<readonly Result[]> {
  if (!(await page.evaluate(() => 'ace' in globalThis))) await page.evaluate(`${source}; globalThis.ace = ace;`);
  return page.evaluate(async () => {
    const { Checker } = (globalThis as typeof globalThis & { readonly ace: Engine }).ace;
    const { results } = await new Checker().check(document, ['IBM_Accessibility', 'WCAG_2_1']);
    return results
      .filter(({ value }) => value[0] === 'VIOLATION' && value[1] !== 'PASS')
      .map(({ ruleId, value, message, snippet }) => ({ ruleId, value, message, snippet: snippet.slice(0, 120) }));
  });
}

test('it fails nothing on any screen, and leaves undecided only what is decided elsewhere', async ({
  browser,
  house,
}) => {
  const { page } = await house.openKiosk(browser);
  const found = new Set<string>();
  let looks = 0;
  await everyScreen(page, async (name) => {
    const findings = await findingsOf(page);
    looks += findings.length;
    for (const { message, ruleId, snippet, value } of findings) {
      if (value[1] !== 'FAIL' && ruleId in DECIDED) continue;
      found.add(`${name}: ${value[1]} ${ruleId}: ${message} ${snippet}`);
    }
  });
  expect([...found]).toEqual([]);
  // It did look: every control is a question of its own about the ring.
  expect(looks).toBeGreaterThan(20);
});
