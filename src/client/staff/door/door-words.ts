/** What became of a try at the way in, calmly. */
import type { Knock } from '../../app/staff-door.ts';
import type { StaffSpeech } from '../../i18n/staff-i18n.ts';

export function knockWords({ t }: StaffSpeech, knock: Knock): string | null {
  switch (knock.type) {
    case 'none':
      return null;
    case 'rests':
      return t('deskdoor:rests', { long: t('deskdoor:minutes', { count: minutesOf(knock.seconds) }) });
    case 'checking':
      return t('deskdoor:checking');
    case 'wrong':
      return t('deskdoor:wrong');
    case 'wrongCard':
      return t('deskdoor:wrongCard');
    case 'unreachable':
      return t('deskdoor:unreachable');
    case 'notEnrolled':
      return t('deskdoor:notEnrolled');
    case 'over':
      return t('deskdoor:over');
  }
}

/** Nobody said how long: as long as the house lets codes rest. */
const USUAL_REST = 15;

const minutesOf = (seconds: number | null): number =>
  seconds === null ? USUAL_REST : Math.max(1, Math.ceil(seconds / 60));
