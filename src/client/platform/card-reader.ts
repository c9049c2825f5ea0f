/**
 * Hears a card reader that behaves as a keyboard, whatever has the focus, and tells it from a person who types
 * (UX requirement 56). Refuses to keep, show or log what it read.
 */
import type { Timers } from './timers.ts';

/** What is needed of a keydown. `timeStamp` is when the key went down, however busy the page was since. */
export type KeyPress = Pick<
  KeyboardEvent,
  'code' | 'timeStamp' | 'repeat' | 'ctrlKey' | 'altKey' | 'metaKey' | 'preventDefault' | 'stopImmediatePropagation'
>;

export interface CardReaderDeps {
  readonly timers: Pick<Timers, 'after'>;
  readonly onCard: (raw: string) => void;
}

const LONGEST_GAP = 100;
const LONGEST_READ = 1_500;
const SILENCE = 120;
const SHORTEST_CARD = 4;

interface Reading {
  readonly text: string;
  readonly firstAt: number;
  readonly lastAt: number;
}

/** Returns the listener for `keydown` in the capture phase. */
export function createCardReader({ timers, onCard }: CardReaderDeps): (press: KeyPress) => void {
  let reading: Reading | null = null;
  let readAt = Number.NEGATIVE_INFINITY;
  let cancelSilence = () => {};

  const finish = (): boolean => {
    cancelSilence();
    const done = reading;
    reading = null;
    if (done === null || done.text.length < SHORTEST_CARD || done.lastAt - done.firstAt > LONGEST_READ) return false;
    readAt = done.lastAt;
    onCard(done.text);
    return true;
  };

  const swallow = (press: KeyPress) => {
    press.preventDefault();
    press.stopImmediatePropagation();
  };

  return (press) => {
    const { timeStamp: at } = press;
    if (press.code === 'Enter' || press.code === 'NumpadEnter') {
      const late = reading !== null && at - reading.lastAt > LONGEST_GAP;
      if (late) reading = null;
      // On a busy page the silence may be noticed before an Enter that was there in time.
      const belongsToCard = at - readAt <= SILENCE;
      if (finish() || belongsToCard) swallow(press);
      return;
    }
    const character = characterOf(press.code);
    // A reader holds Shift for capital letters: that is no character, and no end.
    if (character === null && /^(Shift|CapsLock)/.test(press.code)) return;
    cancelSilence();
    if (character === null || press.repeat || press.ctrlKey || press.altKey || press.metaKey) {
      reading = null;
      return;
    }
    const goesOn = reading !== null && at - reading.lastAt <= LONGEST_GAP;
    reading =
      reading !== null && goesOn
        ? { ...reading, text: reading.text + character, lastAt: at }
        : { text: character, firstAt: at, lastAt: at };
    cancelSilence = timers.after(SILENCE, finish);
  };
}

/** The character on this key of a US keyboard, which readers take every keyboard for; null for other keys. */
function characterOf(code: string): string | null {
  return /^(?:Digit|Numpad|Key)([0-9A-Z])$/.exec(code)?.[1] ?? null;
}
