/** Single keys for who works without a mouse. Refuses to listen in a field, in a window, or where they are switched off. */
import { useEffect, useRef } from 'preact/hooks';
import { useDesk } from './desk-context.ts';

export function useSingleKeys(keys: Readonly<Record<string, () => void>>): void {
  const { app } = useDesk();
  const latest = useRef(keys);
  latest.current = keys;

  useEffect(() => {
    const listen = (press: KeyboardEvent) => {
      if (press.defaultPrevented || press.ctrlKey || press.altKey || press.metaKey) return;
      if (!app.letters.peek() && press.key.length === 1) return;
      const target = press.target instanceof Element ? press.target : null;
      if (target?.closest('input, select, textarea, dialog') || document.querySelector('dialog[open]')) return;
      const act = Object.hasOwn(latest.current, press.key) ? latest.current[press.key] : undefined;
      if (act === undefined) return;
      press.preventDefault();
      act();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [app]);
}
