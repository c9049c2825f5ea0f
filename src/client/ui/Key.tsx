/** A wide key with a sign and a word: yes, stop, or neither. */
import { Pictogram, type PictogramName } from './pictograms/Pictogram.tsx';
import { TapButton } from './TapButton.tsx';

export interface KeyProps {
  readonly picture: PictogramName;
  readonly label: string;
  readonly tone?: 'yes' | 'stop' | 'plain';
  /** False where it is not what the screen is for: then it may be 16 mm high. */
  readonly primary?: boolean;
  readonly onTap: () => void;
}

export function Key({ picture, label, tone = 'plain', primary = true, onTap }: KeyProps) {
  return (
    <TapButton class={`key ${tone}`} primary={primary} onTap={onTap}>
      <Pictogram name={picture} />
      <span>{label}</span>
    </TapButton>
  );
}
