/** The bar: the places of the kiosk with Vandaag first and Hulp last; the place one is in is no target. */
import type { ComponentChildren } from 'preact';
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

export interface AskBarProps {
  readonly label: string;
  /** How many places the normal bar has, so that the first slot and Hulp stay where they always are. */
  readonly places: number;
  readonly children: ComponentChildren;
  readonly help: TabProps;
}

/** On a question: the way back where Vandaag always is, and Hulp where it always is. */
export function AskBar({ label, places, children, help }: AskBarProps) {
  return (
    <nav class="bar" aria-label={label} data-places={places} style={{ '--places': places }}>
      {children}
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

export interface PagerProps {
  /** "1 van 3" */
  readonly position: string;
  readonly label: string;
  readonly onTap: () => void;
}

/** The rest of a list, one page on; after the last page comes the first again. */
export function Pager({ position, label, onTap }: PagerProps) {
  return (
    <div class="middle">
      <span class="pages">{position}</span>
      <TapButton class="key" onTap={onTap}>
        <span>{label}</span>
        <Pictogram name="next" />
      </TapButton>
    </div>
  );
}
