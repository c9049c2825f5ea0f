/**
 * Sentences somebody of the house recorded, for languages no tablet has a voice for. Refuses to guess: only words that
 * were recorded exactly so are said.
 */
import type { Timers } from '../timers.ts';
import type { SpeechEngine, Words } from './engine.ts';
import { LONGEST_UTTERANCE } from './pace.ts';

/** By language, then by the words: the name of the file in the folder of that language. */
export type ClipList = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface ClipsDeps {
  /** Rejects when the list cannot be had now. */
  readonly fetchList: () => Promise<unknown>;
  readonly newAudio: (address: string) => HTMLAudioElement;
  readonly timers: Pick<Timers, 'after'>;
}

const FOLDER = '/clips';
/** Milliseconds */
const ASK_AGAIN = 60_000;

export function createClips({ fetchList, newAudio, timers }: ClipsDeps): SpeechEngine {
  let list: ClipList = {};
  const listeners: (() => void)[] = [];
  const fetchIt = async (): Promise<void> => {
    try {
      list = clipList(await fetchList());
      for (const listener of listeners) listener();
    } catch {
      timers.after(ASK_AGAIN, () => void fetchIt());
    }
  };
  void fetchIt();
  const fileOf = ({ lang, text }: Words): string | undefined => list[lang]?.[clipKey(text)];

  return {
    speaks: (lang) => Object.keys(list[lang] ?? {}).length > 0,
    canSay: (words) => fileOf(words) !== undefined,
    say(words, { volume, signal }) {
      const file = fileOf(words);
      if (file === undefined) return Promise.resolve(false);
      const audio = newAudio(`${FOLDER}/${words.lang}/${encodeURIComponent(file)}`);
      audio.volume = volume;
      return played(audio, signal, timers);
    },
    whenChanged: (listener) => void listeners.push(listener),
  };
}

/** What is heard, without what is only written: capitals, full stops, spaces at the ends. */
export function clipKey(text: string): string {
  return text
    .replace(/[.!?,;:…؟،]+$/u, '')
    .trim()
    .toLowerCase();
}

/** What is no list of clips says nothing, and neither does an entry that is no file of its folder. */
export function clipList(read: unknown): ClipList {
  if (!isRecord(read)) return {};
  return Object.fromEntries(
    Object.entries(read).map(([lang, files]) => [
      lang,
      Object.fromEntries(
        Object.entries(isRecord(files) ? files : {}).flatMap(([text, file]) =>
          typeof file === 'string' && /^[\w.-]+$/.test(file) ? [[clipKey(text), file] as const] : [],
        ),
      ),
    ]),
  );
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function played(audio: HTMLAudioElement, signal: AbortSignal, timers: Pick<Timers, 'after'>): Promise<boolean> {
  return new Promise((resolve) => {
    const listening = new AbortController();
    const end = (said: boolean) => {
      listening.abort();
      forget();
      audio.pause();
      // An element that keeps its file is kept in memory by some browsers.
      audio.removeAttribute('src');
      resolve(said);
    };
    const forget = timers.after(LONGEST_UTTERANCE, () => end(true));
    const options = { signal: listening.signal };
    audio.addEventListener('ended', () => end(true), options);
    audio.addEventListener('error', () => end(false), options);
    signal.addEventListener('abort', () => end(true), options);
    audio.play().catch(() => {
      if (!listening.signal.aborted) end(false);
    });
  });
}
