/** Something opened inside a page that the browser's way back closes. */
import { useEffect, useRef } from 'preact/hooks';
import { useDesk } from './desk-context.ts';

export function useStep(isOpen: boolean, close: () => void): void {
  const { app } = useDesk();
  const latest = useRef(close);
  latest.current = close;
  useEffect(() => (isOpen ? app.step(() => latest.current()) : undefined), [app, isOpen]);
}
