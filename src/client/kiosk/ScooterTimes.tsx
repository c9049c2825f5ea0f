/** Hoe laat wilt u weg? Every hour of a day with its clock: free, taken or over. */
import { type ScooterTime, scooterTimes } from '../../domain/scooter-views.ts';
import type { PlainDate } from '../../domain/time.ts';
import { civilDate, clockTime, formatDay } from '../i18n/dates.ts';
import { Header } from '../ui/Header.tsx';
import { Pictogram } from '../ui/pictograms/Pictogram.tsx';
import { TimeTile } from '../ui/ScooterTiles.tsx';
import { Screen } from '../ui/Screen.tsx';
import { useApp } from './app-context.ts';
import type { BoardProps } from './board-props.ts';
import { useFittingPage } from './fitting-page.ts';
import { Bar, laterTool, toolsOf } from './frame.tsx';
import { daysBetween, speechOf } from './now.ts';
import { pageOf } from './paging.ts';
import { hourWords, onDay, untilWords } from './scooter-words.ts';

const TIMES = { normal: [6, 4], groter: [4, 2] } as const;

export function ScooterTimes({ board, date, page }: BoardProps & { readonly date: PlainDate; readonly page: number }) {
  const app = useApp();
  const { t } = app.i18n;
  const times = withoutLongPast(scooterTimes(board, date, app.minute.value, app.wanted.value));
  const { list, paging } = useFittingPage(app, {
    subject: `scooter ${date}`,
    count: times.length,
    page,
    rows: TIMES[app.size.value],
    boxes: '.tile, .words',
  });
  const more = paging.pages > 1 ? [laterTool(app, (paging.page + 1) % paging.pages)] : [];
  return (
    <Screen
      id={`scooter-time ${paging.page}`}
      header={
        <Header
          title={t('scooter:whichTime')}
          dial={<Pictogram name="scooter" />}
          sub={<DateLine date={date} />}
          tools={toolsOf(app, more)}
        />
      }
      bar={<Bar current="none" />}
    >
      <main class="tiles times" ref={list} data-slots={paging.rows}>
        {pageOf(times, paging).map((time) => (
          <Time key={time.time} date={date} time={time} />
        ))}
      </main>
    </Screen>
  );
}

/** "Scootmobiel, morgen donderdag 15 oktober" */
export function DateLine({ date }: { readonly date: PlainDate }) {
  const app = useApp();
  const speech = speechOf(app);
  const near = daysBetween(app.wallClock.value.date, date) <= 1;
  const brief = speech.language.long || app.size.value === 'groter';
  return (
    <>
      <b>{onDay(app, date)}</b>
      {near && !brief ? <span> {formatDay(speech, civilDate(date))}</span> : null}
    </>
  );
}

function Time({ date, time }: { readonly date: PlainDate; readonly time: ScooterTime }) {
  const app = useApp();
  const { t } = app.i18n;
  const { hour, minute } = clockTime(time.time);
  const face = { hour, minute, time: hourWords(app, time.time) };
  const [shortest, ...longer] = time.lengths;
  if (time.state !== 'free' || shortest === undefined) {
    return <TimeTile {...face} free={false} state={t(time.state === 'past' ? 'scooter:past' : 'scooter:taken')} />;
  }
  const until = untilWords(app, longer.at(-1)?.until ?? shortest.until);
  const choose = () =>
    longer.length === 0
      ? app.book({ date, time: time.time, minutes: shortest.minutes })
      : app.show({ type: 'scooterLength', date, time: time.time });
  return <TimeTile {...face} free state={t('scooter:free')} until={until} onTap={choose} />;
}

/** The hour that has just begun is told to be over; those before it are nobody's question. */
function withoutLongPast(times: readonly ScooterTime[]): readonly ScooterTime[] {
  const left = times.findIndex(({ state }) => state !== 'past');
  return left < 0 ? times.slice(-1) : times.slice(Math.max(0, left - 1));
}
