/** A week of the house on one page, black on white, in the largest letters that fit (print-02). */
import { useRef } from 'preact/hooks';
import { lastDayOf, type PosterDay, type PosterRow, type WeekPoster } from '../../app/week-poster.ts';
import { civilDate } from '../../i18n/dates.ts';
import { pictureOf } from '../../ui/pictograms/activity-picture.ts';
import { Pictogram } from '../../ui/pictograms/Pictogram.tsx';
import { type BoardProps, useDesk } from '../desk-context.ts';
import { clock, dayMonth, momentIn } from '../desk-words.ts';
import { Icon } from '../Icon.tsx';
import { type Paper, useFittingPage } from './fitting-page.ts';
import { clockWords, everyWhen, rowNotes, rowTitle, weekday, weekWords } from './poster-words.ts';

export interface PosterProps extends BoardProps {
  readonly poster: WeekPoster;
  readonly house: string;
  readonly paper: Paper;
}

export function Poster({ board, house, paper, poster }: PosterProps) {
  const desk = useDesk();
  const { app, t } = desk;
  const page = useRef<HTMLElement>(null);
  useFittingPage(page, paper, poster);
  const made = momentIn(board, app.minute.value);
  return (
    <article ref={page} class={`k-poster is-${paper}`} lang="nl">
      <header class="k-poster-head">
        <div>
          <p>{house}</p>
          <h2 class="k-poster-title">{t('deskposter:head')}</h2>
        </div>
        <p class="k-poster-dates">{weekWords(desk, poster)}</p>
      </header>
      {poster.periods.map(({ from, id, name, until }) => (
        <p key={id} class="k-poster-line">
          {t('deskposter:period', { name, from: dayMonth(desk, from), until: dayMonth(desk, until) })}
        </p>
      ))}
      {poster.daily.map((each) => (
        <p key={each.activity.id} class="k-poster-line">
          <Icon name="cup" />
          <span>
            {t('deskposter:daily', { when: everyWhen(desk, each) })} <b>{clock(each.activity.startTime)}</b>
            {': '}
            {each.activity.room === ''
              ? t('deskposter:dailyWhat', { title: each.activity.title })
              : t('deskposter:dailyIn', { title: each.activity.title, room: each.activity.room })}{' '}
            <span>{t('deskposter:dailyCome')}</span>
          </span>
        </p>
      ))}
      <div class="k-poster-days">
        {poster.days.map((day) => (
          <Day key={day.date} day={day} />
        ))}
      </div>
      <Join poster={poster} />
      <footer class="k-poster-foot">
        <span>{poster.clock === null ? '' : clockWords(desk, poster.clock)}</span>
        <span>{t('deskposter:madeAt', { day: dayMonth(desk, made.date), time: clock(made.time) })}</span>
      </footer>
    </article>
  );
}

function Day({ day: { date, holiday, rows } }: { readonly day: PosterDay }) {
  const desk = useDesk();
  const { t } = desk;
  return (
    <section class="k-poster-day">
      <h3>
        {weekday(desk, date)} {civilDate(date).day}
        {holiday === null ? null : <em>{t(`deskprogramme:holiday_${holiday}`)}</em>}
      </h3>
      {rows.length === 0 ? (
        <p class="k-poster-none">{t('deskposter:nothing')}</p>
      ) : (
        <ul>
          {rows.map((row) => (
            <Row key={row.activity.id} row={row} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Row({ row }: { readonly row: PosterRow }) {
  const desk = useDesk();
  const { t } = desk;
  const { allDay, cancelled, room, startTime } = row.activity;
  const title = rowTitle(desk, row);
  return (
    <li>
      <Pictogram name={pictureOf(row.activity)} />
      <b>{allDay ? t('deskposter:allDay') : clock(startTime)}</b>
      {cancelled === null ? (
        <span>
          {title} {rowNotes(desk, row, lastDayOf(row.activity))}
        </span>
      ) : (
        <span>
          <s>{title}</s> <b>{t('deskposter:cancelled')}</b>
        </span>
      )}
      <em>{cancelled === null ? room : ''}</em>
    </li>
  );
}

function Join({ poster: { contact } }: Pick<PosterProps, 'poster'>) {
  const { t } = useDesk();
  const name = contact?.name ?? '';
  return (
    <section class="k-poster-join">
      <Icon name="tablet" />
      <p>
        {t('deskposter:join')}
        {contact === null ? null : (
          <>
            <br />
            {contact.phone === null
              ? t('deskposter:ask', { name })
              : t('deskposter:askPhone', { name, phone: contact.phone })}
          </>
        )}
      </p>
    </section>
  );
}
