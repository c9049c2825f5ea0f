/** What the keyboard does here, and the way to switch single letters off (WCAG 2.1.4). */
import type { Page } from '../app/staff-places.ts';
import { Dialog } from './Dialog.tsx';
import { useDesk } from './desk-context.ts';
import { letterOf } from './go-keys.ts';

export interface KeysDialogProps {
  readonly pages: readonly Page[];
  readonly onClose: () => void;
}

export function KeysDialog({ pages, onClose }: KeysDialogProps) {
  const { app, t } = useDesk();
  const keys = [
    [pages.map((page) => `g ${letterOf(page)}`).join(', '), t('deskframe:keyGo')],
    ['/', t('deskframe:keySearch')],
    ['n', t('deskframe:keyNew')],
    ...(pages.includes('berichten') ? ([['b', t('deskannouncement:new')]] as const) : []),
    [t('deskframe:arrows'), t('deskframe:keyWeek')],
    ['t', t('deskframe:keyToday')],
    [t('deskframe:upDown'), t('deskframe:keyRow')],
    [t('deskframe:space'), t('deskframe:keyCame')],
    ['p', t('deskframe:keyPaid')],
    ['x', `${t('deskframe:keyRemove')} · ${t('deskframe:keyNotReached')}`],
    ['v', t('deskframe:keyTold')],
    ['Enter', t('deskframe:keyOpen')],
    ['Ctrl Enter', t('deskframe:keySave')],
    ['Ctrl p', t('deskframe:keyPrint')],
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
