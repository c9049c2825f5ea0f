/** Vandaag: what is still on today, the answer on the first screen. */
import type { ComponentChildren } from 'preact';
import { dayView } from '../../domain/views.ts';
import {
  capitalised,
  formatDay,
  formatDayMonth,
  formatDayMonthPart,
  formatTime,
  formatWeekday,
  formatWeekdayPart,
  timeInWords,
} from '../i18n/dates.ts';
import { Header, TimeLine, timeDial } from '../ui/Header.tsx';
import { Screen } from '../ui/Screen.tsx';
import { type App, useApp } from './app-context.ts';
import type { BoardProps } from './board-props.ts';
import { DayRows, isAway, NothingHere, useRows } from './DayRows.tsx';
import { Bar, laterTool, todayOf, toolsOf, weekTool } from './frame.tsx';
import { speechOf } from './now.ts';
import type { Paging } from './paging.ts';

export function Today({ board, page }: BoardProps & { readonly page: number }) {
  const app = useApp();
  const { t } = app.i18n;
  const now = todayOf(app);
  const views = dayView(board, now.iso, app.minute.value, app.viewer.value);
  const bulletin = app.bulletin.value;
  const [hung] = bulletin?.list.value ?? [];
  const noted = hung !== undefined || isAway(app);
  const fitting = useRows(app, { subject: `today ${now.iso}`, count: views.length, page }, noted);
  const { paging } = fitting;

  return (
    <Screen
      id="today"
      header={<Header {...whereAndWhen(app, paging)} tools={toolsOf(app, [pageTool(app, paging)])} />}
      bar={<Bar current={paging.page === 0 ? 'today' : 'none'} />}
    >
      <DayRows
        views={views}
        page={fitting}
        note={bulletin === null || hung === undefined ? null : <bulletin.Note announcement={hung} />}
        nothing={<NothingHere title={t('day:nothingToday')} more={t('day:nothingTodayMore')} />}
      />
    </Screen>
  );
}

/** Week, or Later while this day has more pages: the same place, one step further on. */
export function pageTool(app: App, { page, pages }: Paging) {
  return page + 1 < pages ? laterTool(app, page + 1) : weekTool(app);
}

/** "1 van 2"; large letters leave it to the tool that says Later. */
export function positionOf(app: App, { page, pages }: Paging): string {
  if (pages < 2 || app.size.value === 'groter') return '';
  return app.i18n.t('common:pages', { page: page + 1, pages });
}

function whereAndWhen(app: App, paging: Paging) {
  const speech = speechOf(app);
  const { date, time } = todayOf(app);
  const position = positionOf(app, paging);
  const more = position === '' ? null : <span> · {position}</span>;
  if (app.size.value === 'groter') {
    const title = speech.language.long ? formatWeekday(speech, date) : formatWeekdayPart(speech, date, time);
    const sub = <TimeLine words={formatDayMonth(speech, date)} digits={formatTime(time)} />;
    return { title: capitalised(speech, title), sub: withMore(sub, more) };
  }
  if (speech.language.long) {
    const words = formatDayMonthPart(speech, date, time);
    return {
      title: capitalised(speech, formatWeekday(speech, date)),
      dial: timeDial(time.hour, time.minute),
      sub: withMore(<TimeLine words={words} digits={formatTime(time)} />, more),
    };
  }
  return {
    title: capitalised(speech, formatDay(speech, date)),
    dial: timeDial(time.hour, time.minute),
    sub: withMore(<TimeLine words={timeInWords(speech, time)} digits={formatTime(time)} />, more),
  };
}

function withMore(sub: ComponentChildren, more: ComponentChildren) {
  return (
    <>
      {sub}
      {more}
    </>
  );
}
