/** One dish to choose, with its drawing, its word, and what is to be said about it. */
import { Mark } from './Mark.tsx';
import { Name } from './Name.tsx';
import { dishPictograms } from './pictograms/dish-pictograms.ts';
import { Drawing, Pictogram, type PictogramName } from './pictograms/Pictogram.tsx';
import { TapButton } from './TapButton.tsx';

export type DishPicture = PictogramName | keyof typeof dishPictograms;

export interface DishTileProps {
  readonly picture: DishPicture;
  readonly label: string;
  /** Of what the house wrote in Dutch. */
  readonly lang?: string | undefined;
  /** "Donderdag, 17:30 uur" */
  readonly small?: string | undefined;
  /** "Net als altijd" */
  readonly mark?: string | undefined;
  /** It is what stands there now. */
  readonly here?: boolean;
  readonly onTap: () => void;
}

export function DishTile({ picture, label, lang, small, mark, here = false, onTap }: DishTileProps) {
  return (
    <TapButton class={here ? 'tile dish here' : 'tile dish'} onTap={onTap}>
      {isDish(picture) ? <Drawing shapes={dishPictograms[picture]} /> : <Pictogram name={picture} />}
      <span class="words">
        <span class="what" lang={lang}>
          <Name text={label} />{' '}
        </span>
        {mark === undefined ? null : <Mark picture="check" tone="yes" label={mark} />}
        {small === undefined ? null : <span class="small">{small}</span>}
      </span>
    </TapButton>
  );
}

const isDish = (picture: DishPicture): picture is keyof typeof dishPictograms => Object.hasOwn(dishPictograms, picture);
