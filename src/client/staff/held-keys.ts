/**
 * Keys with Ctrl (or Command) for who works without a mouse. They also work in a field, where single letters do not, and
 * stay where those are switched off (WCAG 2.1.4). Refuses to take one that the page has no use for: that is the browser's.
 */
import { useLayoutEffect, useRef } from 'preact/hooks';

/** By the key held with Ctrl, such as `p`. Behind an open window they do nothing. */
export function useHeldKeys(keys: Readonly<Record<string, () => void>>): void {
  const latest = useRef(keys);
  latest.current = keys;
  // With the page itself: what is shown can be typed to.
  useLayoutEffect(
    () =>
      hear((press) => {
        const act = Object.hasOwn(latest.current, press.key) ? latest.current[press.key] : undefined;
        if (act === undefined || document.querySelector('dialog[open]') !== null) return;
        press.preventDefault();
        act();
      }),
    [],
  );
}

/** `Ctrl Enter` presses the button that keeps what is typed: of the window that is open, else of the form with the focus. */
export function useSaveKey(): void {
  useLayoutEffect(
    () =>
      hear((press) => {
        const save = press.key === 'Enter' ? savingButton() : null;
        if (save === null) return;
        press.preventDefault();
        save.click();
      }),
    [],
  );
}

function hear(listen: (press: KeyboardEvent) => void): () => void {
  const held = (press: KeyboardEvent) => {
    if (press.defaultPrevented || press.repeat || press.altKey || press.shiftKey) return;
    if (press.ctrlKey || press.metaKey) listen(press);
  };
  addEventListener('keydown', held);
  return () => removeEventListener('keydown', held);
}

/** The innermost form with the focus; a form's own button of sending comes before the green one (DESK rule 3). */
function savingButton(): HTMLElement | null {
  const form = document.activeElement?.closest('form, .s-form, dialog') ?? document.querySelector('dialog[open]');
  return (
    form?.querySelector<HTMLElement>('button[type="submit"]') ?? form?.querySelector<HTMLElement>('.is-main') ?? null
  );
}
