/** The meal is done: what is in the till, and who still has to pay. */

import type { MealList } from '../../../domain/meal-views.ts';
import type { MealDesk } from '../../app/meal-acts.ts';
import { Icon } from '../Icon.tsx';
import { MealButton } from './buttons.tsx';
import { firstNameOf, MealTop } from './MealTop.tsx';
import { type MealSpeech, money, nameAndDoorOf, whenAndWhere } from './meal-words.ts';
import { Till } from './Totals.tsx';

export interface FinishedScreenProps {
  readonly desk: MealDesk;
  readonly speech: MealSpeech;
  readonly list: MealList;
  readonly onList: () => void;
  readonly onReady: () => void;
}

export function FinishedScreen({ desk, list, onList, onReady, speech }: FinishedScreenProps) {
  const { t } = speech;
  const { came, people } = list.totals;
  const open = list.plates.filter(({ plate, price }) => price !== null && plate.paid === null);
  return (
    <>
      <MealTop
        speech={speech}
        title={list.activity.title}
        sub={whenAndWhere(speech, list)}
        name={null}
        onBack={onList}
      />
      <main class="m-finished">
        <div>
          <p class="m-done">
            <Icon name="ok" />
            <b>{t('deskmeal:finished')}</b>
          </p>
          <p>{t('deskmeal:finishedText', { came, all: people })}</p>
          <Till speech={speech} list={list} />
          <MealButton tone="main" icon="lock" onPress={onReady}>
            {t('deskmeal:ready', { name: firstNameOf(desk.me.name) })}
          </MealButton>
          <MealButton onPress={onList}>{t('deskmeal:toList')}</MealButton>
        </div>
        {!list.knowsDiets ? null : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll with the keys too.
          <section class="m-open" tabIndex={0} aria-label={t('deskmeal:stillOpen')}>
            <h2>{t(open.length === 0 ? 'deskmeal:openNobody' : 'deskmeal:openOf')}</h2>
            <ul>
              {open.map((view) => (
                <li key={view.plate.id}>
                  <span>
                    <bdi>{nameAndDoorOf(speech, view)}</bdi>
                  </span>
                  <b>{money(speech, view.price ?? 0)}</b>
                </li>
              ))}
            </ul>
          </section>
        )}
      </main>
    </>
  );
}
