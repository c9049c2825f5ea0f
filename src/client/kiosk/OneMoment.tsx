/**
 * A calm screen while there is no board to show, and why: it comes, the kiosk mends itself, the tablet is
 * unknown; or the server is asked something that only it can say.
 */

import type { Translate } from '../i18n/keys.ts';
import { Armchair } from '../ui/pictures/Armchair.tsx';

export interface OneMomentProps {
  readonly t: Translate;
  readonly why: 'loading' | 'defect' | 'asking' | 'notEnrolled' | 'revoked';
}

const storyOf = {
  loading: 'moment:loading',
  defect: 'moment:sub',
  asking: 'scooter:asking',
  notEnrolled: 'moment:notEnrolled',
  revoked: 'moment:revoked',
} as const;

/** Stands on its own: it is shown when the rest of the kiosk cannot be. */
export function OneMoment({ t, why }: OneMomentProps) {
  const waits = why !== 'notEnrolled' && why !== 'revoked';
  return (
    <div class="screen question" data-screen="moment">
      <main class="ask" aria-live="polite">
        <div class="drawing">
          <Armchair />
        </div>
        <div>
          <h1>{t(waits ? 'moment:title' : 'moment:away')}</h1>
          <p class="story">{t(storyOf[why])}</p>
        </div>
      </main>
    </div>
  );
}
