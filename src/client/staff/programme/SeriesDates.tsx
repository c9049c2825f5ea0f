/** Every date of a series that is still to come, with the way to skip it or put it back, and where the series ends. */
import { useState } from 'preact/hooks';
import type { Activity } from '../../../domain/activity.ts';
import { type DateAhead, datesAhead } from '../../app/programme-people.ts';
import { Button, Wrong } from '../controls.tsx';
import { type BoardProps, useDesk } from '../desk-context.ts';
import { dayMonthYear, longDay } from '../desk-words.ts';
import { Field } from '../Field.tsx';
import { dayOffWords, programmeRefusal } from './programme-words.ts';

const SHOWN = 8;

export function SeriesDates({ activity, board }: BoardProps & { readonly activity: Activity }) {
  const desk = useDesk();
  const { app, t } = desk;
  const [all, showAll] = useState(false);
  const found = datesAhead(board, activity.seriesId, app.wallClock.value.date);
  if (found === null || found.comesOnce) return null;
  const turn = ({ date, originalDate, skipped }: DateAhead) => {
    const named = { day: longDay(desk, date) };
    const about = { seriesId: activity.seriesId, date: originalDate };
    const [skip, restore] = [{ type: 'skipDate', ...about } as const, { type: 'restoreDate', ...about } as const];
    app.perform(skipped ? restore : skip, {
      text: t(skipped ? 'deskprogramme:dateRestored' : 'deskprogramme:dateSkipped', named),
      undo: () => ({
        command: skipped ? skip : restore,
        text: t(skipped ? 'deskprogramme:dateSkipped' : 'deskprogramme:dateRestored', named),
      }),
    });
  };
  return (
    <section class="s-card is-quiet" aria-labelledby="dates">
      <h2 id="dates">{t('deskprogramme:dates')}</h2>
      <p>
        {found.lastOn === null
          ? t('deskprogramme:datesOpen')
          : t('deskprogramme:datesLine', { day: dayMonthYear(desk, found.lastOn) })}
      </p>
      <ul class="p-dates">
        {(all ? found.dates : found.dates.slice(0, SHOWN)).map((ahead) => {
          const { date, off, originalDate, people, skipped } = ahead;
          const day = longDay(desk, date);
          const act = t(skipped ? 'deskprogramme:restore' : 'deskprogramme:skip');
          return (
            <li key={originalDate}>
              <span>
                <span class={skipped ? 'is-off' : ''}>{day}</span>{' '}
                <span class="is-soft">
                  {[
                    off === null ? '' : dayOffWords(desk, off),
                    people === 0 ? '' : t('deskprogramme:peopleOn', { count: people }),
                  ]
                    .filter((word) => word !== '')
                    .join(', ')}
                </span>
              </span>
              <Button tone="link" label={`${act}: ${day}`} onPress={() => turn(ahead)}>
                {act}
              </Button>
            </li>
          );
        })}
      </ul>
      {all || found.dates.length <= SHOWN ? null : (
        <Button onPress={() => showAll(true)}>
          {t('deskprogramme:moreDates', { count: found.dates.length - SHOWN })}
        </Button>
      )}
      <EndOfSeries seriesId={activity.seriesId} last={found.last} />
    </section>
  );
}

function EndOfSeries({ last, seriesId }: { readonly seriesId: string; readonly last: string | null }) {
  const desk = useDesk();
  const { app, t } = desk;
  const [until, setUntil] = useState(last ?? '');
  const [wrong, setWrong] = useState<string | null>(null);
  const save = () => {
    if (until === '') return setWrong(t('deskprogramme:wrong_until'));
    const no = app.act(
      { type: 'endSeries', seriesId, until },
      { text: t('deskprogramme:ended', { day: dayMonthYear(desk, until) }) },
    );
    setWrong(no === null ? null : programmeRefusal(desk, no));
  };
  return (
    <div class="s-form">
      <Field
        label={t('deskprogramme:lastTime')}
        help={t('deskprogramme:otherRhythm')}
        type="date"
        value={until}
        onInput={setUntil}
      />
      <Wrong id="end" sentence={wrong} />
      <Button onPress={save}>{t('deskprogramme:endSave')}</Button>
    </div>
  );
}
