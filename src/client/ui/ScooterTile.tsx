/** One scooter to choose: its name, its colour, what kind it is and where it stands. One that is broken is only read. */
import { Mark, type MarkProps } from './Mark.tsx';
import { Pictogram } from './pictograms/Pictogram.tsx';
import { TapButton } from './TapButton.tsx';

/** The paint of a scooter, as far as there is a token for it. */
export type Paint = 'red' | 'blue' | 'green' | 'yellow' | 'white' | 'black' | 'grey';

export interface ScooterTileProps {
  readonly name: string;
  readonly paint?: Paint | undefined;
  /** "de rode, licht" */
  readonly about: string;
  /** "Stalling begane grond, vak 1"; left out where there is no room for it. */
  readonly place?: string | undefined;
  /** The one that is chosen now. */
  readonly here?: boolean;
  /** Over two places. */
  readonly wide?: boolean;
  readonly mark?: MarkProps | undefined;
  /** Without it the scooter is broken. */
  readonly onTap?: (() => void) | undefined;
}

export function ScooterTile({ name, paint, about, place, here = false, wide = false, mark, onTap }: ScooterTileProps) {
  const face = (
    <>
      <span class={`paint ${paint ?? ''}`}>
        <Pictogram name="scooter" />
      </span>
      <span class="words">
        <span class="what">
          <bdi>{name}</bdi>{' '}
        </span>
        {about === '' ? null : <span class="date">{about} </span>}
        {place === undefined || place === '' ? null : <span class="date">{place} </span>}
        {mark === undefined ? null : <Mark {...mark} />}
      </span>
    </>
  );
  if (onTap === undefined) return <div class="tile which-scooter full">{face}</div>;
  return (
    <TapButton class={`tile which-scooter ${here ? 'here' : ''} ${wide ? 'wide' : ''}`} onTap={onTap}>
      {face}
    </TapButton>
  );
}
