/** Bringing a scooter back: three large pictures, each one tap. */
import { Header } from '../ui/Header.tsx';
import { Pictogram } from '../ui/pictograms/Pictogram.tsx';
import { AnswerTile } from '../ui/ScooterTiles.tsx';
import { Screen } from '../ui/Screen.tsx';
import { useApp } from './app-context.ts';
import type { BoardProps } from './board-props.ts';
import { toolsOf } from './frame.tsx';
import { ownTrip, useWhileAsked } from './own-trip.ts';
import { BackBar } from './question-bar.tsx';
import { Refused } from './Refused.tsx';

export function TripReturn({ board, bookingId }: BoardProps & { readonly bookingId: string }) {
  const app = useApp();
  const { t } = app.i18n;
  const own = ownTrip(app, board, bookingId);
  const view = useWhileAsked(own?.state === 'away' || own?.state === 'late' ? own : null);
  if (view === null) return <Refused reason={{ type: 'notTaken', bookingId }} />;
  const back = (batteryLow: boolean) => app.returnScooter(bookingId, { batteryLow, broken: null });
  return (
    <Screen
      id="trip-return"
      header={
        <Header
          title={t('scooter:back', { name: view.scooter.name })}
          dial={<Pictogram name="scooter" />}
          sub={t('scooter:howIsIt')}
          tools={toolsOf(app)}
        />
      }
      bar={<BackBar />}
    >
      <main class="tiles answers">
        <AnswerTile picture="check" label={t('scooter:allWell')} onTap={() => back(false)} />
        <AnswerTile picture="battery-low" label={t('scooter:batteryLow')} onTap={() => back(true)} />
        <AnswerTile
          picture="damage"
          label={t('scooter:broken')}
          onTap={() => app.show({ type: 'tripBroken', bookingId, when: 'returning' })}
        />
      </main>
    </Screen>
  );
}
