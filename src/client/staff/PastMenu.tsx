/** The menu a meal had that is over, to be read. Refuses to be changed: what was eaten stays what it was. */
import { Fragment } from 'preact';
import type { MealList } from '../../domain/meal-views.ts';
import { useDesk } from './desk-context.ts';
import { money } from './meal/meal-words.ts';

export function PastMenu({ list: { activity, menu, sitting } }: { readonly list: MealList }) {
  const desk = useDesk();
  const { t } = desk;
  if (menu === null) return null;
  const price = sitting?.price ?? menu.price ?? activity.price;
  const facts = [
    [t('deskmenu:menu'), menu.menu],
    [t('deskmenu:choices'), menu.choices.join(', ')],
    [t('deskmenu:allergens'), menu.allergens.join(', ')],
    [t('deskmenu:price'), price === null || price === 0 ? '' : money(desk, price)],
  ].filter(([, fact]) => fact !== '');
  return (
    <div class="s-card">
      <dl class="s-facts">
        {facts.map(([what, fact]) => (
          <Fragment key={what}>
            <dt>{what}</dt>
            <dd>
              <bdi>{fact}</bdi>
            </dd>
          </Fragment>
        ))}
      </dl>
    </div>
  );
}
