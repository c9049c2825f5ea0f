/** Another dish on a plate of one's own party: of whom, where there are more, and then which. */
import { usualDish } from '../../domain/meal-views.ts';
import { dishesToAsk, type OwnPlate, ownPlates } from '../../domain/own-meal-views.ts';
import { activityView, type ActivityView as View } from '../../domain/views.ts';
import { capitalised } from '../i18n/dates.ts';
import type { Screen as ScreenState } from '../state/screens.ts';
import { DishTile } from '../ui/DishTile.tsx';
import { Header } from '../ui/Header.tsx';
import { Key } from '../ui/Key.tsx';
import { Pictogram } from '../ui/pictograms/Pictogram.tsx';
import { Screen } from '../ui/Screen.tsx';
import { useApp } from './app-context.ts';
import type { BoardProps } from './board-props.ts';
import { DishTiles } from './DishTiles.tsx';
import { useFittingPage } from './fitting-page.ts';
import { toolsOf } from './frame.tsx';
import { askWords, dishPicture, eaterName, everyOf, mealMoment } from './meal-words.ts';
import { speechOf } from './now.ts';
import { pageOf } from './paging.ts';
import { BackBar, pagerOf } from './question-bar.tsx';
import { Refused } from './Refused.tsx';

type Asking = Extract<ScreenState, { readonly type: 'plate' }>;

export function ChoosePlate({ board, screen }: BoardProps & { readonly screen: Asking }) {
  const app = useApp();
  const { activityId, plateId } = screen;
  const view = activityView(board, activityId, app.minute.value, app.viewer.value);
  const plates = view === null || view.party === null ? [] : ownPlates(board, view.party);
  const plate = plates.length === 1 ? plates[0] : plates.find(({ id }) => id === plateId);
  if (view === null || view.party === null || (plate === undefined && plateId !== null)) {
    return <Refused reason={{ type: 'signUpUnknown', signUpId: screen.signUpId }} />;
  }
  const { activity, menu, party } = view;
  if (plate === undefined) return <ForWhom board={board} plates={plates} view={view} screen={screen} />;
  const choices = dishesToAsk(menu);
  return (
    <DishTiles
      id={`plate ${plate.id}`}
      title={askWords(app, board, { people: party.residentIds.length, plate: { ...plate, guests: party.guests } })}
      about={`${activity.title} · ${mealMoment(app, activity)}`}
      choices={choices}
      usual={plate.residentId === null ? null : usualDish(board, plate.residentId, choices)}
      now={plate.dish}
      page={screen.page}
      onChoose={(dish) => app.changeDish(activityId, plate.id, dish)}
      more={<EveryKey board={board} view={view} />}
    />
  );
}

/** "Elke donderdag", beside the dishes. */
function EveryKey({ board, view }: BoardProps & { readonly view: View }) {
  const app = useApp();
  const { activity } = view;
  const every = everyOf(app, board, activity);
  if (every === null) return null;
  const open = () => app.show({ type: 'standing', seriesId: activity.seriesId, activityId: activity.id });
  return (
    <div class="beside">
      <Key picture="calendar" label={every} onTap={open} />
    </div>
  );
}

interface ForWhomProps extends BoardProps {
  readonly plates: readonly OwnPlate[];
  readonly view: View;
  readonly screen: Asking;
}

const PLATES = { normal: [6, 4, 2], groter: [6, 4, 3, 2] } as const;

function ForWhom({ board, plates, view: { activity, party }, screen }: ForWhomProps) {
  const app = useApp();
  const guests = party?.guests ?? 0;
  const { t } = app.i18n;
  const speech = speechOf(app);
  const { list, paging } = useFittingPage(app, {
    subject: `plates ${plates.map(({ id, dish }) => `${id} ${dish}`).join()}`,
    count: plates.length,
    page: screen.page,
    rows: PLATES[app.size.value],
    boxes: '.dish',
  });
  return (
    <Screen
      id={`plate whose ${paging.page}`}
      header={
        <Header
          title={t('meal:forWhom')}
          dial={<Pictogram name="meal" />}
          sub={`${activity.title} · ${mealMoment(app, activity)}`}
          tools={toolsOf(app)}
        />
      }
      bar={<BackBar>{pagerOf(app, paging)}</BackBar>}
    >
      <main class="tiles dishes" ref={list} data-slots={Math.min(paging.rows, plates.length)}>
        {pageOf(plates, paging).map((plate) => (
          <DishTile
            key={plate.id}
            picture={plate.residentId === null ? 'guest' : plate.dish === null ? 'person' : dishPicture(plate.dish)}
            label={eaterName(app, board, plate, guests)}
            small={plate.dish === null ? t('meal:notChosen') : capitalised(speech, plate.dish)}
            onTap={() => app.show({ ...screen, plateId: plate.id, page: 0 })}
          />
        ))}
      </main>
    </Screen>
  );
}
