/** The dishes of a meal, large: the usual one first, what stands there now marked. */
import type { ComponentChildren } from 'preact';
import { capitalised } from '../i18n/dates.ts';
import { DishTile } from '../ui/DishTile.tsx';
import { Header } from '../ui/Header.tsx';
import { Pictogram } from '../ui/pictograms/Pictogram.tsx';
import { Screen } from '../ui/Screen.tsx';
import { useApp } from './app-context.ts';
import { useFittingPage } from './fitting-page.ts';
import { toolsOf } from './frame.tsx';
import { dishPicture } from './meal-words.ts';
import { speechOf } from './now.ts';
import { pageOf } from './paging.ts';
import { BackBar, pagerOf } from './question-bar.tsx';

const DISHES = { normal: [6, 4, 2], groter: [6, 4, 3, 2] } as const;

export interface DishTilesProps {
  readonly id: string;
  /** "Wat wilt u eten?" */
  readonly title: string;
  readonly about: string;
  readonly choices: readonly string[];
  readonly usual: string | null;
  /** What is on the plate now. */
  readonly now: string | null;
  readonly page: number;
  readonly onChoose: (dish: string) => void;
  /** What else there is to do here. */
  readonly more?: ComponentChildren;
}

export function DishTiles({ id, title, about, choices, usual, now, page, onChoose, more }: DishTilesProps) {
  const app = useApp();
  const { t } = app.i18n;
  const speech = speechOf(app);
  const dishes = usual === null ? choices : [usual, ...choices.filter((each) => each !== usual)];
  const { list, paging } = useFittingPage(app, {
    subject: `${id} ${dishes.join()}`,
    count: dishes.length,
    page,
    rows: DISHES[app.size.value],
    boxes: '.dish',
  });
  const wordFor = (dish: string) => {
    if (dish === now) return t('meal:chosen');
    return dish === usual ? t('meal:usual') : undefined;
  };
  return (
    <Screen
      id={`${id} ${paging.page}`}
      header={<Header title={title} dial={<Pictogram name="meal" />} sub={about} tools={toolsOf(app)} />}
      bar={<BackBar>{pagerOf(app, paging) ?? more}</BackBar>}
    >
      <main class="tiles dishes" ref={list} data-slots={Math.min(paging.rows, dishes.length)}>
        {pageOf(dishes, paging).map((dish) => (
          <DishTile
            key={dish}
            picture={dishPicture(dish)}
            label={capitalised(speech, dish)}
            lang={speech.language.tag === 'nl' ? undefined : 'nl'}
            mark={wordFor(dish)}
            here={dish === now}
            onTap={() => onChoose(dish)}
          />
        ))}
      </main>
    </Screen>
  );
}
