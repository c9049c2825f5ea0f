/** The staff side on a shared screen: the way in, then today's meals. Refuses to show residents anything of it. */
import { useState } from 'preact/hooks';
import type { Board } from '../../domain/board.ts';
import { colleagues } from '../app/colleagues.ts';
import { mealsAhead } from '../app/meal-parts.ts';
import type { StaffWork } from '../app/staff-work.ts';
import type { Tablet } from '../app/tablet.ts';
import type { StaffSpeech } from '../i18n/staff-i18n.ts';
import { useTapGuard } from '../ui/tap-guard.ts';
import { DoorCode } from './door/DoorCode.tsx';
import { DoorNames } from './door/DoorNames.tsx';
import { Meal } from './meal/Meal.tsx';
import { MealChoice } from './meal/MealChoice.tsx';
import { MealTop } from './meal/MealTop.tsx';

export interface TabletStaffProps {
  readonly tablet: Tablet;
  readonly speech: StaffSpeech;
  /** The residents' board: the team's names are on it. */
  readonly shared: () => Board | null;
  readonly now: () => number;
  readonly print: () => void;
}

export function TabletStaff(props: TabletStaffProps) {
  const { speech, tablet } = props;
  const guard = useTapGuard();
  const side = tablet.side.value;
  // The second landing of the finger that opened a screen must not choose what appeared under it, least of all a name.
  const refuseSecondLanding = (click: Event) => {
    if (!guard.isTooSoon(click.timeStamp)) return;
    click.stopPropagation();
    click.preventDefault();
  };
  return (
    <div class="m-screen" lang="nl" dir="ltr" onClickCapture={refuseSecondLanding}>
      {side.type === 'moment' ? <p class="m-empty">{speech.t('deskmeal:moment')}</p> : null}
      {side.type === 'door' ? <Door {...props} /> : null}
      {side.type === 'work' ? <Work {...props} work={side.work} /> : null}
    </div>
  );
}

function Door({ now, shared, speech, tablet }: TabletStaffProps) {
  const board = shared();
  const team = board === null ? [] : colleagues(board, now());
  const { door } = tablet;
  const who = team.find(({ id }) => id === door.staffId.value);
  if (who !== undefined) return <DoorCode speech={speech} who={who} team={team} door={door} />;
  return (
    <DoorNames speech={speech} team={team} knock={door.knock.value} onName={door.chooseName} onBack={tablet.leave} />
  );
}

function Work({ print, speech, tablet, work }: TabletStaffProps & { readonly work: StaffWork }) {
  const { t } = speech;
  const board = work.board.value;
  const [chosen, setChosen] = useState<string | null>(null);
  if (board === null) {
    return (
      <>
        <MealTop
          speech={speech}
          title={t('deskmeal:listName')}
          sub=""
          name={work.me.name}
          onBack={null}
          onReady={tablet.leave}
        />
        <p class="m-empty">{t('deskmeal:moment')}</p>
      </>
    );
  }
  const { meals, type } = mealsAhead(board, work.minute.value);
  const only = meals.length === 1 && type === 'today' ? meals[0] : undefined;
  const activityId = chosen ?? only?.id ?? null;
  if (activityId === null) {
    return (
      <MealChoice
        board={board}
        speech={speech}
        now={work.minute.value}
        name={work.me.name}
        onReady={tablet.leave}
        onChoose={setChosen}
      />
    );
  }
  return (
    <Meal
      key={activityId}
      desk={work}
      board={board}
      speech={speech}
      activityId={activityId}
      onBack={only !== undefined && chosen === null ? tablet.leave : () => setChosen(null)}
      onReady={tablet.leave}
      print={print}
    />
  );
}
