/** A wide key with a sign and a word: yes, stop, or neither. */
import { Pictogram, type PictogramName } from './pictograms/Pictogram.tsx';
import { TapButton } from './TapButton.tsx';

export interface KeyProps {
  readonly picture: PictogramName;
  readonly label: string;
  readonly tone?: 'yes' | 'stop' | 'plain';
  readonly onTap: () => void;
}

export function Key({ picture, label, tone = 'plain', onTap }: KeyProps) {
  return (
    <TapButton class={`key ${tone}`} onTap={onTap}>
      <Pictogram name={picture} />
      <span>{label}</span>
    </TapButton>
  );
}
