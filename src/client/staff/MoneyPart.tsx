/** Geld: who still has to pay, what came in per day, and the file for the treasurer. Refuses to guess an amount. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { type ExportRow, mealExport, openByResident } from '../../domain/meal-figures.ts';
import type { PlateView } from '../../domain/meal-views.ts';
import { dateOfMeal, moneyByDay, rangeWrong, thisMonth, treasurerFile } from '../app/meal-books.ts';
import { Button, Door, Wrong } from './controls.tsx';
import { type BoardProps, useDesk } from './desk-context.ts';
import { longDay, refusalWords } from './desk-words.ts';
import { Field } from './Field.tsx';
import { calledWords, money, plateName } from './meal/meal-words.ts';
import { PageHead } from './PageHead.tsx';

type Range = { readonly from: string; readonly to: string };

export function MoneyPart({ board, tabs }: BoardProps & { readonly tabs: VNode }) {
  const desk = useDesk();
  const { app, t } = desk;
  const [range, setRange] = useState<Range>(() => thisMonth(app.wallClock.value.date));
  const open = openByResident(board, app.minute.value);
  const cents = open.reduce((sum, each) => sum + each.cents, 0);
  const wrong = rangeWrong(range);
  const rows = wrong === null ? mealExport(board, range) : [];
  return (
    <>
      <PageHead
        title={t('deskframe:meals')}
        line={
          open.length === 0
            ? t('deskmoney:allPaid')
            : t('deskmoney:line', { amount: money(desk, cents), count: open.length })
        }
        tabs={tabs}
      />
      <div class="s-columns">
        <section class="s-card" aria-labelledby="open-money">
          <h2 id="open-money">{t('deskmoney:openTitle')}</h2>
          {open.length === 0 ? <p>{t('deskmoney:allPaid')}</p> : null}
          <ul class="s-owed">
            {open.map((owed) => (
              <Owed key={owed.residentId ?? owed.plates[0]?.plate.id} board={board} owed={owed} />
            ))}
          </ul>
        </section>
        <section class="s-card s-form" aria-labelledby="books">
          <h2 id="books">{t('deskmoney:booksTitle')}</h2>
          <div class="s-fields">
            <Field
              label={t('deskmoney:from')}
              type="date"
              value={range.from}
              onInput={(from) => setRange({ ...range, from })}
            />
            <Field
              label={t('deskmoney:to')}
              type="date"
              value={range.to}
              onInput={(to) => setRange({ ...range, to })}
            />
          </div>
          <Wrong id="range" sentence={wrong === null ? null : t(`deskmoney:${wrong}`)} />
          <Days rows={rows} />
          <ExportButton range={range} rows={rows} />
        </section>
      </div>
    </>
  );
}

interface OwedProps extends BoardProps {
  readonly owed: ReturnType<typeof openByResident>[number];
}

/** One resident with each plate that is open; a guest's is the host's. */
function Owed({ board, owed }: OwedProps) {
  const desk = useDesk();
  const { t } = desk;
  const name = owed.called === null ? t('deskmoney:neighbours') : calledWords(owed.called);
  return (
    <li>
      <span class="s-person">
        {owed.door === null ? null : <Door number={owed.door} />}
        <b>{name}</b>
        {owed.plates.length < 2 ? null : <span>{t('deskmoney:altogether', { amount: money(desk, owed.cents) })}</span>}
      </span>
      <ul>
        {owed.plates.map((view) => (
          <OpenPlate key={view.plate.id} board={board} view={view} name={name} />
        ))}
      </ul>
    </li>
  );
}

function OpenPlate({ board, view, name }: BoardProps & { readonly view: PlateView; readonly name: string }) {
  const desk = useDesk();
  const { app, t } = desk;
  const { plate, price } = view;
  const day = longDay(desk, dateOfMeal(board, plate.activityId));
  const amount = money(desk, price ?? 0);
  const whose = view.kind === 'resident' ? '' : plateName(desk, view);
  const pay = () => {
    const command = { type: 'markPaid', activityId: plate.activityId, plateIds: [plate.id], paid: price } as const;
    const no = app.act(command, {
      text: t('deskmoney:paidTold', { name, amount }),
      undo: () => ({ command: { ...command, paid: null }, text: t('deskmoney:notPaidTold', { name, amount }) }),
    });
    if (no !== null) app.say(refusalWords(desk, no, board));
  };
  return (
    <li class="s-row is-apart">
      <span>{[day, whose].filter((word) => word !== '').join(' · ')}</span>
      <Button icon="check" label={t('deskmoney:payLabel', { amount, name, day })} onPress={pay}>
        {t('deskmoney:pay', { amount })}
      </Button>
    </li>
  );
}

function Days({ rows }: { readonly rows: readonly ExportRow[] }) {
  const desk = useDesk();
  const { t } = desk;
  const days = moneyByDay(rows);
  if (days.length === 0) return <p>{t('deskmoney:noMeals')}</p>;
  const total = (of: 'plates' | 'paidCents' | 'backCents' | 'openCents') => days.reduce((sum, day) => sum + day[of], 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than a phone is scrolled by keyboard too.
    <section class="s-scroll" tabIndex={0} aria-label={t('deskmoney:daysTitle')}>
      <table class="s-table is-numbers">
        <thead>
          <tr>
            <th scope="col">{t('deskmoney:day')}</th>
            <th scope="col">{t('deskmoney:plates')}</th>
            <th scope="col">{t('deskmoney:paid')}</th>
            <th scope="col">{t('deskmoney:back')}</th>
            <th scope="col">{t('deskmoney:open')}</th>
          </tr>
        </thead>
        <tbody>
          {days.map(({ backCents, date, meal, openCents, paidCents, plates }) => (
            <tr key={`${date} ${meal}`}>
              <th scope="row">{t('deskmoney:dayMeal', { day: longDay(desk, date), meal })}</th>
              <td>{plates}</td>
              <td>{money(desk, paidCents)}</td>
              <td>{money(desk, backCents)}</td>
              <td>{money(desk, openCents)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('deskmoney:together')}</th>
            <td>{total('plates')}</td>
            <td>{money(desk, total('paidCents'))}</td>
            <td>{money(desk, total('backCents'))}</td>
            <td>{money(desk, total('openCents'))}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
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
