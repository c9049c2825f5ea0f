/** Wat is er kapot? Six drawn parts; one tap and it is told. */
import type { ScooterPart } from '../../domain/scooter-rows.ts';
import type { Key } from '../i18n/keys.ts';
import { Header } from '../ui/Header.tsx';
import { Pictogram, type PictogramName } from '../ui/pictograms/Pictogram.tsx';
import { AnswerTile } from '../ui/ScooterTiles.tsx';
import { Screen } from '../ui/Screen.tsx';
import { useApp } from './app-context.ts';
import type { BoardProps } from './board-props.ts';
import { BackBar, toolsOf } from './frame.tsx';
import { ownTrip, useWhileAsked } from './own-trip.ts';
import { Refused } from './Refused.tsx';

interface Part {
  readonly part: ScooterPart;
  readonly picture: PictogramName;
  readonly label: Key;
}

const PARTS: readonly Part[] = [
  { part: 'tyre', picture: 'tyre', label: 'scooter:partTyre' },
  { part: 'battery', picture: 'battery', label: 'scooter:partBattery' },
  { part: 'brake', picture: 'brake', label: 'scooter:partBrake' },
  { part: 'light', picture: 'light', label: 'scooter:partLight' },
  { part: 'seat', picture: 'seat', label: 'scooter:partSeat' },
  { part: 'other', picture: 'something-else', label: 'scooter:partOther' },
];

export function TripBroken({
  board,
  bookingId,
  when,
}: BoardProps & { readonly bookingId: string; readonly when: 'leaving' | 'returning' }) {
  const app = useApp();
  const { t } = app.i18n;
  const view = useWhileAsked(ownTrip(app, board, bookingId));
  if (view === null) return <Refused reason={{ type: 'bookingUnknown', bookingId }} />;
  const tell = (part: ScooterPart) =>
    when === 'leaving'
      ? app.reportBroken(bookingId, part)
      : app.returnScooter(bookingId, { batteryLow: false, broken: part });
  return (
    <Screen
      id="trip-broken"
      header={
        <Header
          title={t('scooter:whatBroken')}
          dial={<Pictogram name="damage" />}
          sub={t('scooter:whatBrokenSub')}
          tools={toolsOf(app)}
        />
      }
      bar={<BackBar />}
    >
      <main class="tiles parts">
        {PARTS.map(({ part, picture, label }) => (
          <AnswerTile key={part} picture={picture} label={t(label)} onTap={() => tell(part)} />
        ))}
      </main>
    </Screen>
  );
}
