/** Geld: who still has to pay, and below it what came in per day for the treasurer. Refuses to count anything itself. */
import type { VNode } from 'preact';
import { openByResident } from '../../domain/meal-figures.ts';
import { type BoardProps, useDesk } from './desk-context.ts';
import { MoneyBooks } from './MoneyBooks.tsx';
import { money } from './meal/meal-words.ts';
import { OpenMoney } from './OpenMoney.tsx';
import { PageHead } from './PageHead.tsx';

export function MoneyPart({ board, tabs }: BoardProps & { readonly tabs: VNode }) {
  const desk = useDesk();
  const { app, t } = desk;
  const debts = openByResident(board, app.minute.value);
  const cents = debts.reduce((sum, each) => sum + each.cents, 0);
  return (
    <>
      <PageHead
        title={t('deskframe:meals')}
        line={
          debts.length === 0
            ? t('deskmoney:allPaid')
            : t('deskmoney:line', { amount: money(desk, cents), count: debts.length })
        }
        tabs={tabs}
      />
      <OpenMoney board={board} debts={debts} />
      <MoneyBooks board={board} />
    </>
  );
}
