/** Hoe lang wilt u weg? Only what fits before the next trip and before closing time. */
import { scooterTimes } from '../../domain/scooter-views.ts';
import type { PlainDate, PlainTime } from '../../domain/time.ts';
import { clockTime } from '../i18n/dates.ts';
import { Header } from '../ui/Header.tsx';
import { Pictogram } from '../ui/pictograms/Pictogram.tsx';
import { LengthTile } from '../ui/ScooterTiles.tsx';
import { Screen } from '../ui/Screen.tsx';
import { useApp } from './app-context.ts';
import type { BoardProps } from './board-props.ts';
import { toolsOf } from './frame.tsx';
import { useWhileAsked } from './own-trip.ts';
import { BackBar } from './question-bar.tsx';
import { Refused } from './Refused.tsx';
import { ScooterPast } from './ScooterFull.tsx';
import { lengthWords, tripInWords, untilWords } from './scooter-words.ts';

export function ScooterLength({
  board,
  date,
  time,
}: BoardProps & { readonly date: PlainDate; readonly time: PlainTime }) {
  const app = useApp();
  const { t } = app.i18n;
  const times = scooterTimes(board, date, app.minute.value, app.wanted.value);
  const free = times.find((each) => each.time === time)?.lengths ?? [];
  const lengths = useWhileAsked(free.length === 0 ? null : free);
  const { scooterId } = app.wanted.value;
  const today = app.wallClock.value;
  if (lengths === null && `${date} ${time}` < `${today.date} ${today.time}`)
    return <ScooterPast board={board} date={date} />;
  // Meanwhile somebody else took it.
  if (lengths === null)
    return (
      <Refused
        reason={scooterId === null ? { type: 'noneFree', date } : { type: 'scooterTaken', scooterId }}
        date={date}
      />
    );
  return (
    <Screen
      id="scooter-length"
      header={
        <Header
          title={t('scooter:howLong')}
          dial={<Pictogram name="scooter" />}
          sub={<b>{tripInWords(app, { date, time })}</b>}
          tools={toolsOf(app)}
        />
      }
      bar={<BackBar />}
    >
      <main class="tiles answers">
        {lengths.map(({ minutes, until }) => (
          <LengthTile
            key={minutes}
            {...clockTime(until)}
            length={lengthWords(app, minutes)}
            until={untilWords(app, until)}
            onTap={() => app.book({ date, time, minutes })}
          />
        ))}
      </main>
    </Screen>
  );
}
