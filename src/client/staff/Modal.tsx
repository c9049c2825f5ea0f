/** A window over the page that keeps keyboard and screen reader inside, and gives the focus back. */
import type { ComponentChildren, VNode } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';

export interface ModalProps {
  /** What its styles begin with: of the desk, or of a meal's screens. */
  readonly look: 's' | 'm';
  readonly title: string;
  /** The button that closes it. */
  readonly out: VNode;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

export function Modal({ children, look, onClose, out, title }: ModalProps) {
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
      class={`${look}-dialog`}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div class={`${look}-dialog-head`}>
        <h2 id={heading}>{title}</h2>
        {out}
      </div>
      {children}
    </dialog>
  );
}
