/** Single keys for who works without a mouse. Refuses to listen in a field, in a window, or where they are switched off. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useDesk } from './desk-context.ts';

export function useSingleKeys(keys: Readonly<Record<string, () => void>>): void {
  const { app } = useDesk();
  const latest = useRef(keys);
  latest.current = keys;

  // With the page, not after it: who types fast is not ahead of it.
  useLayoutEffect(() => {
    const listen = (press: KeyboardEvent) => {
      if (press.defaultPrevented || isForSomethingElse(press)) return;
      if (!app.letters.peek() && press.key.length === 1) return;
      const act = Object.hasOwn(latest.current, press.key) ? latest.current[press.key] : undefined;
      if (act === undefined) return;
      // These press the button that has the focus.
      if (
        (press.key === ' ' || press.key === 'Enter') &&
        press.target instanceof Element &&
        press.target.closest('button, a, summary')
      )
        return;
      press.preventDefault();
      act();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [app]);
}

/** In a field or a window a letter is a letter, and with Ctrl it is the browser's. */
export function isForSomethingElse(press: KeyboardEvent): boolean {
  if (press.ctrlKey || press.altKey || press.metaKey) return true;
  const target = press.target instanceof Element ? press.target : null;
  return target?.closest('input, select, textarea, dialog') != null || document.querySelector('dialog[open]') !== null;
}

/** Escape goes back, in a field too: only where nothing that was typed is lost by it. A window closes first. */
export function useBackKey(onBack: () => void): void {
  const latest = useRef(onBack);
  latest.current = onBack;
  useLayoutEffect(() => {
    const listen = (press: KeyboardEvent) => {
      if (press.key !== 'Escape' || press.defaultPrevented || press.isComposing) return;
      if (document.querySelector('dialog[open]') !== null) return;
      press.preventDefault();
      latest.current();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}
