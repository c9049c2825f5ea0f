/** Wie bent u? The card, or floor and then door; where people share a door, which of them, or together. */
import { activityView, floorsOf } from '../../domain/views.ts';
import type { Intent } from '../state/screens.ts';
import { FloorTile } from '../ui/DoorTile.tsx';
import { Header } from '../ui/Header.tsx';
import { Inset } from '../ui/Inset.tsx';
import { pictureOf } from '../ui/pictograms/activity-picture.ts';
import { Pictogram } from '../ui/pictograms/Pictogram.tsx';
import { Screen } from '../ui/Screen.tsx';
import { type App, useApp } from './app-context.ts';
import type { BoardProps } from './board-props.ts';
import { ChooseDoor, type Floor, type Who } from './ChooseDoor.tsx';
import { ChoosePerson } from './ChoosePerson.tsx';
import { toolsOf } from './frame.tsx';
import { HoldCard } from './HoldCard.tsx';
import { dayName, digits, speechOf } from './now.ts';
import { pageOf, pagingOf } from './paging.ts';
import { BackBar, pagerOf } from './question-bar.tsx';
import { tripInWords } from './scooter-words.ts';
import { floorName, floorWord } from './who-words.ts';

const FLOORS = 12;
/** More floors than this need smaller tiles. */
const FEW_FLOORS = 6;

export function WhoAreYou({ board, screen }: BoardProps & { readonly screen: Who }) {
  const floors = floorsOf(board);
  const floor = floors.find((each) => each.floor === screen.floor);
  const door = floor?.doors.find((each) => each.homeId === screen.homeId);
  if (door !== undefined) return <ChoosePerson door={door} intent={screen.intent} />;
  if (floor !== undefined) return <ChooseDoor floor={floor} screen={screen} />;
  return <ChooseFloor board={board} floors={floors} screen={screen} />;
}

function ChooseFloor({
  board,
  floors,
  screen,
}: BoardProps & { readonly floors: readonly Floor[]; readonly screen: Who }) {
  const app = useApp();
  const { t } = app.i18n;
  const paging = pagingOf(floors.length, FLOORS, screen.page);
  const highest = Math.max(0, ...floors.map(({ floor }) => floor));
  const about = aboutWhat(app, board, screen.intent);
  return (
    <Screen
      id="who floor"
      header={<Header title={t('who:title')} {...about} tools={toolsOf(app)} />}
      bar={<BackBar>{pagerOf(app, paging)}</BackBar>}
    >
      <main class="who">
        <HoldCard />
        <section class="choose">
          <h2>{t('who:orFloor')}</h2>
          <div class={floors.length > FEW_FLOORS ? 'tiles floors many' : 'tiles floors'}>
            {pageOf(floors, paging).map(({ floor }) => (
              <FloorTile
                key={floor}
                floors={highest + 1}
                floor={floor}
                word={floorWord(app, floor)}
                label={`${floor} ${floorName(app, floor)}`}
                onTap={() => app.chooseFloor(screen.intent, floor)}
              />
            ))}
          </div>
        </section>
      </main>
    </Screen>
  );
}

/** What one is about to do, so that nobody forgets on the way. */
function aboutWhat(app: App, board: BoardProps['board'], intent: Intent) {
  const { t } = app.i18n;
  if (intent.type === 'scooter') return { dial: <Pictogram name="scooter" />, sub: t('scooter:mine') };
  if (intent.type === 'book') return { dial: <Pictogram name="scooter" />, sub: tripInWords(app, intent) };
  if (intent.type === 'myThings') return { dial: <Pictogram name="my-things" />, sub: t('common:mine') };
  if (intent.type === 'visit') return { dial: <Pictogram name="team" />, sub: t('help:visit') };
  const view = activityView(board, intent.activityId, app.minute.value, app.viewer.value);
  if (view === null) return { sub: '' };
  const { activity } = view;
  const day = dayName(speechOf(app), app.wallClock.value.date, activity.date);
  return {
    dial: <Pictogram name={pictureOf(activity)} />,
    sub: (
      <>
        <span>
          <Inset sentence={t('who:about', { activity: activity.title, day })} dutch={activity.title} />
        </span>{' '}
        <b class="digits">
          <bdi>{digits(activity.startTime)}</bdi>
        </b>
      </>
    ),
  };
}
