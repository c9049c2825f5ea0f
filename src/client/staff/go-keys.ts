/** `g` and then a letter goes to a page. The second letter is for nobody else; refuses to work where letters are off. */
import { useLayoutEffect } from 'preact/hooks';
import { opening, type Page } from '../app/staff-places.ts';
import { useDesk } from './desk-context.ts';
import { isForSomethingElse } from './single-keys.ts';

const letters: Readonly<Record<string, Page>> = {
  v: 'vandaag',
  k: 'kloppen',
  b: 'berichten',
  p: 'programma',
  e: 'eten',
  w: 'bewoners',
  s: 'scootmobielen',
  m: 'team',
  t: 'tablets',
  i: 'instellingen',
};

export const letterOf = (page: Page): string => Object.keys(letters).find((letter) => letters[letter] === page) ?? '';

export function useGoKeys(pages: readonly Page[]): void {
  const { app } = useDesk();
  useLayoutEffect(() => {
    let going = false;
    const listen = (press: KeyboardEvent) => {
      if (press.repeat || press.key === 'Shift') return;
      const wasGoing = going;
      going = false;
      if (!app.letters.peek() || isForSomethingElse(press)) return;
      if (!wasGoing) {
        going = press.key === 'g';
        return;
      }
      press.preventDefault();
      press.stopImmediatePropagation();
      const page = Object.hasOwn(letters, press.key) ? letters[press.key] : undefined;
      if (page !== undefined && pages.includes(page)) app.goTo(opening(page));
    };
    // Before the keys of the page itself.
    addEventListener('keydown', listen, { capture: true });
    return () => removeEventListener('keydown', listen, { capture: true });
  }, [app, pages]);
}
