/**
 * Which day and what time it is, beside what a screen is about, in the words the header of Vandaag has. It is no target,
 * moves nothing when the minute turns, and stays away where it has no room; reading aloud leaves it out.
 */
import type { ComponentChildren } from 'preact';
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
import { TimeLine, timeDial } from '../ui/Header.tsx';
import { type App, useApp } from './app-context.ts';
import { todayOf } from './frame.tsx';
import { speechOf } from './now.ts';

export function DayAndTime() {
  const app = useApp();
  const speech = speechOf(app);
  const { date, time } = todayOf(app);
  const { long } = speech.language;
  const digits = formatTime(time);
  return (
    <p class="day-time" data-unsaid>
      <span class="face-now">{timeDial(time.hour, time.minute)}</span>
      {/* The style sheet shows what the room there holds. */}
      {app.size.value === 'groter' ? null : (
        <Said look="whole" day={capitalised(speech, long ? formatWeekday(speech, date) : formatDay(speech, date))}>
          <TimeLine words={long ? formatDayMonthPart(speech, date, time) : timeInWords(speech, time)} digits={digits} />
        </Said>
      )}
      <Said look="brief" day={capitalised(speech, formatWeekdayPart(speech, date, time))}>
        <TimeLine words={formatDayMonth(speech, date)} digits={digits} />
      </Said>
    </p>
  );
}

interface SaidProps {
  readonly look: 'whole' | 'brief';
  readonly day: string;
  readonly children: ComponentChildren;
}

function Said({ look, day, children }: SaidProps) {
  return (
    <span class={look}>
      <b>{day}</b>
      <span class="at-now">{children}</span>
    </span>
  );
}

/** "Woensdagochtend 8:40"; of languages with long words the part of the day has no room on one line. */
export function DayInLine() {
  const app = useApp();
  const speech = speechOf(app);
  const { date, time } = todayOf(app);
  const day = speech.language.long ? formatWeekday(speech, date) : formatWeekdayPart(speech, date, time);
  return (
    <span class="day-in-line">
      <TimeLine words={capitalised(speech, day)} digits={formatTime(time)} />
    </span>
  );
}

/** Words that give way to the day and the time where the header has one short line for either. */
export function OrDay({ words }: { readonly words: string }) {
  const { long } = useApp().i18n.language.value;
  if (long) return <>{words}</>;
  return (
    <span class="either">
      <span>{words}</span>
      <DayInLine />
    </span>
  );
}

interface SecondLine {
  readonly dial?: ComponentChildren;
  readonly sub: ComponentChildren;
}

/** Beside the second line of a header; large letters have no room there, and the time comes before what only counts. */
export function withDayAndTime(app: App, line: SecondLine): SecondLine & { readonly now?: ComponentChildren } {
  return app.size.value === 'normal' ? { ...line, now: <DayAndTime /> } : { sub: <DayInLine /> };
}
