/**
 * Reads a screen aloud when somebody asks for it, a piece at a time, and points at what it reads. Refuses to begin by
 * itself, and to know when it must fall silent: whoever put it together tells it to stop.
 */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { SpeechEngine, Words } from '../platform/speech/engine.ts';
import type { Passage } from '../platform/speech/shown-words.ts';
import { spokenChunks } from './spoken-chunks.ts';

export interface Reading {
  /** Whether anything could be heard in the language of the screen. */
  readonly isOffered: ReadonlySignal<boolean>;
  readonly isReading: ReadonlySignal<boolean>;
  readonly isLoudest: ReadonlySignal<boolean>;
  /** Starts, or stops what is being read. */
  readonly toggle: () => void;
  /** One step, after the last again the first; what is being said is said anew. */
  readonly louder: () => void;
  readonly stop: () => void;
  /** The next person starts at the usual volume (UX requirement 51). */
  readonly resetVolume: () => void;
}

export interface ReadingDeps {
  readonly voice: SpeechEngine;
  readonly shown: () => readonly Passage[];
  /** BCP 47, of the screen. */
  readonly language: ReadonlySignal<string>;
  /** Who listens is there (UX requirement 25). */
  readonly stillHere: () => void;
}

const VOLUMES = [0.5, 0.75, 1] as const;

export function createReading({ language, shown, stillHere, voice }: ReadingDeps): Reading {
  const voices = signal(0);
  const step = signal(0);
  const run = signal<AbortController | null>(null);
  let saying = new AbortController();
  let pointed: Passage | null = null;
  voice.whenChanged(() => {
    voices.value += 1;
  });

  /** Again from its beginning whenever the volume changes meanwhile. */
  const say = async (words: Words, stopped: AbortSignal): Promise<void> => {
    do {
      saying = new AbortController();
      const signal = AbortSignal.any([stopped, saying.signal]);
      stillHere();
      await voice.say(words, { volume: VOLUMES[step.value] ?? 1, signal });
    } while (saying.signal.aborted && !stopped.aborted);
    if (!stopped.aborted) stillHere();
  };

  const read = async (passages: readonly Passage[], stopped: AbortSignal): Promise<void> => {
    for (const passage of passages) {
      const pieces = piecesOf(passage).filter((words) => voice.canSay(words));
      if (stopped.aborted) return;
      if (pieces.length === 0 || !passage.point()) continue;
      pointed = passage;
      for (const words of pieces) {
        if (!stopped.aborted) await say(words, stopped);
      }
      // Who stopped this reading has released it, and another may point at it again.
      if (!stopped.aborted) passage.release();
    }
  };

  const start = async (): Promise<void> => {
    const mine = new AbortController();
    run.value = mine;
    await read(shown(), mine.signal);
    if (run.value === mine) run.value = null;
  };
  const stop = () => {
    if (run.peek() === null) return;
    run.peek()?.abort();
    pointed?.release();
    run.value = null;
  };

  return {
    isOffered: computed(() => voices.value >= 0 && voice.speaks(language.value)),
    isReading: computed(() => run.value !== null),
    isLoudest: computed(() => step.value === VOLUMES.length - 1),
    toggle: () => (run.peek() === null ? void start() : stop()),
    louder() {
      step.value = (step.value + 1) % VOLUMES.length;
      saying.abort();
    },
    stop,
    resetVolume() {
      step.value = 0;
    },
  };
}

const piecesOf = ({ sentences }: Passage): readonly Words[] =>
  sentences.flatMap(({ lang, text }) => spokenChunks(text).map((piece) => ({ lang, text: piece })));
