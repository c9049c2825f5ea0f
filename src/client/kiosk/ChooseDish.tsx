/** Wat wilt u eten? One question for each who comes, guests too; the last answer is the sign-up. */
import { usualDish } from '../../domain/meal-views.ts';
import { dishesToAsk } from '../../domain/own-meal-views.ts';
import { activityView } from '../../domain/views.ts';
import type { Screen as ScreenState } from '../state/screens.ts';
import { useApp } from './app-context.ts';
import type { BoardProps } from './board-props.ts';
import { DishTiles } from './DishTiles.tsx';
import { askWords, mealMoment } from './meal-words.ts';
import { Refused } from './Refused.tsx';

type Asking = Extract<ScreenState, { readonly type: 'dish' }>;

export function ChooseDish({ board, screen }: BoardProps & { readonly screen: Asking }) {
  const app = useApp();
  const { activityId, chosen, guests, page, residentIds } = screen;
  const view = activityView(board, activityId, app.minute.value, app.viewer.value);
  const choices = dishesToAsk(view?.menu ?? null);
  if (view === null) return <Refused reason={{ type: 'activityUnknown', activityId }} />;
  const nth = chosen.length;
  const people = residentIds.length + guests;
  const residentId = residentIds[nth] ?? null;
  const plate = { residentId, nth: nth - residentIds.length + 1, guests };
  const { t } = app.i18n;
  const about = `${view.activity.title} · ${mealMoment(app, view.activity)}`;
  return (
    <DishTiles
      id={`dish ${nth}`}
      title={askWords(app, board, { people: residentIds.length, plate })}
      about={people === 1 ? about : `${t('common:pages', { page: nth + 1, pages: people })} · ${about}`}
      choices={choices}
      usual={residentId === null ? null : usualDish(board, residentId, choices)}
      now={null}
      page={page}
      onChoose={app.chooseToEat}
    />
  );
}
