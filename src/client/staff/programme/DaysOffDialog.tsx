/** School holidays and days the house is closed, so that a series can leave them out by name. */
import { useState } from 'preact/hooks';
import { housePeriods, proposedPeriods } from '../../app/school-holidays.ts';
import { Button, Wrong } from '../controls.tsx';
import { Dialog } from '../Dialog.tsx';
import { type BoardProps, useDesk } from '../desk-context.ts';
import { dayMonthYear } from '../desk-words.ts';
import { Field } from '../Field.tsx';
import { programmeRefusal } from './programme-words.ts';

const blank = { name: '', from: '', until: '' };

export function DaysOffDialog({ board, onClose }: BoardProps & { readonly onClose: () => void }) {
  const desk = useDesk();
  const { app, t } = desk;
  const [draft, setDraft] = useState(blank);
  const [wrong, setWrong] = useState<string | null>(null);
  const periods = housePeriods(board);
  const missing = proposedPeriods(board, app.wallClock.value.date);
  const add = () => {
    const { from, name, until } = draft;
    if (name.trim() === '' || from === '' || until === '') return setWrong(t('deskprogramme:periodWrong'));
    const no = app.act({ type: 'setPeriod', id: null, name: name.trim(), from, until }, null);
    setWrong(no === null ? null : programmeRefusal(desk, no));
    if (no === null) setDraft(blank);
  };
  const propose = () => {
    for (const each of missing) app.act({ type: 'setPeriod', id: null, ...each }, null);
  };
  return (
    <Dialog title={t('deskprogramme:daysOff')} onClose={onClose}>
      <p>{t('deskprogramme:daysOffLine')}</p>
      <ul class="p-dates">
        {periods.map(({ from, id, name, until }) => (
          <li key={id}>
            <span>
              <b>{name}</b>{' '}
              {t('deskprogramme:fromUntil', { from: dayMonthYear(desk, from), until: dayMonthYear(desk, until) })}
            </span>
            <Button
              tone="link"
              label={`${t('deskprogramme:periodRemove')}: ${name}`}
              onPress={() => void app.act({ type: 'removePeriod', periodId: id }, null)}
            >
              {t('deskprogramme:periodRemove')}
            </Button>
          </li>
        ))}
      </ul>
      {missing.length === 0 ? null : <Button onPress={propose}>{t('deskprogramme:propose')}</Button>}
      <div class="p-fields">
        <Field
          label={t('deskprogramme:periodName')}
          value={draft.name}
          maxLength={80}
          onInput={(name) => setDraft({ ...draft, name })}
        />
        <Field
          label={t('deskprogramme:periodFrom')}
          type="date"
          value={draft.from}
          onInput={(from) => setDraft({ ...draft, from })}
        />
        <Field
          label={t('deskprogramme:periodUntil')}
          type="date"
          value={draft.until}
          onInput={(until) => setDraft({ ...draft, until })}
        />
      </div>
      <Wrong id="period" sentence={wrong} />
      <div class="s-ends">
        <Button tone="main" onPress={add}>
          {t('deskprogramme:periodAdd')}
        </Button>
      </div>
    </Dialog>
  );
}
