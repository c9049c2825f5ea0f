/** The header tools and the bar of the places as every resident screen has them, so that everything keeps its place. */
import type { ComponentChildren } from 'preact';
import {
  capitalised,
  civilDate,
  clockTime,
  formatDayWithPart,
  formatTime,
  formatWeekdayPart,
  timeInWords,
} from '../i18n/dates.ts';
import { TimeLine, type ToolProps, timeDial } from '../ui/Header.tsx';
import { NavBar, type TabProps } from '../ui/NavBar.tsx';
import { type App, useApp } from './app-context.ts';
import { speechOf } from './now.ts';

export type Place = 'messages' | 'today' | 'tomorrow' | 'scooter' | 'mine' | 'help' | 'none';

export function toolsOf(app: App, first: readonly ToolProps[] = [], current?: 'language'): readonly ToolProps[] {
  const { t } = app.i18n;
  const large = app.size.value === 'groter';
  const always: readonly ToolProps[] = [
    {
      picture: large ? 'smaller' : 'bigger',
      label: t(large ? 'common:smaller' : 'common:bigger'),
      onTap: app.toggleSize,
    },
    {
      picture: 'language',
      label: t('common:language'),
      current: current === 'language',
      onTap: () => app.show({ type: 'language', page: 0 }),
    },
  ];
  return app.reading.value?.(first, always) ?? [...first, ...always];
}

export function weekTool(app: App): ToolProps {
  return {
    picture: 'calendar',
    label: app.i18n.t('common:week'),
    onTap: () => app.show({ type: 'week', page: 0 }),
  };
}

export function laterTool(app: App, page: number): ToolProps {
  return { picture: 'next', label: app.i18n.t('common:later'), onTap: () => app.turnTo(page) };
}

/** To the next page of things that have no order in time. */
export function moreTool(app: App, page: number): ToolProps {
  return { ...laterTool(app, page), label: app.i18n.t('common:more') };
}

/**
 * "woensdagmiddag 14 oktober 14:30" with a clock that shows it; as much of it as stands on one line, whatever the day.
 * One length all day: a line more at some minute would move everything below it.
 */
export function timeNow(app: App): { readonly dial: ComponentChildren; readonly sub: ComponentChildren } {
  const { time } = todayOf(app);
  return {
    dial: timeDial(time.hour, time.minute),
    sub: <TimeLine words={capitalised(speechOf(app), dayInLine(app))} digits={formatTime(time)} />,
  };
}

function dayInLine(app: App): string {
  const speech = speechOf(app);
  const { date, time } = todayOf(app);
  const large = app.size.value === 'groter';
  if (speech.language.long && large) return timeInWords(speech, time);
  if (speech.language.long || large) return formatWeekdayPart(speech, date, time);
  return formatDayWithPart(speech, date, time);
}

export function todayOf(app: App) {
  const { date, time } = app.wallClock.value;
  return { iso: date, date: civilDate(date), time: clockTime(time) };
}

export function helpTab(app: App, current = false): TabProps {
  return { picture: 'help', label: app.i18n.t('common:help'), current, onTap: () => app.show({ type: 'help' }) };
}

/** The bar of every screen that is no question. `current` is no target. */
export function Bar({ current }: { readonly current: Place }) {
  const app = useApp();
  const { t } = app.i18n;
  const tomorrow: TabProps = {
    picture: 'tomorrow',
    label: t('common:tomorrow'),
    current: current === 'tomorrow',
    onTap: () => app.show({ type: 'day', date: dayAfter(app.wallClock.value.date), page: 0 }),
  };
  const scooter: TabProps = {
    picture: 'scooter',
    label: t('common:scooter'),
    current: current === 'scooter',
    onTap: () => app.show({ type: 'scooter', page: 0 }),
  };
  return (
    <NavBar
      label={t('common:bar')}
      places={[
        { picture: 'home', label: t('common:today'), current: current === 'today', onTap: app.home },
        // Where there are scooters, tomorrow is the first leaf of the week (decision 0001).
        app.hasScooters.value ? scooter : tomorrow,
        {
          picture: 'message',
          label: t('common:messages'),
          current: current === 'messages',
          onTap: () => app.show({ type: 'messages', page: 0 }),
        },
        { picture: 'my-things', label: t('common:mine'), current: current === 'mine', onTap: app.openMyThings },
      ]}
      help={helpTab(app, current === 'help')}
    />
  );
}

/** The next date on the calendar, both as `2026-10-14`. */
export function dayAfter(date: string): string {
  const next = new Date(`${date}T00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}
