/** What the keyboard does here, and the way to switch single letters off (WCAG 2.1.4). */

import { Dialog } from './Dialog.tsx';
import { useDesk } from './desk-context.ts';

export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const { app, t } = useDesk();
  const keys = [
    ['n', t('deskframe:keyNew')],
    [t('deskframe:arrows'), t('deskframe:keyWeek')],
    ['t', t('deskframe:keyToday')],
    ['Esc', t('deskframe:keyClose')],
    ['?', t('deskframe:keyHelp')],
  ] as const;
  return (
    <Dialog title={t('deskframe:keysTitle')} onClose={onClose}>
      <dl class="s-keys">
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd class="s-kbd">{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label class="s-tick">
        <input
          type="checkbox"
          checked={app.letters.value}
          onChange={({ currentTarget }) => app.setLetters(currentTarget.checked)}
        />
        <span>{t('deskframe:letters')}</span>
      </label>
    </Dialog>
  );
}
