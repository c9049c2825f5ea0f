/** Wat is er kapot? Six drawn parts; one tap and it is told. */
import type { ScooterPart } from '../../domain/scooter-rows.ts';
import { Header } from '../ui/Header.tsx';
import { Pictogram, type PictogramName } from '../ui/pictograms/Pictogram.tsx';
import { AnswerTile } from '../ui/ScooterTiles.tsx';
import { Screen } from '../ui/Screen.tsx';
import { useApp } from './app-context.ts';
import type { BoardProps } from './board-props.ts';
import { toolsOf } from './frame.tsx';
import { ownTrip, useWhileAsked } from './own-trip.ts';
import { BackBar } from './question-bar.tsx';
import { Refused } from './Refused.tsx';
import { PART_WORDS } from './scooter-words.ts';

interface Part {
  readonly part: ScooterPart;
  readonly picture: PictogramName;
}

const PARTS: readonly Part[] = [
  { part: 'tyre', picture: 'tyre' },
  { part: 'battery', picture: 'battery' },
  { part: 'brake', picture: 'brake' },
  { part: 'light', picture: 'light' },
  { part: 'seat', picture: 'seat' },
  { part: 'other', picture: 'something-else' },
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
        {PARTS.map(({ part, picture }) => (
          <AnswerTile key={part} picture={picture} label={t(PART_WORDS[part])} onTap={() => tell(part)} />
        ))}
      </main>
    </Screen>
  );
}
