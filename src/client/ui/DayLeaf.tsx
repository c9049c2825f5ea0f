/** A day of the calendar as a leaf: its number, what there is to do in pictures, and how much. */
import { Name } from './Name.tsx';
import { Pictogram, type PictogramName } from './pictograms/Pictogram.tsx';
import type { Tint } from './Slip.tsx';
import { TapButton } from './TapButton.tsx';

export interface LeafSign {
  readonly picture: PictogramName;
  readonly tint: Tint;
}

export interface DayLeafProps {
  readonly weekday: string;
  readonly day: number;
  readonly signs: readonly LeafSign[];
  /** "5 activiteiten" */
  readonly count: string;
  readonly onTap: () => void;
}

export function DayLeaf({ weekday, day, signs, count, onTap }: DayLeafProps) {
  return (
    <TapButton class="tile leaf" onTap={onTap}>
      <span class="head">{weekday} </span>
      <span class="number">{day} </span>
      <span class="signs">
        {signs.map(({ picture, tint }) => (
          <Pictogram key={picture} name={picture} class={tint} />
        ))}
      </span>
      <span class="count">{count}</span>
    </TapButton>
  );
}

export interface PlanLine extends LeafSign {
  readonly time: string;
  readonly name: string;
}

export interface TomorrowLeafProps {
  readonly title: string;
  readonly day: number;
  readonly plan: readonly PlanLine[];
  /** "6 activiteiten", where the plan does not show them all. */
  readonly count?: string | undefined;
  readonly onTap: () => void;
}

export function TomorrowLeaf({ title, day, plan, count, onTap }: TomorrowLeafProps) {
  return (
    <TapButton class="tile leaf tomorrow" onTap={onTap}>
      <span class="head">{title} </span>
      <span class="number">{day} </span>
      <span class="plan">
        {plan.map((line) => (
          <span key={`${line.time} ${line.name}`}>
            <Pictogram name={line.picture} class={line.tint} />
            <b>
              <bdi>{line.time}</bdi>{' '}
            </b>
            <span>
              <Name text={line.name} />{' '}
            </span>
          </span>
        ))}
        {count === undefined ? null : <span class="how-many">{count}</span>}
      </span>
    </TapButton>
  );
}

export interface LaterTileProps {
  readonly label: string;
  readonly from: string;
  readonly onTap: () => void;
}

export function LaterTile({ label, from, onTap }: LaterTileProps) {
  return (
    <TapButton class="tile later" onTap={onTap}>
      <Pictogram name="calendar" />
      <span class="what">{label}</span> <span class="from">{from}</span>
    </TapButton>
  );
}
