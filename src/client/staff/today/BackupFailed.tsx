/** Vandaag: that the backup of the night failed, where it did. Refuses to say more: Instellingen does. */
import { useEffect, useState } from 'preact/hooks';
import { Button, State } from '../controls.tsx';
import { useDesk } from '../desk-context.ts';

export function BackupFailed() {
  const { app, t } = useDesk();
  const [fails, setFails] = useState(false);
  useEffect(() => void app.backups.seen().then((seen) => setFails((seen?.failed ?? null) !== null)), [app]);
  if (!fails) return null;
  return (
    <section class="s-card s-stack" aria-labelledby="backup-today">
      <h2 id="backup-today">{t('desksettings:backup')}</h2>
      <State tone="warn">{t('desksettings:backupToday')}</State>
      <Button onPress={() => app.goTo({ page: 'instellingen', part: 'huis' })}>{t('desksettings:backupSee')}</Button>
    </section>
  );
}
