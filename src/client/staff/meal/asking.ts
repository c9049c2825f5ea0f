/** An act that a closed or a full list may stand in the way of, from a screen: asked once, in place. Refuses to draw. */
import { useState } from 'preact/hooks';
import type { Asking } from '../../app/asking.ts';
import { type Attempt, attempt, type MealDesk } from '../../app/meal-acts.ts';

/** What is asked, and each answer to it. */
export interface Question {
  /** Who it is about. */
  readonly name: string;
  readonly obstacles: Asking;
  readonly allow: () => void;
  /** Null where nobody can wait. */
  readonly queue: (() => void) | null;
  readonly cancel: () => void;
}

export interface Doing extends Attempt {
  readonly name: string;
}

export interface Asker {
  readonly question: Question | null;
  readonly attempt: (doing: Doing) => void;
}

/** `onDone` hears that the act was done; a no of the rules goes where acts are told. */
export function useAsking(desk: MealDesk, onDone: () => void = () => {}): Asker {
  const [asked, setAsked] = useState<{ readonly doing: Doing; readonly obstacles: Asking } | null>(null);
  const go = (doing: Doing, despite: Asking) => {
    const tried = attempt(desk, doing, despite);
    if (tried.type === 'ask') return setAsked({ doing, obstacles: tried.obstacles });
    setAsked(null);
    if (tried.type === 'refused') desk.refuse(tried.reason);
    onDone();
  };
  const question: Question | null = asked && {
    name: asked.doing.name,
    obstacles: asked.obstacles,
    allow: () => go(asked.doing, asked.obstacles),
    queue: null,
    cancel: () => setAsked(null),
  };
  return { question, attempt: (doing) => go(doing, []) };
}
