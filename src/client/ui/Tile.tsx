/** Equal choices in a grid: a language, a person, everybody behind one door. */
import type { ComponentChildren, RefObject } from 'preact';
import { Pictogram, type PictogramName } from './pictograms/Pictogram.tsx';
import { TapButton } from './TapButton.tsx';

export interface TilesProps {
  readonly class?: string;
  /** For who must measure whether everything fits. */
  readonly place?: RefObject<HTMLElement | null>;
  readonly children: ComponentChildren;
}

export function Tiles({ class: extra = '', place, children }: TilesProps) {
  return (
    <main class={`tiles ${extra}`} ref={place ?? null}>
      {children}
    </main>
  );
}

export interface LanguageTileProps {
  /** BCP 47 */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly endonym: string;
  /** Left out where there is no room for it. */
  readonly greeting?: string | undefined;
  readonly here: boolean;
  readonly onTap: () => void;
}

export function LanguageTile({ lang, dir, endonym, greeting, here, onTap }: LanguageTileProps) {
  return (
    <TapButton class={here ? 'tile language here' : 'tile language'} lang={lang} dir={dir} onTap={onTap}>
      <span class="endonym">{endonym}</span>{' '}
      {greeting === undefined ? null : (
        <span class="bubble">
          {here ? <Pictogram name="check" /> : null}
          <span>{greeting}</span>
        </span>
      )}
    </TapButton>
  );
}

export interface PersonTileProps {
  readonly picture: PictogramName;
  readonly label: string;
  readonly small?: string | undefined;
  readonly wide?: boolean;
  readonly onTap: () => void;
}

export function PersonTile({ picture, label, small, wide = false, onTap }: PersonTileProps) {
  return (
    <TapButton class={wide ? 'tile who-tile together' : 'tile who-tile'} onTap={onTap}>
      <Pictogram name={picture} />
      <bdi>{label}</bdi>
      {small === undefined ? null : <span class="who-small"> {small}</span>}
    </TapButton>
  );
}
