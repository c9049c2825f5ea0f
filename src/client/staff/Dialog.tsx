/** A window over a page of the desk, with a cross. */
import type { ComponentChildren } from 'preact';
import { IconButton } from './controls.tsx';
import { useDesk } from './desk-context.ts';
import { Modal } from './Modal.tsx';

export interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

export function Dialog({ title, onClose, children }: DialogProps) {
  const { t } = useDesk();
  const out = <IconButton icon="cross" label={t('deskframe:close')} onPress={onClose} />;
  return (
    <Modal look="s" title={title} out={out} onClose={onClose}>
      {children}
    </Modal>
  );
}
