/** Something opened inside a page that the browser's way back closes. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useDesk } from './desk-context.ts';

export function useStep(isOpen: boolean, close: () => void): void {
  const { app } = useDesk();
  const latest = useRef(close);
  latest.current = close;
  // With what it opens, not after the paint: who goes back at once would leave the page.
  useLayoutEffect(() => (isOpen ? app.step(() => latest.current()) : undefined), [app, isOpen]);
}
