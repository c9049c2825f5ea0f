/** An alarm on paper, to hang where no tablet shows it: one A4 in the largest letters that fit, in every language. */
import { useRef } from 'preact/hooks';
import type { Announcement } from '../../../domain/announcement.ts';
import { alarmIn, languagesOf } from '../../../domain/announcement-views.ts';
import { helpNumber } from '../../../domain/team-views.ts';
import { houseName } from '../../app/staff-trips.ts';
import { languages } from '../../i18n/languages.ts';
import { HousePicture } from '../../ui/pictograms/HousePicture.tsx';
import { Button } from '../controls.tsx';
import { type BoardProps, useDesk } from '../desk-context.ts';
import { clock, dayMonth, momentIn } from '../desk-words.ts';
import { PageHead } from '../PageHead.tsx';
import { Parted } from '../Parted.tsx';
import { useFittingPage } from '../poster/fitting-page.ts';
import { useSingleKeys } from '../single-keys.ts';

export interface AlarmSheetProps extends BoardProps {
  readonly alarm: Announcement;
  /** The tablet it hangs beside; null is any place. */
  readonly place: string | null;
  readonly onBack: () => void;
}

export function AlarmSheet({ alarm, board, onBack, place }: AlarmSheetProps) {
  const { app, t } = useDesk();
  useSingleKeys({ Escape: onBack });
  return (
    <>
      <PageHead
        title={place === null ? t('deskalarm:print') : t('deskalarm:printFor', { name: place })}
        line={t('deskalarm:printWhy')}
        tabs={null}
      >
        <Button icon="back" onPress={onBack}>
          {t('deskalarm:printBack')}
        </Button>
        <Button icon="print" tone="main" hint={app.narrow.value ? undefined : 'Ctrl p'} onPress={app.print}>
          {t('deskalarm:printNow')}
        </Button>
      </PageHead>
      <section class="k-poster-view" aria-label={t('deskalarm:printView')}>
        <Page alarm={alarm} board={board} place={place} />
      </section>
    </>
  );
}

function Page({ alarm, board, place }: Omit<AlarmSheetProps, 'onBack'>) {
  const desk = useDesk();
  const { app, t } = desk;
  const page = useRef<HTMLElement>(null);
  useFittingPage(page, 'a4', alarm);
  const until = momentIn(board, Date.parse(alarm.until));
  const made = momentIn(board, app.minute.value);
  const phone = helpNumber(board)?.phone ?? null;
  const dutch = alarmIn(alarm, 'nl');
  const saysNumber = dutch.acts.some(({ pictogram }) => pictogram === 'phone');
  return (
    <article ref={page} class="k-poster is-a4 k-alarm" lang="nl">
      <header class="k-alarm-head">
        <HousePicture name="alarm" />
        <h2>{dutch.title}</h2>
      </header>
      {dutch.text === '' ? null : <p class="k-alarm-text">{dutch.text}</p>}
      <ul class="k-alarm-acts">
        {dutch.acts.map(({ pictogram, words }, nth) => (
          <li key={nth}>
            <HousePicture name={pictogram} />
            <b>
              {words}
              {pictogram === 'phone' && phone !== null ? <span class="k-alarm-number">{phone}</span> : null}
            </b>
          </li>
        ))}
      </ul>
      {languagesOf(alarm)
        .slice(1)
        .map((language) => (
          <InLanguage key={language} alarm={alarm} language={language} />
        ))}
      <footer class="k-alarm-foot">
        <b>{t('deskalarm:printUntil', { day: dayMonth(desk, until.date), time: clock(until.time) })}</b>
        {phone === null || saysNumber ? null : <b>{t('deskalarm:printCall', { phone })}</b>}
        <span>
          {[place, houseName(board), t('deskposter:madeAt', { day: dayMonth(desk, made.date), time: clock(made.time) })]
            .filter((words) => words !== null)
            .join(' · ')}
        </span>
      </footer>
    </article>
  );
}

function InLanguage({ alarm, language }: { readonly alarm: Announcement; readonly language: string }) {
  const { acts, text, title } = alarmIn(alarm, language);
  const more = [text, ...acts.filter((act) => act.language === language).map(({ words }) => words)];
  const said = [title, ...more].filter((words) => words !== '');
  return (
    <p class="k-alarm-other" lang={language} dir={languages.find(({ tag }) => tag === language)?.dir}>
      <Parted parts={said.map((words, nth) => (nth === 0 && title !== '' ? <b key={words}>{words}</b> : words))} />
    </p>
  );
}
