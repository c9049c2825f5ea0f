/**
 * Asks the kiosk's own app for another language, size or page of the screen that is there, as its buttons do. By the
 * buttons one comes over the language screen, where some screens lose what they said. Refuses to lead anywhere else.
 */
import type { Page } from '@playwright/test';
import type { App } from '../../src/client/app.ts';
import type { LanguageTag } from '../../src/client/i18n/languages.ts';
import type { Look, Profile } from './layout-matrix.ts';

export interface Remote {
  /** Fetches the words of a language and speaks it. Rejects when they cannot be fetched. */
  speak(tag: LanguageTag): Promise<void>;
  /** Larger or smaller glass under what is shown. */
  stretch(profile: Profile): Promise<void>;
  /** Everything of a look, until the page has drawn all of it; its words must have been fetched before. */
  show(look: Look): Promise<void>;
  firstPage(): Promise<void>;
}

interface WithApp {
  kiosk?: App;
}

/** Of a page on which the kiosk was drawn by Preact; a defect may have taken it off since. */
export async function createRemote(page: Page): Promise<Remote> {
  await page.evaluate(keepApp);
  const speak: Remote['speak'] = (tag) =>
    page.evaluate((tag) => (globalThis as WithApp).kiosk?.i18n.setLanguage(tag), tag);
  return {
    speak,
    stretch: (profile) => stretch(page, profile),
    async show({ profile, size, tag }) {
      await page.setViewportSize(profile);
      await page.evaluate(
        async ({ size, tag }) => {
          const app = (globalThis as WithApp).kiosk;
          await app?.i18n.setLanguage(tag);
          if (app?.size.value !== size) app?.toggleSize();
        },
        { size, tag },
      );
      await page.waitForFunction(
        ({ name, size, tag }) => {
          const { dataset, lang } = document.documentElement;
          return dataset.profile === name && dataset.size === size && lang === tag;
        },
        { name: profile.name, size, tag },
      );
    },
    firstPage: () => page.evaluate(() => (globalThis as WithApp).kiosk?.turnTo(0)),
  };
}

/** Waits until the page has seen that its glass is another. */
export async function stretch(page: Page, profile: Profile): Promise<void> {
  await page.setViewportSize(profile);
  await page.waitForFunction((name) => document.documentElement.dataset.profile === name, profile.name);
}

/** Found where Preact keeps what it drew: `__k` are the children of a node. Runs in the page. */
function keepApp(): void {
  interface Drawn {
    readonly __k?: Drawn | readonly (Drawn | null)[] | null;
    readonly props?: { readonly value?: unknown };
  }
  const found = find(document.getElementById('app') as Drawn | null);
  if (found === null) throw new Error('the app is not where Preact used to keep it');
  (globalThis as WithApp).kiosk = found;

  function find(node: Drawn | null): App | null {
    const value = node?.props?.value;
    if (typeof value === 'object' && value !== null && 'toggleSize' in value) return value as App;
    for (const child of [node?.__k ?? []].flat()) {
      const app = find(child);
      if (app !== null) return app;
    }
    return null;
  }
}
