/** A floor of the house, and a door with its number plate: how a resident is found without typing. */
import { FloorPicture } from './pictures/FloorPicture.tsx';
import { TapButton } from './TapButton.tsx';

export interface FloorTileProps {
  readonly floors: number;
  /** 0 is the ground floor. */
  readonly floor: number;
  /** "Beneden", "Eerste" */
  readonly word: string;
  readonly label: string;
  readonly onTap: () => void;
}

export function FloorTile({ floors, floor, word, label, onTap }: FloorTileProps) {
  return (
    <TapButton class="tile floor" primary={false} label={label} onTap={onTap}>
      <FloorPicture floors={floors} here={floor} />
      <span class="which">
        <b>{floor}</b> <span class="word">{word}</span>
      </span>
    </TapButton>
  );
}

export interface DoorTileProps {
  readonly number: string;
  /** First names, or the word for a resident who prefers not to be named. */
  readonly names: readonly string[];
  readonly onTap: () => void;
}

export function DoorTile({ number, names, onTap }: DoorTileProps) {
  return (
    <TapButton class="tile door" primary={false} onTap={onTap}>
      <bdi class="plate">{number}</bdi>{' '}
      <span class="names" data-unsaid>
        {names.map((name) => (
          <bdi key={name}>{name} </bdi>
        ))}
      </span>
      <span class="knob" />
    </TapButton>
  );
}
