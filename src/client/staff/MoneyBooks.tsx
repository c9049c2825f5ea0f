/** For the treasurer: what came in on each day of a range, and the file of it. Refuses a range that cannot be. */
import { useState } from 'preact/hooks';
import { type ExportRow, mealExport } from '../../domain/meal-figures.ts';
import { type DayMoney, moneyByDay, rangeWrong, thisMonth, treasurerFile } from '../app/meal-books.ts';
import { Button, Wrong } from './controls.tsx';
import { type BoardProps, useDesk } from './desk-context.ts';
import { longDay } from './desk-words.ts';
import { Field } from './Field.tsx';
import { calledWords, money } from './meal/meal-words.ts';

interface Range {
  readonly from: string;
  readonly to: string;
}

export function MoneyBooks({ board }: BoardProps) {
  const { app, t } = useDesk();
  const [range, setRange] = useState<Range>(() => thisMonth(app.wallClock.value.date));
  const wrong = rangeWrong(range);
  const rows = wrong === null ? mealExport(board, range) : [];
  return (
    <section class="s-card s-form" aria-labelledby="books">
      <h2 id="books">{t('deskmoney:booksTitle')}</h2>
      <div class="s-fields is-dates">
        <Field
          label={t('deskmoney:from')}
          type="date"
          value={range.from}
          onInput={(from) => setRange({ ...range, from })}
        />
        <Field label={t('deskmoney:to')} type="date" value={range.to} onInput={(to) => setRange({ ...range, to })} />
      </div>
      <Wrong id="range" sentence={wrong === null ? null : t(`deskmoney:${wrong}`)} />
      <Days days={moneyByDay(rows)} />
      <ExportButton range={range} rows={rows} />
    </section>
  );
}

/** A table on a laptop; on a phone each day is a card with the same words before each number. */
function Days({ days }: { readonly days: readonly DayMoney[] }) {
  const desk = useDesk();
  const { t } = desk;
  if (days.length === 0) return <p>{t('deskmoney:noMeals')}</p>;
  const heads = [t('deskmoney:plates'), t('deskmoney:paid'), t('deskmoney:back'), t('deskmoney:open')];
  const cells = ({ backCents, openCents, paidCents, plates }: Amounts) =>
    [plates, money(desk, paidCents), money(desk, backCents), money(desk, openCents)].map((value, index) => (
      <td key={heads[index]} data-head={heads[index]}>
        {value}
      </td>
    ));
  return (
    <table class="s-table is-numbers is-cards">
      <caption class="s-hidden">{t('deskmoney:daysTitle')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('deskmoney:day')}</th>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {days.map((day) => (
          <tr key={`${day.date} ${day.meal}`}>
            <th scope="row">{t('deskmoney:dayMeal', { day: longDay(desk, day.date), meal: day.meal })}</th>
            {cells(day)}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('deskmoney:together')}</th>
          {cells(altogether(days))}
        </tr>
      </tfoot>
    </table>
  );
}

type Amounts = Omit<DayMoney, 'date' | 'meal'>;

function altogether(days: readonly Amounts[]): Amounts {
  const sum = (of: keyof Amounts) => days.reduce((total, day) => total + day[of], 0);
  return {
    plates: sum('plates'),
    paidCents: sum('paidCents'),
    backCents: sum('backCents'),
    openCents: sum('openCents'),
  };
}

function ExportButton({ range, rows }: { readonly range: Range; readonly rows: readonly ExportRow[] }) {
  const { app, t } = useDesk();
  const save = () => {
    const content = treasurerFile(rows, {
      heads: [
        t('deskmoney:headDate'),
        t('deskmoney:headMeal'),
        t('deskmoney:headDoor'),
        t('deskmoney:headName'),
        t('deskmoney:headGuest'),
        t('deskmoney:headDish'),
        t('deskmoney:headTakeAway'),
        t('deskmoney:headPrice'),
        t('deskmoney:headPaid'),
        t('deskmoney:headCame'),
      ],
      yes: t('deskmoney:yes'),
      no: t('deskmoney:no'),
      owed: t('deskmoney:owed'),
      nameOf: ({ name }) => (name === null ? '' : calledWords(name)),
    });
    const name = t('deskmoney:fileName', { from: range.from, to: range.to });
    app.save({ name, type: 'text/csv;charset=utf-8', content });
    app.say(t('deskmoney:saved', { count: rows.length }));
  };
  return rows.length === 0 ? (
    <p class="is-soft">{t('deskmoney:nothingToSave')}</p>
  ) : (
    <div class="s-ends">
      <Button tone="main" onPress={save}>
        {t('deskmoney:save', { count: rows.length })}
      </Button>
    </div>
  );
}
