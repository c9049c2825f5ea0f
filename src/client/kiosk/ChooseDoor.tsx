/** One's own door among those of a floor. */
import { useRef } from 'preact/hooks';
import type { floorsOf } from '../../domain/views.ts';
import type { Screen as ScreenState } from '../state/screens.ts';
import { DoorTile } from '../ui/DoorTile.tsx';
import { Header } from '../ui/Header.tsx';
import { Pictogram } from '../ui/pictograms/Pictogram.tsx';
import { Screen } from '../ui/Screen.tsx';
import { useStepsToFit } from '../ui/steps-to-fit.ts';
import { useApp } from './app-context.ts';
import { pageOf, pagingOf } from './DayRows.tsx';
import { BackBar, pagerOf, toolsOf } from './frame.tsx';
import { callName, floorName } from './who-words.ts';

export type Who = Extract<ScreenState, { readonly type: 'who' }>;
export type Floor = ReturnType<typeof floorsOf>[number];

/** One screen holds a floor (UX requirement 36); large letters need more room, and long names more still. */
const DOORS = { normal: [16], groter: [9, 6] } as const;
export function ChooseDoor({ floor, screen }: { readonly floor: Floor; readonly screen: Who }) {
  const app = useApp();
  const { t } = app.i18n;
  const place = useRef<HTMLElement>(null);
  const size = app.size.value;
  const subject = `${floor.floor} ${screen.page} ${size} ${app.i18n.language.value.tag}`;
  const steps = useStepsToFit(place, { subject, most: DOORS[size].length - 1, boxes: '.door' });
  const slots = DOORS[size][steps] ?? DOORS[size][0];
  const paging = pagingOf(floor.doors.length, slots, screen.page);
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
      <main class="doors" ref={place} data-slots={slots}>
        {pageOf(floor.doors, paging).map((door) => {
          const names = door.people.map((person) => callName(app, person));
          return (
            <DoorTile
              key={door.homeId}
              number={door.number}
              names={names}
              label={`${door.number} ${names.join(' ')}`}
              onTap={() => app.chooseDoor(screen.intent, door.homeId)}
            />
          );
        })}
      </main>
    </Screen>
  );
}
