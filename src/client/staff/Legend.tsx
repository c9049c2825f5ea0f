/** What each look of the timeline means, in words. */
import { useDesk } from './desk-context.ts';

const looks = ['booked', 'taken', 'done', 'pause', 'broken', 'doubt', 'late'] as const;

export function Legend() {
  const { t } = useDesk();
  return (
    <ul class="s-legend" aria-label={t('deskweek:legend')}>
      {looks.map((look) => (
        <li key={look}>
          <i class={look === 'pause' ? 's-pause is-sample' : `s-block is-sample is-${look}`} />
          <span>{t(`deskweek:${look}`)}</span>
        </li>
      ))}
      <li class="is-hint">{t('deskweek:tap')}</li>
    </ul>
  );
}
