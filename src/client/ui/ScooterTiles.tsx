/** Choices on the way to a scooter: the first free time, a day, a time, an answer with a picture. */
import type { ComponentChildren } from 'preact';
import { Mark } from './Mark.tsx';
import { Pictogram, type PictogramName } from './pictograms/Pictogram.tsx';
import { ClockFace } from './pictures/ClockFace.tsx';
import { TapButton } from './TapButton.tsx';

export interface FirstFreeTileProps {
  /** "Eerste vrije tijd"; or why there is none */
  readonly label: string;
  /** "Morgen, 9 uur" */
  readonly when?: string | undefined;
  /** "Merel, de rode" */
  readonly scooter?: string | undefined;
  /** "Deze neem ik", "Een andere scootmobiel" */
  readonly take: string;
  readonly sign?: PictogramName;
  readonly onTap: () => void;
}

export function FirstFreeTile({ label, when, scooter, take, sign = 'check', onTap }: FirstFreeTileProps) {
  return (
    <TapButton class="tile first-free" onTap={onTap}>
      {/* As high as its words need, also where the tile is lower: that is how it is seen not to fit. */}
      <span class="inner">
        <span class="what">{label} </span>
        <Pictogram name="scooter" />
        {when === undefined ? null : <span class="when">{when} </span>}
        {scooter === undefined ? null : <span class="which">{scooter} </span>}
        <span class="take">
          <Pictogram name={sign} />
          <span>{take}</span>
        </span>
      </span>
    </TapButton>
  );
}

export interface StateWords {
  readonly picture: PictogramName;
  readonly label: string;
}

interface ChoiceProps {
  readonly look: 'free' | 'full';
  /** Without it the tile is only read. */
  readonly onTap?: (() => void) | undefined;
  readonly class: string;
  readonly children: ComponentChildren;
}

/** What is not free is hatched, says so and has a cross. */
function Choice({ look, onTap, class: extra, children }: ChoiceProps) {
  const all = `tile ${extra} ${look}`;
  if (onTap === undefined) return <div class={all}>{children}</div>;
  return (
    <TapButton class={all} onTap={onTap}>
      {children}
    </TapButton>
  );
}

export interface DayTileProps {
  /** "Vandaag" */
  readonly name: string;
  /** "woensdag 14 oktober" */
  readonly date: string;
  readonly free: boolean;
  /** "6 tijden vrij" */
  readonly state: string;
  readonly onTap?: (() => void) | undefined;
}

export function DayTile({ name, date, free, state, onTap }: DayTileProps) {
  return (
    <Choice class="day-choice" look={free ? 'free' : 'full'} onTap={onTap}>
      <span class="words">
        <span class="what">{name} </span>
        <span class="date">{date} </span>
        <span class="how">
          <Pictogram name={free ? 'check' : 'cross'} />
          <span>{state}</span>
        </span>
      </span>
    </Choice>
  );
}

export interface TimeTileProps {
  readonly hour: number;
  readonly minute: number;
  /** "9 uur" */
  readonly time: string;
  readonly free: boolean;
  /** "Vrij" */
  readonly state: string;
  /** "tot 11 uur" */
  readonly until?: string | undefined;
  readonly onTap?: (() => void) | undefined;
}

export function TimeTile({ hour, minute, time, free, state, until, onTap }: TimeTileProps) {
  return (
    <Choice class="time-choice" look={free ? 'free' : 'full'} onTap={onTap}>
      <ClockFace hour={hour} minute={minute} />
      <span class="words">
        <span class="what">
          <bdi>{time}</bdi>{' '}
        </span>
        <Mark picture={free ? 'check' : 'cross'} tone={free ? 'yes' : 'plain'} label={state} />
        {until === undefined ? null : <span class="date"> {until}</span>}
      </span>
    </Choice>
  );
}

export interface LengthTileProps {
  /** "2 uur" */
  readonly length: string;
  /** "tot 11 uur" */
  readonly until: string;
  readonly hour: number;
  readonly minute: number;
  readonly onTap: () => void;
}

export function LengthTile({ length, until, hour, minute, onTap }: LengthTileProps) {
  return (
    <TapButton class="tile answer length-choice" onTap={onTap}>
      <ClockFace hour={hour} minute={minute} />
      <span class="words">
        <span class="what">{length} </span>
        <span class="date">{until}</span>
      </span>
    </TapButton>
  );
}

export interface AnswerTileProps {
  readonly picture: PictogramName;
  readonly label: string;
  readonly onTap: () => void;
}

export function AnswerTile({ picture, label, onTap }: AnswerTileProps) {
  return (
    <TapButton class="tile answer" onTap={onTap}>
      <Pictogram name={picture} />
      <span class="words">{label}</span>
    </TapButton>
  );
}

export interface PictureTileProps {
  readonly picture: PictogramName;
  readonly label: string;
  /** Its place among those chosen, from 1; it is then no target any more. */
  readonly nth?: number | undefined;
  readonly onTap: () => void;
}

/** One of the nine of a picture code. */
export function PictureTile({ picture, label, nth, onTap }: PictureTileProps) {
  if (nth === undefined) {
    return (
      <TapButton class="tile code-picture" primary={false} onTap={onTap}>
        <Pictogram name={picture} />
        <span>{label}</span>
      </TapButton>
    );
  }
  return (
    <div class="tile code-picture chosen">
      <b class="nth">{nth}</b>
      <span>{label}</span>
    </div>
  );
}
