/**
 * For who has keys, a switch or a screen reader instead of a finger (UX requirement 53): Escape does what stands first in
 * the bar, and a new screen begins at its title. Refuses to know any screen.
 */

/** Done until the page goes. The first place of the bar is the way back, home or Klaar (UX requirement 37). */
export function serveKeys(view: Window): void {
  const { document } = view;
  let shown = idOf(document);
  const watch = new MutationObserver(() => {
    const next = idOf(document);
    if (next === shown) return;
    shown = next;
    beginAtTitle(document);
  });
  watch.observe(document.body, { subtree: true, childList: true, attributeFilter: ['data-screen', 'hidden'] });
  view.addEventListener('keydown', (press) => {
    if (press.key !== 'Escape' || press.repeat || press.defaultPrevented) return;
    inSight<HTMLElement>(document, '.bar > button:first-child')?.click();
  });
}

/** Where somebody holds a control that is still there, it stays theirs. */
function beginAtTitle(document: Document): void {
  if (document.activeElement !== null && document.activeElement !== document.body) return;
  const title = inSight<HTMLElement>(document, '[data-screen] h1');
  if (title === null) return;
  title.tabIndex = -1;
  title.focus({ preventScroll: true });
}

function idOf(document: Document): string | null {
  return inSight(document, '[data-screen]')?.getAttribute('data-screen') ?? null;
}

function inSight<Kind extends Element>(document: Document, selector: string): Kind | null {
  return [...document.querySelectorAll<Kind>(selector)].find((each) => each.checkVisibility()) ?? null;
}
