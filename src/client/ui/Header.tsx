/** Says where one is and what time it is, and holds the tools at the inline end in a fixed order. */
import type { ComponentChildren, VNode } from 'preact';
import { Name } from './Name.tsx';
import { Pictogram, type PictogramName } from './pictograms/Pictogram.tsx';
import { ClockFace } from './pictures/ClockFace.tsx';
import { TapButton } from './TapButton.tsx';

export interface HeaderProps {
  readonly title: string;
  /** Of a title somebody of the team wrote, where that is not the language of the screen. */
  readonly titleLang?: string | undefined;
  /** A clock face or a pictogram beside the second line. */
  readonly dial?: ComponentChildren;
  readonly sub: ComponentChildren;
  /** Stands between the words and the tools where they leave it room. */
  readonly now?: ComponentChildren | undefined;
  readonly tools: readonly ToolProps[];
}

/** A longer name than this, in letters, does not stand on two lines beside four tools in Groter. */
const TWO_LINES = 24;

export function Header({ title, titleLang, dial, sub, now, tools }: HeaderProps) {
  const place = (
    <div class="place">
      {dial === undefined ? null : <span class="dial">{dial}</span>}
      <h1 class="title">
        <Name text={title} lang={titleLang} />
      </h1>
      <p class="sub">{sub}</p>
    </div>
  );
  return (
    <header class={title.length > TWO_LINES ? 'header long' : 'header'}>
      {now === undefined ? (
        place
      ) : (
        <div class="place-and-now">
          {place}
          {now}
        </div>
      )}
      <div class="tools">
        {tools.map((tool) => (
          <Tool key={typeof tool.picture === 'string' ? tool.picture : tool.picture.key} {...tool} />
        ))}
      </div>
    </header>
  );
}

export interface ToolProps {
  /** A name, or a drawing of its own with a key. */
  readonly picture: PictogramName | VNode;
  readonly label: string;
  /** A second line: what is chosen by it now. */
  readonly more?: string | undefined;
  /** The tool of the screen that is shown; it is no target. */
  readonly current?: boolean;
  /** Where there are too many, it gives way before any other: what it leads to is as near in the bar. */
  readonly yields?: boolean;
  readonly onTap: () => void;
}

export function Tool({ picture, label, more, current = false, onTap }: ToolProps) {
  const face = (
    <>
      {typeof picture === 'string' ? <Pictogram name={picture} /> : picture}
      <span>
        {label}
        {more === undefined ? null : <small> {more}</small>}
      </span>
    </>
  );
  if (current) {
    return (
      <span class="tool" aria-current="page">
        {face}
      </span>
    );
  }
  return (
    <TapButton class={more === undefined ? 'tool' : 'tool two'} primary={false} onTap={onTap}>
      {face}
    </TapButton>
  );
}

export interface TimeLineProps {
  readonly words: string;
  readonly digits: string;
}

/** Words first, then digits: "half drie 's middags 14:30". */
export function TimeLine({ words, digits }: TimeLineProps) {
  return (
    <>
      <span>{words}</span>{' '}
      <b class="digits">
        <bdi>{digits}</bdi>
      </b>
    </>
  );
}

export function timeDial(hour: number, minute: number) {
  return <ClockFace hour={hour} minute={minute} />;
}
