/** A window over a meal's screen, with a large way out. */
import type { ComponentChildren } from 'preact';
import { Modal } from '../Modal.tsx';
import { MealButton } from './buttons.tsx';

export interface MealDialogProps {
  readonly title: string;
  /** The way out: "Sluit", "Stop" or "Terug". */
  readonly out: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

export function MealDialog({ children, onClose, out, title }: MealDialogProps) {
  const way = (
    <MealButton icon="cross" onPress={onClose}>
      {out}
    </MealButton>
  );
  return (
    <Modal look="m" title={title} out={way} onClose={onClose}>
      {children}
    </Modal>
  );
}
