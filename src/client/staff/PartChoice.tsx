/** What is broken: six drawn parts to choose from. */
import type { ScooterPart } from '../../domain/scooter-rows.ts';
import { Pictogram, type PictogramName } from '../ui/pictograms/Pictogram.tsx';
import { useDesk } from './desk-context.ts';
import { partNames, partWord } from './desk-words.ts';

export interface PartChoiceProps {
  readonly legend: string;
  readonly chosen: ScooterPart | null;
  readonly onChoose: (part: ScooterPart | null) => void;
  /** "Nothing", where that is an answer too. */
  readonly none?: string;
}

const drawings: Readonly<Record<ScooterPart, PictogramName>> = {
  tyre: 'tyre',
  battery: 'battery',
  brake: 'brake',
  light: 'light',
  seat: 'seat',
  other: 'something-else',
};

export function PartChoice({ legend, chosen, onChoose, none }: PartChoiceProps) {
  const desk = useDesk();
  return (
    <fieldset class="s-parts">
      <legend>{legend}</legend>
      {none === undefined ? null : (
        <label class="is-wide">
          <input type="radio" name="part" checked={chosen === null} onChange={() => onChoose(null)} />
          <span>{none}</span>
        </label>
      )}
      {partNames.map((part) => (
        <label key={part}>
          <input type="radio" name="part" checked={chosen === part} onChange={() => onChoose(part)} />
          <Pictogram name={drawings[part]} />
          <span>{partWord(desk, part)}</span>
        </label>
      ))}
    </fieldset>
  );
}
