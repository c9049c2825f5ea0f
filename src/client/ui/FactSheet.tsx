/** One activity in full: when, where, who, what. It only tells; what can be done stands beside it. */
import type { ComponentChildren } from 'preact';
import { Pictogram, type PictogramName } from './pictograms/Pictogram.tsx';
import type { Tint } from './Slip.tsx';

export interface FactSheetProps {
  readonly picture: PictogramName;
  readonly tint: Tint;
  readonly soon?: string | undefined;
  readonly mark?: ComponentChildren;
  readonly facts: readonly Fact[];
  readonly story?: string | undefined;
  readonly storyLang?: string | undefined;
  /** Gives its room to the words when these are long. */
  readonly withPicture?: boolean;
}

export interface Fact {
  readonly sign: ComponentChildren;
  readonly what: ComponentChildren;
  readonly more?: ComponentChildren;
}

export function FactSheet(props: FactSheetProps) {
  const { picture, tint, soon, mark, facts, story, storyLang, withPicture = true } = props;
  return (
    <section class={withPicture ? 'panel sheet' : 'panel sheet words'}>
      <span class={`side ${soon === undefined ? tint : 'now'}`}>
        <Pictogram name={picture} />
        {soon === undefined ? null : <span>{soon}</span>}
      </span>
      <div class="facts">
        {mark}
        {facts.map((fact, i) => (
          <p key={i} class="fact">
            {fact.sign}
            <span>
              {fact.what}
              {fact.more === undefined || fact.more === null ? null : <small>{fact.more}</small>}
            </span>
          </p>
        ))}
        {story === undefined || story === '' ? null : (
          <p class="story" lang={storyLang}>
            {story}
          </p>
        )}
      </div>
    </section>
  );
}

/** A longer story on its own, when there is no room for it beside the facts. */
export function StorySheet({ story, lang }: { readonly story: string; readonly lang?: string | undefined }) {
  return (
    <section class="panel sheet words">
      <div class="facts only">
        <p class="story" lang={lang}>
          {story}
        </p>
      </div>
    </section>
  );
}
