/** The ticket somebody has just got, large; it stays until it is tapped away or the visit ends. */
import type { ComponentChildren } from 'preact';
import { Name } from './Name.tsx';
import { Pictogram, type PictogramName } from './pictograms/Pictogram.tsx';
import { Stub, type Tint } from './Slip.tsx';

export interface BigTicketProps {
  readonly picture: PictogramName;
  readonly tint: Tint;
  readonly name: string;
  /** Of a name somebody of the team gave, where that is not the language of the screen. */
  readonly nameLang?: string | undefined;
  readonly lines: readonly TicketLine[];
  readonly story?: ComponentChildren;
  /** Without a stub it is no ticket any more. */
  readonly stub?: string | undefined;
  readonly place?: number | undefined;
  /** Nothing is certain yet: the ticket is dashed and its seal waits. */
  readonly noted?: boolean;
  readonly small?: string | undefined;
}

export interface TicketLine {
  readonly sign: ComponentChildren;
  readonly words: ComponentChildren;
}

export function BigTicket(props: BigTicketProps) {
  const { picture, tint, name, nameLang, lines, story, stub, place, noted = false, small } = props;
  return (
    <div class={`slip big ${stub === undefined ? 'plain' : place === undefined && !noted ? 'ticket' : 'ticket wait'}`}>
      <span class={`side ${tint}`}>
        <Pictogram name={picture} />
      </span>
      <div class="text wide">
        <p class="name">
          <Name text={name} lang={nameLang} />
        </p>
        {lines.map((line, i) => (
          <p key={i} class="line">
            {line.sign}
            <span>{line.words}</span>
          </p>
        ))}
        {story === undefined ? null : <p class="story">{story}</p>}
      </div>
      {stub === undefined ? null : <Stub words={stub} place={place} sign={noted ? 'waiting' : 'check'} small={small} />}
    </div>
  );
}
