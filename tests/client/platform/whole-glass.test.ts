import { expect, test } from 'vitest';
import { takeWholeGlass } from '../../../src/client/platform/whole-glass.ts';

/** A browser, and how often it was asked for the whole glass. */
function browser({ tapped = true, full = false, answer = Promise.resolve() }) {
  const asked: unknown[] = [];
  const view = {
    navigator: { userActivation: { isActive: tapped } },
    matchMedia: (query: string) => ({ matches: query === '(display-mode: fullscreen)' && full }),
    document: {
      documentElement: {
        requestFullscreen(options: unknown) {
          asked.push(options);
          return answer;
        },
      },
    },
  } as unknown as Window;
  return { asked, view };
}

test('the tap of staff that gives the glass to the residents takes the whole of it', () => {
  const { asked, view } = browser({});
  takeWholeGlass(view);
  expect(asked).toEqual([{ navigationUI: 'hide' }]);
});

test('nothing is asked without a tap, or where a kiosk system gave the whole glass already', () => {
  for (const given of [{ tapped: false }, { full: true }]) {
    const { asked, view } = browser(given);
    takeWholeGlass(view);
    expect(asked).toEqual([]);
  }
});

test('a browser that refuses, or cannot, stays as it is', async () => {
  const { view } = browser({ answer: Promise.reject(new TypeError('Permissions check failed')) });
  takeWholeGlass(view);
  await Promise.resolve();
  const bare = { ...view, document: { documentElement: {} } } as unknown as Window;
  expect(() => takeWholeGlass(bare)).not.toThrow();
});
