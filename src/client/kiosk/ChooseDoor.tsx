/** One's own door among those of a floor. */
import type { floorsOf } from '../../domain/views.ts';
import type { Screen as ScreenState } from '../state/screens.ts';
import { DoorTile } from '../ui/DoorTile.tsx';
import { Header } from '../ui/Header.tsx';
import { Pictogram } from '../ui/pictograms/Pictogram.tsx';
import { Screen } from '../ui/Screen.tsx';
import { useApp } from './app-context.ts';
import { useFittingPage } from './fitting-page.ts';
import { toolsOf } from './frame.tsx';
import { pageOf } from './paging.ts';
import { BackBar, pagerOf } from './question-bar.tsx';
import { callName, floorName } from './who-words.ts';

export type Who = Extract<ScreenState, { readonly type: 'who' }>;
export type Floor = ReturnType<typeof floorsOf>[number];

/** One screen holds a floor (UX requirement 36); large letters need more room, and long names more still. */
const DOORS = { normal: [16], groter: [9, 6] } as const;

export function ChooseDoor({ floor, screen }: { readonly floor: Floor; readonly screen: Who }) {
  const app = useApp();
  const { t } = app.i18n;
  const { list, paging } = useFittingPage(app, {
    subject: `floor ${floor.floor}`,
    count: floor.doors.length,
    page: screen.page,
    rows: DOORS[app.size.value],
    boxes: '.door',
  });
  return (
    <Screen
      id={`who door ${paging.page}`}
      header={
        <Header
          title={t('who:title')}
          dial={<Pictogram name="stairs" />}
          sub={t('who:chooseDoor', { floor: floorName(app, floor.floor) })}
          tools={toolsOf(app)}
        />
      }
      bar={<BackBar>{pagerOf(app, paging)}</BackBar>}
    >
      <main class="doors" ref={list} data-slots={paging.rows}>
        {pageOf(floor.doors, paging).map((door) => {
          const names = door.people.map((person) => callName(app, person));
          return (
            <DoorTile
              key={door.homeId}
              number={door.number}
              names={names}
              onTap={() => app.chooseDoor(screen.intent, door.homeId)}
            />
          );
        })}
      </main>
    </Screen>
  );
}
