/** A calm screen while the board is on its way or the kiosk mends itself; nobody is asked to do anything. */

import type { Translate } from '../i18n/keys.ts';
import { Armchair } from '../ui/pictures/Armchair.tsx';

export interface OneMomentProps {
  readonly t: Translate;
  readonly why: 'loading' | 'defect';
}

/** Stands on its own: it is shown when the rest of the kiosk cannot be. */
export function OneMoment({ t, why }: OneMomentProps) {
  return (
    <div class="screen question" data-screen="moment">
      <main class="ask" aria-live="polite">
        <div class="drawing">
          <Armchair />
        </div>
        <div>
          <h1>{t('moment:title')}</h1>
          <p class="story">{t(why === 'loading' ? 'moment:loading' : 'moment:sub')}</p>
        </div>
      </main>
    </div>
  );
}
