/** The poster page: the programme of a week as it comes out of the printer, on A4 or A3. */
import { useMemo, useState } from 'preact/hooks';
import { houseName } from '../../app/staff-trips.ts';
import { mondayOf, weekAway, weekPoster } from '../../app/week-poster.ts';
import { Button, IconButton, Segments } from '../controls.tsx';
import { type BoardProps, useDesk } from '../desk-context.ts';
import { PageHead } from '../PageHead.tsx';
import { useSingleKeys } from '../single-keys.ts';
import type { Paper } from './fitting-page.ts';
import { Poster } from './Poster.tsx';

export interface PosterPageProps extends BoardProps {
  /** The week to begin with. */
  readonly monday: string;
  readonly onBack: () => void;
}

export function PosterPage({ board, monday: first, onBack }: PosterPageProps) {
  const { app, t } = useDesk();
  const thisWeek = mondayOf(app.wallClock.value.date);
  const [monday, choose] = useState(first);
  const [paper, setPaper] = useState<Paper>('a4');
  const poster = useMemo(() => weekPoster(board, monday), [board, monday]);
  const go = (weeks: number) => choose(weekAway(monday, weeks));
  const toThisWeek = () => choose(thisWeek);
  useSingleKeys({ ArrowLeft: () => go(-1), ArrowRight: () => go(1), t: toThisWeek, Escape: onBack });
  return (
    <>
      <PageHead title={t('deskposter:title')} line={t('deskposter:why')} tabs={null}>
        <Button icon="back" onPress={onBack}>
          {t('deskposter:back')}
        </Button>
      </PageHead>
      <div class="k-poster-choice s-stack">
        <div class="s-row is-wrap">
          <IconButton icon="back" label={t('deskposter:previous')} onPress={() => go(-1)} />
          <Button onPress={toThisWeek}>{t('deskposter:thisWeek')}</Button>
          <IconButton icon="next" label={t('deskposter:next')} onPress={() => go(1)} />
          <Segments<Paper>
            label={t('deskposter:paper')}
            choices={[
              { value: 'a4', text: t('deskposter:a4') },
              { value: 'a3', text: t('deskposter:a3') },
            ]}
            chosen={paper}
            onChoose={setPaper}
          />
          <Button icon="print" tone="main" hint={app.narrow.value ? undefined : 'Ctrl p'} onPress={app.print}>
            {t('deskposter:print')}
          </Button>
        </div>
        <p class="s-help">{t('deskposter:printTip', { paper: paper === 'a4' ? 'A4' : 'A3' })}</p>
      </div>
      <section class={`k-poster-view is-${paper}`} aria-label={t('deskposter:preview')}>
        <Poster board={board} house={houseName(board)} poster={poster} paper={paper} />
      </section>
    </>
  );
}
