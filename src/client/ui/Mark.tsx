/** A state said twice, by a sign and a word, so that colour carries nothing alone. */
import { Pictogram, type PictogramName } from './pictograms/Pictogram.tsx';

export interface MarkProps {
  readonly picture: PictogramName;
  readonly label: string;
  readonly tone?: 'plain' | 'yes' | 'stop';
}

export function Mark({ picture, label, tone = 'plain' }: MarkProps) {
  return (
    <span class={`mark ${tone}`}>
      <Pictogram name={picture} />
      <span>{label}</span>
    </span>
  );
}

/** One chair for each free chair, up to five; more are not counted by eye. */
export function Chairs({ free }: { readonly free: number }) {
  return (
    <span class="chairs">
      {Array.from({ length: Math.min(free, 5) }, (_, i) => (
        <Pictogram key={i} name="chair" />
      ))}
    </span>
  );
}
