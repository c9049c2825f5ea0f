/** What is open: one resident a row with each plate, and the taps that pay one or all. Refuses to guess an amount. */
import type { Debt } from '../../domain/meal-figures.ts';
import type { PlateView } from '../../domain/meal-views.ts';
import { dateOfMeal } from '../app/meal-books.ts';
import { payAll } from '../app/meal-payments.ts';
import { Button, Door } from './controls.tsx';
import { type BoardProps, useDesk } from './desk-context.ts';
import { longDay } from './desk-words.ts';
import { calledWords, money, plateName } from './meal/meal-words.ts';

export function OpenMoney({ board, debts }: BoardProps & { readonly debts: readonly Debt[] }) {
  const { t } = useDesk();
  return (
    <section class="s-card" aria-labelledby="open-money">
      <h2 id="open-money">{t('deskmoney:openTitle')}</h2>
      {debts.length === 0 ? <p>{t('deskmoney:allPaid')}</p> : null}
      <ul class="s-owed">
        {debts.map((debt) => (
          <Owed key={debt.residentId ?? debt.plates[0]?.plate.id} board={board} debt={debt} />
        ))}
      </ul>
    </section>
  );
}

/** One resident with each plate that is open; a guest's is the host's. Neighbours each pay their own. */
function Owed({ board, debt }: BoardProps & { readonly debt: Debt }) {
  const { t } = useDesk();
  const { called, door, plates } = debt;
  const name = called === null ? t('deskmoney:neighbours') : calledWords(called);
  return (
    <li>
      <span class="s-person">
        {door === null ? null : <Door number={door} />}
        <b>{name}</b>
      </span>
      <ul>
        {plates.map((view) => (
          <OpenPlate key={view.plate.id} board={board} view={view} name={name} />
        ))}
        {plates.length < 2 || called === null ? null : <Altogether debt={debt} name={name} />}
      </ul>
    </li>
  );
}

/** The one tap for who settles everything, and what takes all of it back. */
function Altogether({ debt, name }: { readonly debt: Debt; readonly name: string }) {
  const desk = useDesk();
  const { app, t } = desk;
  const amount = money(desk, debt.cents);
  const pay = () => {
    const words = {
      done: t('deskmoney:allPaidTold', { name, amount }),
      undone: t('deskmoney:notPaidTold', { name, amount }),
    };
    const no = payAll(app, debt.plates, words);
    if (no !== null) app.refuse(no);
  };
  return (
    <li class="s-row is-apart">
      <b>{t('deskmoney:altogether', { amount })}</b>
      <Button icon="check" tone="yes" label={t('deskmoney:payAllLabel', { amount, name })} onPress={pay}>
        {t('deskmoney:payAll')}
      </Button>
    </li>
  );
}

interface OpenPlateProps extends BoardProps {
  readonly view: PlateView;
  readonly name: string;
}

function OpenPlate({ board, view, name }: OpenPlateProps) {
  const desk = useDesk();
  const { app, t } = desk;
  const { plate, price } = view;
  const day = longDay(desk, dateOfMeal(board, plate.activityId));
  const amount = money(desk, price ?? 0);
  const whose = view.kind === 'resident' ? '' : plateName(desk, view);
  const pay = () => {
    const { activityId, id } = plate;
    const command = { type: 'markPaid', activityId, plateIds: [id], paid: price, unsaid: true } as const;
    const no = app.act(command, {
      text: t('deskmoney:paidTold', { name, amount }),
      undo: () => ({ command: { ...command, paid: null }, text: t('deskmoney:notPaidTold', { name, amount }) }),
    });
    if (no !== null) app.refuse(no);
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
