/** What happens to the page itself: touched, woken, back in reach. Refuses to decide what that means. */

export interface Page {
  /** A finger lifted or a key went down, anywhere. */
  readonly whenTouched: (listener: () => void) => void;
  /** The screen may have slept, or the network may be back: look again. */
  readonly whenWoken: (listener: () => void) => void;
  /** Every key, before anything else on the page sees it. */
  readonly whenKeyPressed: (listener: (press: KeyboardEvent) => void) => void;
}

export function createPage(view: Window): Page {
  return {
    whenTouched(listener) {
      for (const type of ['pointerup', 'pointercancel', 'keydown']) {
        view.addEventListener(type, listener, { capture: true, passive: true });
      }
    },
    whenWoken(listener) {
      // Only what happens to the page itself: every tap gives the focus to a button.
      for (const type of ['pageshow', 'focus', 'online']) view.addEventListener(type, listener);
      view.document.addEventListener('resume', listener);
      view.document.addEventListener('visibilitychange', () => {
        if (view.document.visibilityState === 'visible') listener();
      });
    },
    whenKeyPressed(listener) {
      view.addEventListener('keydown', listener, { capture: true });
    },
  };
}
