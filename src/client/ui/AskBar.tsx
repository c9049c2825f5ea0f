/** The bar of a question: the first slot and Hulp where they always are, and between them what the question needs. */
import type { ComponentChildren } from 'preact';
import { Tab, type TabProps } from './NavBar.tsx';
import { Pictogram } from './pictograms/Pictogram.tsx';
import { TapButton } from './TapButton.tsx';

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

export interface PagerProps {
  /** "1 van 3" */
  readonly position: string;
  readonly label: string;
  readonly onTap: () => void;
}

/** The rest of a list, one page on; after the last page comes the first again. */
export function Pager({ position, label, onTap }: PagerProps) {
  return (
    <>
      <span class="pages">{position}</span>
      <TapButton class="key" onTap={onTap}>
        <span>{label}</span>
        <Pictogram name="next" />
      </TapButton>
    </>
  );
}
