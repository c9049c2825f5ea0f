/** The bar: the places of the kiosk with Vandaag first and Hulp last; the place one is in is no target. */
import { Pictogram, type PictogramName } from './pictograms/Pictogram.tsx';
import { TapButton } from './TapButton.tsx';

export interface TabProps {
  readonly picture: PictogramName;
  readonly label: string;
  readonly current?: boolean;
  readonly onTap: () => void;
}

export interface NavBarProps {
  /** Accessible name of the bar. */
  readonly label: string;
  readonly places: readonly TabProps[];
  readonly help: TabProps;
}

export function NavBar({ label, places, help }: NavBarProps) {
  return (
    <nav class="bar" aria-label={label} data-places={places.length} style={{ '--places': places.length }}>
      {places.map((place) => (
        <Tab key={place.picture} {...place} />
      ))}
      <Tab {...help} hand />
    </nav>
  );
}

export function Tab({ picture, label, current = false, onTap, hand = false }: TabProps & { readonly hand?: boolean }) {
  const look = hand ? 'tab hand' : 'tab';
  const face = (
    <>
      <Pictogram name={picture} />
      <span>{label}</span>
    </>
  );
  if (current) {
    return (
      <span class={look} aria-current="page">
        {face}
      </span>
    );
  }
  return (
    <TapButton class={look} primary={!hand} onTap={onTap}>
      {face}
    </TapButton>
  );
}
