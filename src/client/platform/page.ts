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
  const on = (target: EventTarget, types: readonly string[], listener: () => void) => {
    for (const type of types) target.addEventListener(type, listener, { capture: true, passive: true });
  };
  return {
    whenTouched(listener) {
      on(view, ['pointerup', 'pointercancel', 'keydown'], listener);
    },
    whenWoken(listener) {
      on(view, ['pageshow', 'focus', 'online'], listener);
      on(view.document, ['resume'], listener);
      view.document.addEventListener('visibilitychange', () => {
        if (view.document.visibilityState === 'visible') listener();
      });
    },
    whenKeyPressed(listener) {
      view.addEventListener('keydown', listener, { capture: true });
    },
  };
}
