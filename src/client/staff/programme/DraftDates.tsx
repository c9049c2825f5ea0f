/** Every date of a series that is being made, with the way to leave it out or put it back. */
import { datesOfDraft, type ProgrammeDraft } from '../../app/programme-draft.ts';
import { Button } from '../controls.tsx';
import { type BoardProps, useDesk } from '../desk-context.ts';
import { longDay } from '../desk-words.ts';
import { dayOffWords } from './programme-words.ts';

interface DatesProps extends BoardProps {
  readonly draft: ProgrammeDraft;
  readonly put: (fields: Partial<ProgrammeDraft>) => void;
}

export function DraftDates({ board, draft, put }: DatesProps) {
  const desk = useDesk();
  const { t } = desk;
  const dates = datesOfDraft(board, draft);
  const turn = (date: string) =>
    put({
      otherwise: draft.otherwise.includes(date)
        ? draft.otherwise.filter((each) => each !== date)
        : [...draft.otherwise, date],
    });
  return (
    <section class="s-card" aria-labelledby="all-dates">
      <h2 id="all-dates">{t('deskprogramme:allDates')}</h2>
      <p role="status">
        {dates.length === 0
          ? t('deskprogramme:noDates')
          : t('deskprogramme:times', { count: dates.filter(({ skipped }) => !skipped).length })}
      </p>
      <ul class="p-dates">
        {dates.map(({ date, holiday, period, skipped }) => {
          const day = longDay(desk, date);
          const off = dayOffWords(desk, { holiday, period: period === null ? null : { name: period } });
          const act = t(skipped ? 'deskprogramme:restore' : 'deskprogramme:skip');
          return (
            <li key={date}>
              <span>
                <span class={skipped ? 'is-off' : ''}>{day}</span> {off}
              </span>
              {draft.repeat === 'once' ? null : (
                <Button tone="link" label={`${act}: ${day}`} onPress={() => turn(date)}>
                  {act}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
