/** Huis: when the last backup was made and whether one failed, for who can have it mended. Refuses to hand one out. */
import { useEffect, useState } from 'preact/hooks';
import type { StaffApp } from '../../app/staff-app.ts';
import { State, type Tone } from '../controls.tsx';
import { type BoardProps, useDesk } from '../desk-context.ts';
import { clock, dayMonth, momentIn } from '../desk-words.ts';

type Seen = Awaited<ReturnType<StaffApp['backups']['seen']>>;

export function BackupCard({ board }: BoardProps) {
  const { app, t } = useDesk();
  /** Undefined is asked and not answered yet. */
  const [seen, see] = useState<Seen | undefined>(undefined);
  useEffect(() => {
    void app.backups.seen().then(see);
  }, [app]);
  return (
    <section class="s-card s-stack" aria-labelledby="backup">
      <div>
        <h2 id="backup">{t('desksettings:backup')}</h2>
        <p class="is-soft">{t('desksettings:backupWhy')}</p>
      </div>
      <div aria-live="polite">{seen === undefined ? null : <How board={board} seen={seen} />}</div>
    </section>
  );
}

function How({ board, seen }: BoardProps & { readonly seen: Seen }) {
  const desk = useDesk();
  const { t } = desk;
  const said = (tone: Tone, words: string) => (
    <p>
      <State tone={tone}>{words}</State>
    </p>
  );
  const when = (at: number) => {
    const { date, time } = momentIn(board, at);
    return { day: dayMonth(desk, date), time: clock(time) };
  };
  if (seen === null) return said('wait', t('desksettings:backupAway'));
  if (!seen.nightly) return said('info', t('desksettings:backupDemo'));
  const { failed, made } = seen;
  return (
    <>
      {failed === null
        ? null
        : said(
            'warn',
            t(failed.why === 'full' ? 'desksettings:backupFull' : 'desksettings:backupFailed', when(failed.at)),
          )}
      {made === null
        ? said('wait', t('desksettings:backupNone'))
        : said('ok', t('desksettings:backupMade', when(made)))}
    </>
  );
}
