// The three ways to be heard: recorded clips, the voice of Fully Kiosk, the voices of the browser (UX 50, 51).
import { describe, expect, test, vi } from 'vitest';
import { bestVoice, createBrowserVoices, rateOf } from '../../../src/client/platform/speech/browser-voices.ts';
import { clipList, createClips } from '../../../src/client/platform/speech/clips.ts';
import { createFullyVoice } from '../../../src/client/platform/speech/fully-voice.ts';
import { timeToSay } from '../../../src/client/platform/speech/pace.ts';

/** Time that goes on only when it is told to. */
function fakeTimers() {
  let now = 0;
  const waiting = new Map<object, { readonly at: number; readonly call: () => void }>();
  return {
    after(milliseconds: number, call: () => void) {
      const key = {};
      waiting.set(key, { at: now + milliseconds, call });
      return () => void waiting.delete(key);
    },
    pass(milliseconds: number) {
      now += milliseconds;
      for (const [key, { at, call }] of waiting) {
        if (at > now) continue;
        waiting.delete(key);
        call();
      }
    },
    waiting: () => waiting.size,
  };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const voiceIn = (lang: string, { localService = true, name = lang } = {}) =>
  ({ lang, localService, name, default: false, voiceURI: name }) satisfies SpeechSynthesisVoice;

class FakeUtterance extends EventTarget {
  voice: SpeechSynthesisVoice | null = null;
  lang = '';
  rate = 0;
  volume = 0;
  readonly text: string;
  constructor(text: string) {
    super();
    this.text = text;
  }
}

function fakeBrowser(voices: SpeechSynthesisVoice[]) {
  const spoken: FakeUtterance[] = [];
  const synthesis = Object.assign(new EventTarget(), {
    getVoices: () => voices,
    speak: (utterance: FakeUtterance) => void spoken.push(utterance),
    cancel: vi.fn(),
  });
  const timers = fakeTimers();
  const engine = createBrowserVoices({
    synthesis: synthesis as unknown as SpeechSynthesis,
    newUtterance: (text) => new FakeUtterance(text) as unknown as SpeechSynthesisUtterance,
    timers,
  });
  synthesis.cancel.mockClear();
  return { engine, spoken, synthesis, timers };
}

const open = () => new AbortController();
const words = { text: 'Goedemorgen allemaal.', lang: 'nl' };

describe('the voices of a browser', () => {
  test('one that needs the network is never chosen', () => {
    expect(bestVoice([voiceIn('nl-NL', { localService: false })], 'nl')).toBeNull();
    const local = voiceIn('nl-BE');
    expect(bestVoice([voiceIn('nl-NL', { localService: false }), local], 'nl')).toBe(local);
  });

  test.each([
    ['ar', ['ar-EG'], 'ar-EG'],
    ['pt-PT', ['pt-BR', 'pt_PT'], 'pt_PT'],
    ['pt-PT', ['pt-BR'], 'pt-BR'],
    ['en', ['en-US', 'en-GB'], 'en-GB'],
    ['nl', ['nl-BE', 'nl_NL'], 'nl_NL'],
    ['tr', ['trv-TW', 'tr-TR'], 'tr-TR'],
  ])('for %s of %j it is %s', (lang, there, best) => {
    expect(
      bestVoice(
        there.map((each) => voiceIn(each)),
        lang,
      )?.lang,
    ).toBe(best);
  });

  test('nothing near is no voice', () => {
    expect(bestVoice([voiceIn('nl-NL'), voiceIn('papx')], 'pap')).toBeNull();
  });

  test('every rate is between 0.9 and 1', () => {
    for (const name of ['eSpeak Dutch', 'nl-nl-x-lfc-local', 'Google Nederlands', 'Xander']) {
      expect(rateOf({ name })).toBeGreaterThanOrEqual(0.9);
      expect(rateOf({ name })).toBeLessThanOrEqual(1);
    }
  });

  test('it is said with voice, volume and rate, until the voice says it has ended', async () => {
    const { engine, spoken, timers } = fakeBrowser([voiceIn('nl-NL')]);
    const said = engine.say(words, { volume: 0.5, signal: open().signal });
    expect(spoken).toMatchObject([{ text: words.text, lang: 'nl-NL', volume: 0.5, rate: 1 }]);
    spoken[0]?.dispatchEvent(new Event('end'));
    expect(await said).toBe(true);
    expect(timers.waiting()).toBe(0);
  });

  test('a voice that never ends is not waited for, and is stopped before 14 seconds', async () => {
    const { engine, synthesis, timers } = fakeBrowser([voiceIn('nl-NL')]);
    const heard = vi.fn();
    const long = 'woordenboekuitgeverij '.repeat(12).trim();
    void engine.say({ text: long, lang: 'nl' }, { volume: 1, signal: open().signal }).then(heard);
    await settled();
    expect(heard).not.toHaveBeenCalled();
    timers.pass(14_000);
    await settled();
    expect(heard).toHaveBeenCalledWith(true);
    expect(synthesis.cancel).toHaveBeenCalledTimes(1);
  });

  test('a voice that fails says so, and another engine may try', async () => {
    const { engine, spoken } = fakeBrowser([voiceIn('nl-NL')]);
    const said = engine.say(words, { volume: 1, signal: open().signal });
    spoken[0]?.dispatchEvent(new Event('error'));
    expect(await said).toBe(false);
  });

  test('silenced, it is silent at once and leaves nothing behind', async () => {
    const { engine, synthesis, timers } = fakeBrowser([voiceIn('nl-NL')]);
    const stop = open();
    const said = engine.say(words, { volume: 1, signal: stop.signal });
    stop.abort();
    expect(await said).toBe(true);
    expect(synthesis.cancel).toHaveBeenCalledTimes(1);
    expect(timers.waiting()).toBe(0);
  });

  test('voices that come later are told of, also where the browser does not tell', () => {
    const voices: SpeechSynthesisVoice[] = [];
    const { engine, synthesis, timers } = fakeBrowser(voices);
    const changed = vi.fn();
    engine.whenChanged(changed);
    expect(engine.speaks('nl')).toBe(false);
    voices.push(voiceIn('nl-NL'));
    synthesis.dispatchEvent(new Event('voiceschanged'));
    expect(changed).toHaveBeenCalledTimes(1);
    timers.pass(2_000);
    expect(changed).toHaveBeenCalledTimes(2);
    expect(engine.speaks('nl')).toBe(true);
  });
});

describe('the voice of Fully Kiosk', () => {
  test('is not there in another browser', () => {
    expect(createFullyVoice(undefined, fakeTimers())).toBeNull();
    expect(createFullyVoice({}, fakeTimers())).toBeNull();
  });

  test('says it in the language of the words and has ended when so many words take so long', async () => {
    const timers = fakeTimers();
    const fully = { textToSpeech: vi.fn(), stopTextToSpeech: vi.fn() };
    const engine = createFullyVoice(fully, timers);
    const heard = vi.fn();
    void engine?.say(words, { volume: 1, signal: open().signal }).then(heard);
    expect(fully.textToSpeech).toHaveBeenCalledWith(words.text, 'nl_NL');
    timers.pass(timeToSay(words.text));
    await settled();
    expect(heard).not.toHaveBeenCalled();
    timers.pass(1_000);
    await settled();
    expect(heard).toHaveBeenCalledWith(true);
    expect(fully.stopTextToSpeech).not.toHaveBeenCalled();
  });

  test('sounds as loud as was chosen, and leaves the tablet as loud as it was', async () => {
    const timers = fakeTimers();
    const levels: number[] = [];
    const fully = {
      textToSpeech: () => undefined,
      getAudioVolume: () => 60,
      setAudioVolume: (level: number, stream: number) => void levels.push(level, stream),
    };
    const said = createFullyVoice(fully, timers)?.say(words, { volume: 0.75, signal: open().signal });
    expect(levels).toEqual([75, 3]);
    timers.pass(10_000);
    await said;
    expect(levels).toEqual([75, 3, 60, 3]);
  });

  test('is stopped when it is silenced', async () => {
    const fully = { textToSpeech: vi.fn(), stopTextToSpeech: vi.fn() };
    const stop = open();
    const said = createFullyVoice(fully, fakeTimers())?.say(words, { volume: 1, signal: stop.signal });
    stop.abort();
    expect(await said).toBe(true);
    expect(fully.stopTextToSpeech).toHaveBeenCalledTimes(1);
  });

  test('speaks no Papiamentu, and lets another engine try when Android throws', async () => {
    const engine = createFullyVoice(
      {
        textToSpeech: () => {
          throw new Error('no engine');
        },
      },
      fakeTimers(),
    );
    expect(engine?.canSay({ text: 'Bon dia', lang: 'pap' })).toBe(false);
    expect(await engine?.say(words, { volume: 1, signal: open().signal })).toBe(false);
  });

  test('150 words take a minute', () => {
    expect(timeToSay('woord '.repeat(150).trim())).toBe(60_000);
  });
});

describe('recorded clips', () => {
  class FakeAudio extends EventTarget {
    volume = 0;
    readonly address: string;
    readonly play = vi.fn(() => Promise.resolve());
    readonly pause = vi.fn();
    readonly removeAttribute = vi.fn();
    constructor(address: string) {
      super();
      this.address = address;
    }
  }

  async function clipsWith(...lists: readonly unknown[]) {
    const timers = fakeTimers();
    const played: FakeAudio[] = [];
    const rest = [...lists];
    const engine = createClips({
      fetchList: () => (rest.length === 0 ? Promise.reject(new Error('away')) : Promise.resolve(rest.shift())),
      newAudio: (address) => {
        const audio = new FakeAudio(address);
        played.push(audio);
        return audio as unknown as HTMLAudioElement;
      },
      timers,
    });
    await settled();
    return { engine, played, rest, timers };
  }
  const list = { pap: { 'Ik doe mee': 'mee.mp3' } };

  test('what was recorded is played from the folder of its language, whatever its capitals and full stop', async () => {
    const { engine, played } = await clipsWith(list);
    const clip = { text: 'Ik doe mee.', lang: 'pap' };
    expect([engine.speaks('pap'), engine.speaks('nl'), engine.canSay(clip)]).toEqual([true, false, true]);
    const said = engine.say(clip, { volume: 0.75, signal: open().signal });
    expect(played).toMatchObject([{ address: '/clips/pap/mee.mp3', volume: 0.75 }]);
    played[0]?.dispatchEvent(new Event('ended'));
    expect(await said).toBe(true);
    expect(played[0]?.removeAttribute).toHaveBeenCalledWith('src');
  });

  test('anything else is left to the next engine, and so is a file that does not play', async () => {
    const { engine, played } = await clipsWith(list);
    expect(engine.canSay({ text: 'Ik doe niet mee', lang: 'pap' })).toBe(false);
    expect(engine.canSay({ text: 'Ik doe mee', lang: 'nl' })).toBe(false);
    const said = engine.say({ text: 'Ik doe mee', lang: 'pap' }, { volume: 1, signal: open().signal });
    played[0]?.dispatchEvent(new Event('error'));
    expect(await said).toBe(false);
  });

  test('it stops at once when it is silenced', async () => {
    const { engine, played, timers } = await clipsWith(list);
    const stop = open();
    const said = engine.say({ text: 'Ik doe mee', lang: 'pap' }, { volume: 1, signal: stop.signal });
    stop.abort();
    expect(await said).toBe(true);
    expect(played[0]?.pause).toHaveBeenCalledTimes(1);
    expect(timers.waiting()).toBe(0);
  });

  test('a list that cannot be had is asked for again', async () => {
    const { engine, rest, timers } = await clipsWith();
    const changed = vi.fn();
    engine.whenChanged(changed);
    rest.push(list);
    timers.pass(60_000);
    await settled();
    expect(changed).toHaveBeenCalledTimes(1);
    expect(engine.speaks('pap')).toBe(true);
  });

  test.each([[null], ['x'], [[]], [{ pap: null }], [{ pap: { a: 3 } }], [{ pap: { a: '../../beheer' } }]])(
    'the list %j says nothing',
    (read) => {
      expect(Object.values(clipList(read)).flatMap((files) => Object.keys(files))).toEqual([]);
    },
  );
});
