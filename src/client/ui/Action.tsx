/** The button at the end of a row: one thing one can do with what the row shows. */
import { Pictogram, type PictogramName } from './pictograms/Pictogram.tsx';
import { TapButton } from './TapButton.tsx';

export interface ActionProps {
  readonly picture: PictogramName;
  readonly label: string;
  readonly tone?: 'yes' | 'plain' | 'stop';
  /** What it is about, for who cannot see the row: "Koffie en taart". */
  readonly about?: string | undefined;
  readonly onTap: () => void;
}

export function Action({ picture, label, tone = 'yes', about, onTap }: ActionProps) {
  return (
    <TapButton class={`do ${tone}`} label={about === undefined ? undefined : `${label}: ${about}`} onTap={onTap}>
      <Pictogram name={picture} />
      <span>{label}</span>
    </TapButton>
  );
}
