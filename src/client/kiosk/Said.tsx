/** One thing said or asked on a whole screen, with a picture that gives way to its words. */
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { Pictogram, type PictogramName } from '../ui/pictograms/Pictogram.tsx';
import { useStepsToFit } from '../ui/steps-to-fit.ts';
import { useApp } from './app-context.ts';
import { subjectOf } from './fitting-page.ts';

export interface SaidProps {
  /** What is said, for measuring other words anew. */
  readonly subject: string;
  readonly picture: PictogramName;
  /** One box: the words, and what can be done. */
  readonly children: ComponentChildren;
}

export function Said({ subject, picture, children }: SaidProps) {
  const place = useRef<HTMLElement>(null);
  const steps = useStepsToFit(place, { subject: subjectOf(useApp(), subject), most: 2, boxes: '.ask, .drawing' });
  return (
    <main class={ROOM[steps]} ref={place}>
      <div class="drawing">
        <Pictogram name={picture} />
      </div>
      {children}
    </main>
  );
}

/** First a smaller picture, then none: what is said and what can be done always stay. */
const ROOM = ['ask said', 'ask said tight', 'ask said tight bare'];
