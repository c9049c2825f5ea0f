/** A house without scooters: where they come from, for who may bring them. */
import { pagesOf } from '../app/staff-places.ts';
import { Button } from './controls.tsx';
import { useDesk } from './desk-context.ts';

export function NoScooters() {
  const { app, t } = useDesk();
  const mayRead = pagesOf(app.me.role, false).includes('bewoners');
  return (
    <div class="s-card s-stack">
      <p>{t('deskweek:noScooters')}</p>
      {mayRead ? (
        <span>
          <Button icon="list" tone="main" onPress={() => app.goTo({ page: 'bewoners', part: 'inlezen' })}>
            {t('deskpeople:emptyDo')}
          </Button>
        </span>
      ) : null}
    </div>
  );
}
