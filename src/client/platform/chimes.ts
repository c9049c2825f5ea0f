/**
 * Two sounds of wood, made here: no file has to be fetched or kept. Soft, at most 300 ms, and of the pitches old ears
 * hear best. Refuses to sound where the browser has no sound or does not allow it.
 */
export type Sound = 'done' | 'refused';

interface Note {
  /** Hertz, between 500 and 2000. */
  readonly pitch: number;
  /** Seconds after the first. */
  readonly at: number;
}

/** Seconds from the stroke until nothing is left of it. */
const RING = 0.15;
/** 0 to 1 */
const LOUDNESS = 0.25;
/** Seconds: a stroke that begins at full strength clicks. */
const ATTACK = 0.005;
/** Nothing ever falls to nothing in equal steps. */
const SILENCE = 0.001;

export const notes: Readonly<Record<Sound, readonly Note[]>> = {
  done: [
    { pitch: 784, at: 0 },
    { pitch: 1047, at: 0.13 },
  ],
  refused: [{ pitch: 523, at: 0 }],
};

export function createChimes(newContext: () => AudioContext): (sound: Sound) => void {
  let context: AudioContext | null = null;
  return (sound) => {
    try {
      context ??= newContext();
      // Asleep until somebody has touched the page, and again where the system put it to sleep.
      void context.resume().catch(() => undefined);
      for (const note of notes[sound]) strike(context, note);
    } catch {
      // What it says stands on the screen as well.
    }
  };
}

function strike(context: AudioContext, { at, pitch }: Note): void {
  const start = context.currentTime + at;
  const tone = context.createOscillator();
  const strength = context.createGain();
  tone.frequency.value = pitch;
  strength.gain.setValueAtTime(SILENCE, start);
  strength.gain.exponentialRampToValueAtTime(LOUDNESS, start + ATTACK);
  strength.gain.exponentialRampToValueAtTime(SILENCE, start + RING);
  tone.connect(strength).connect(context.destination);
  tone.start(start);
  tone.stop(start + RING);
}
