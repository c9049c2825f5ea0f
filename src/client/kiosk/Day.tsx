/** A day ahead, by the same template as today. */
import { daysAhead } from '../../domain/views.ts';
import { capitalised, civilDate, formatDay, formatDayMonth, formatWeekday } from '../i18n/dates.ts';
import { Header } from '../ui/Header.tsx';
import { Pictogram } from '../ui/pictograms/Pictogram.tsx';
import { Rich } from '../ui/Rich.tsx';
import { Screen } from '../ui/Screen.tsx';
import { type App, useApp } from './app-context.ts';
import type { BoardProps } from './board-props.ts';
import { DayRows, NothingHere, useRows } from './DayRows.tsx';
import { Bar, toolsOf } from './frame.tsx';
import { daysBetween, speechOf } from './now.ts';
import type { Paging } from './paging.ts';
import { pageTool, positionOf } from './Today.tsx';

export function Day({ board, date, page }: BoardProps & { readonly date: string; readonly page: number }) {
  const app = useApp();
  const { t } = app.i18n;
  const days = daysAhead(board, app.minute.value, app.viewer.value);
  const views = days.find((day) => day.date === date)?.activities ?? [];
  const fitting = useRows(app, { subject: `day ${date}`, count: views.length, page });
  const { paging } = fitting;
  const isTomorrow = daysBetween(app.wallClock.value.date, date) === 1;

  return (
    <Screen
      id={`day ${date}`}
      header={
        <Header
          title={titleOf(app, date)}
          dial={<Pictogram name="calendar" />}
          sub={<WhenIsIt date={date} paging={paging} />}
          tools={toolsOf(app, [pageTool(app, paging)])}
        />
      }
      bar={<Bar current={isTomorrow && paging.page === 0 ? 'tomorrow' : 'none'} />}
    >
      <DayRows
        views={views}
        page={fitting}
        nothing={<NothingHere title={t('day:nothing')} more={t('day:nothingMore')} />}
      />
    </Screen>
  );
}

function titleOf(app: App, iso: string): string {
  const speech = speechOf(app);
  const date = civilDate(iso);
  const short = speech.language.long || app.size.value === 'groter';
  return capitalised(speech, short ? formatWeekday(speech, date) : formatDay(speech, date));
}

function WhenIsIt({ date, paging }: { readonly date: string; readonly paging: Paging }) {
  const app = useApp();
  const { t } = app.i18n;
  const speech = speechOf(app);
  const ahead = daysBetween(app.wallClock.value.date, date);
  const short = speech.language.long || app.size.value === 'groter';
  const position = positionOf(app, paging);
  const text = ahead === 1 ? t('day:isTomorrow') : t('day:inDays', { count: ahead });
  return (
    <>
      <span>
        {short ? `${formatDayMonth(speech, civilDate(date))} · ` : ''}
        <Rich text={text} />
      </span>
      {position === '' ? null : <span>· {position}</span>}
    </>
  );
}
