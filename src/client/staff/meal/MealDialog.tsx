/** A window over a meal's screen that keeps keyboard and screen reader inside, and gives the focus back. */
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { MealButton } from './buttons.tsx';

export interface MealDialogProps {
  readonly title: string;
  /** The way out: "Sluit", "Stop" or "Terug". */
  readonly out: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

export function MealDialog({ children, onClose, out, title }: MealDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();

  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null || element.open) return;
    element.showModal();
    return () => element.close();
  }, []);

  return (
    <dialog
      ref={dialog}
      class="m-dialog"
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div class="m-dialog-head">
        <h2 id={heading}>{title}</h2>
        <MealButton icon="cross" onPress={onClose}>
          {out}
        </MealButton>
      </div>
      {children}
    </dialog>
  );
}
