/** A paper slip is an activity; it becomes a ticket when it is yours, and a dashed ticket while you wait. */
import type { ComponentChildren, VNode } from 'preact';
import { Name } from './Name.tsx';
import { Pictogram, type PictogramName } from './pictograms/Pictogram.tsx';
import { TapButton } from './TapButton.tsx';

/** Decoration behind the picture; the meaning is in the picture and the words. */
export type Tint = 'plain' | 'food' | 'culture' | 'info';

export interface SlipProps {
  /** A name, or a drawing of its own. */
  readonly picture: PictogramName | VNode;
  readonly tint: Tint;
  /** "Nu" or "Straks" on the picture side. */
  readonly soon?: string | undefined;
  readonly time?: string | undefined;
  /** "de hele dag", in place of a time. */
  readonly allDay?: string | undefined;
  /** "tot 16:00", or the day in a list of several days. */
  readonly till?: string | undefined;
  readonly name: string;
  readonly nameLang?: string | undefined;
  readonly children?: ComponentChildren;
  readonly look?: 'open' | 'full' | 'off' | 'mine' | 'mine wait' | 'note' | 'hung' | 'hung important';
  /** Without it the slip is only read. */
  readonly onTap?: (() => void) | undefined;
}

export function Slip({ look = 'open', onTap, ...content }: SlipProps) {
  const face = <SlipFace {...content} />;
  if (onTap === undefined) return <div class={`slip ${look}`}>{face}</div>;
  return (
    <TapButton class={`slip ${look}`} primary={false} onTap={onTap}>
      {face}
    </TapButton>
  );
}

export interface TicketProps extends Omit<SlipProps, 'look'> {
  /** "U doet mee" or "U bent tweede". */
  readonly stub: string;
  /** The place in line; without it the seal is a tick. */
  readonly place?: number | undefined;
  /** "bewaard" while it is not yet sent. */
  readonly small?: string | undefined;
}

export function Ticket({ stub, place, small, onTap, ...content }: TicketProps) {
  const look = place === undefined ? 'slip ticket' : 'slip ticket wait';
  const face = (
    <>
      <SlipFace {...content} /> <Stub words={stub} place={place} small={small} />
    </>
  );
  if (onTap === undefined) return <div class={look}>{face}</div>;
  return (
    <TapButton class={look} primary={false} onTap={onTap}>
      {face}
    </TapButton>
  );
}

/** One row of a screen: a slip with its action, or a slip or ticket over the whole width. */
export function Row({
  children,
  action,
}: {
  readonly children: ComponentChildren;
  readonly action?: ComponentChildren;
}) {
  return (
    <div class={action === undefined || action === null ? 'row whole' : 'row'}>
      {children}
      {action}
    </div>
  );
}

type FaceProps = Omit<SlipProps, 'look' | 'onTap'>;

function SlipFace({ picture, tint, soon, allDay, time = allDay, till, name, nameLang, children }: FaceProps) {
  return (
    <>
      <span class={`side ${soon === undefined ? tint : 'now'}`}>
        {typeof picture === 'string' ? <Pictogram name={picture} /> : picture}
        {soon === undefined ? null : <span>{soon} </span>}
      </span>
      <span class={time === undefined ? 'text wide' : 'text'}>
        {time === undefined ? null : (
          <span class={time === allDay ? 'time all-day' : 'time'}>
            <bdi>{time}</bdi>{' '}
          </span>
        )}
        <span class="name" lang={nameLang}>
          <Name text={name} />{' '}
        </span>
        {time === undefined ? null : <span class="till">{till} </span>}
        {children === undefined ? null : <span class="meta">{children}</span>}
      </span>
    </>
  );
}

export interface StubProps {
  readonly words: string;
  readonly place?: number | undefined;
  /** In the seal, where it is neither a tick nor a place in line. */
  readonly sign?: PictogramName | undefined;
  readonly small?: string | undefined;
}

export function Stub({ words, place, sign = 'check', small }: StubProps) {
  return (
    <span class="stub">
      <span class="seal">{place === undefined ? <Pictogram name={sign} /> : place}</span> <span>{words}</span>
      {small === undefined ? null : <small> {small}</small>}
    </span>
  );
}
