// Reading a screen aloud: in order, at a volume that can be chosen, silent at once when it is told (UX 50, 51).
import { signal } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import { createReading } from '../../src/client/app/reading.ts';
import { createVoice, type SpeechEngine, type Words } from '../../src/client/platform/speech/engine.ts';
import type { Passage } from '../../src/client/platform/speech/shown-words.ts';

/** Speaks the languages it is given; a piece takes until `next` is called, or until it is silenced. */
function fakeVoice(...langs: readonly string[]) {
  const known = new Set(langs);
  const said: { readonly text: string; readonly lang: string; readonly volume: number }[] = [];
  const listeners: (() => void)[] = [];
  let done = () => {};
  const voice: SpeechEngine = {
    speaks: (lang) => known.has(lang),
    canSay: ({ lang }) => known.has(lang),
    say: ({ lang, text }, { signal: silence, volume }) => {
      said.push({ text, lang, volume });
      return new Promise((resolve) => {
        done = () => resolve(true);
        silence.addEventListener('abort', done);
      });
    },
    whenChanged: (listener) => void listeners.push(listener),
  };
  return {
    voice,
    said,
    words: () => said.map(({ text }) => text),
    async next() {
      done();
      await settled();
    },
    learn(lang: string) {
      known.add(lang);
      for (const listener of listeners) listener();
    },
  };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

function fakePassage(...sentences: readonly Words[]) {
  const passage = { pointedAt: false, gone: false };
  const shown: Passage = {
    sentences,
    point: () => {
      passage.pointedAt = !passage.gone;
      return !passage.gone;
    },
    release: () => {
      passage.pointedAt = false;
    },
  };
  return Object.assign(passage, { shown });
}

const dutch = (text: string): Words => ({ text, lang: 'nl' });

function readingOf(passages: readonly { readonly shown: Passage }[], ear = fakeVoice('nl')) {
  const language = signal('nl');
  let here = 0;
  const reading = createReading({
    voice: ear.voice,
    shown: () => passages.map(({ shown }) => shown),
    language,
    stillHere: () => {
      here += 1;
    },
  });
  return { reading, ear, language, timesHere: () => here };
}

describe('reading', () => {
  test('says one piece after the other and points at the passage it is in', async () => {
    const title = fakePassage(dutch('Woensdag 14 oktober.'));
    const row = fakePassage(dutch('15:00, Koffie en taart.'), dutch('Ik doe mee.'));
    const { ear, reading } = readingOf([title, row]);
    expect(reading.isReading.value).toBe(false);
    reading.toggle();
    expect([title.pointedAt, row.pointedAt]).toEqual([true, false]);
    expect(ear.words()).toEqual(['Woensdag 14 oktober.']);
    await ear.next();
    expect([title.pointedAt, row.pointedAt]).toEqual([false, true]);
    await ear.next();
    expect(row.pointedAt).toBe(true);
    await ear.next();
    expect(ear.words()).toEqual(['Woensdag 14 oktober.', '15:00, Koffie en taart.', 'Ik doe mee.']);
    expect(reading.isReading.value).toBe(false);
    expect(row.pointedAt).toBe(false);
  });

  test('a second tap stops it, and the next begins anew', async () => {
    const row = fakePassage(dutch('Een.'), dutch('Twee.'));
    const { ear, reading } = readingOf([row]);
    reading.toggle();
    reading.toggle();
    await settled();
    expect(ear.words()).toEqual(['Een.']);
    expect([reading.isReading.value, row.pointedAt]).toEqual([false, false]);
    reading.toggle();
    expect(ear.words()).toEqual(['Een.', 'Een.']);
    expect([reading.isReading.value, row.pointedAt]).toEqual([true, true]);
  });

  test('begun again at once, it does not lose the place the second reading points at', async () => {
    const row = fakePassage(dutch('Een.'));
    const { reading } = readingOf([row]);
    reading.toggle();
    reading.stop();
    reading.toggle();
    await settled();
    expect([reading.isReading.value, row.pointedAt]).toEqual([true, true]);
  });

  test('leaves out what is no longer there and what no voice can say', async () => {
    const gone = fakePassage(dutch('Weg.'));
    gone.gone = true;
    const foreign = fakePassage({ text: 'Merhaba.', lang: 'tr' });
    const { ear, reading } = readingOf([gone, foreign, fakePassage(dutch('Er nog.'))]);
    reading.toggle();
    await settled();
    expect(ear.words()).toEqual(['Er nog.']);
    expect(foreign.pointedAt).toBe(false);
  });

  test('counts as being there with every piece, and not after the last', async () => {
    const { ear, reading, timesHere } = readingOf([fakePassage(dutch('Een.'), dutch('Twee.'))]);
    reading.toggle();
    await ear.next();
    await ear.next();
    const atEnd = timesHere();
    expect(atEnd).toBeGreaterThanOrEqual(3);
    await settled();
    expect(timesHere()).toBe(atEnd);
    reading.toggle();
    reading.stop();
    const stopped = timesHere();
    await settled();
    expect(timesHere()).toBe(stopped);
  });
});

describe('the volume', () => {
  test('has three steps, says what is being said anew, and comes round', async () => {
    const { ear, reading } = readingOf([fakePassage(dutch('Een.'), dutch('Twee.'))]);
    reading.toggle();
    const loudest: boolean[] = [];
    for (let tap = 0; tap < 3; tap += 1) {
      reading.louder();
      await settled();
      loudest.push(reading.isLoudest.value);
    }
    expect(ear.words()).toEqual(['Een.', 'Een.', 'Een.', 'Een.']);
    const [first = 0, second = 0, third = 0, fourth = 0] = ear.said.map(({ volume }) => volume);
    expect(first).toBeLessThan(second);
    expect(second).toBeLessThan(third);
    expect([third, fourth]).toEqual([1, first]);
    expect(loudest).toEqual([false, true, false]);
    await ear.next();
    expect(ear.words().at(-1)).toBe('Twee.');
  });

  test('stays for the next reading of the visit, and is the usual one after it', async () => {
    const { ear, reading } = readingOf([fakePassage(dutch('Een.'))]);
    const volumeNow = async () => {
      reading.toggle();
      reading.stop();
      await settled();
      return ear.said.at(-1)?.volume;
    };
    const usual = await volumeNow();
    reading.louder();
    const louder = await volumeNow();
    expect(louder).not.toBe(usual);
    expect(await volumeNow()).toBe(louder);
    reading.resetVolume();
    expect(await volumeNow()).toBe(usual);
  });
});

describe('the offer', () => {
  test('is there only where the language of the screen can be heard, and comes when a voice does', () => {
    const { ear, language, reading } = readingOf([]);
    expect(reading.isOffered.value).toBe(true);
    language.value = 'pap';
    expect(reading.isOffered.value).toBe(false);
    ear.learn('pap');
    expect(reading.isOffered.value).toBe(true);
  });
});

describe('a voice of several engines', () => {
  const engine = (lang: string, says: boolean) => {
    const asked: string[] = [];
    const one: SpeechEngine = {
      speaks: (each) => each === lang,
      canSay: (words) => words.lang === lang,
      say: ({ text }) => {
        asked.push(text);
        return Promise.resolve(says);
      },
      whenChanged: () => undefined,
    };
    return { one, asked };
  };
  const saying = { volume: 1, signal: new AbortController().signal };

  test('takes the first that can say it, for each piece anew', async () => {
    const [clips, tablet] = [engine('pap', true), engine('nl', true)];
    const voice = createVoice([clips.one, tablet.one]);
    expect(await voice.say({ text: 'Bon dia', lang: 'pap' }, saying)).toBe(true);
    expect(await voice.say({ text: 'Dag', lang: 'nl' }, saying)).toBe(true);
    expect([clips.asked, tablet.asked]).toEqual([['Bon dia'], ['Dag']]);
    expect(['nl', 'pap', 'tr'].map(voice.speaks)).toEqual([true, true, false]);
  });

  test('goes on to the next when one fails, and says so when all do', async () => {
    const [broken, whole] = [engine('nl', false), engine('nl', true)];
    expect(await createVoice([broken.one, whole.one]).say(dutch('Dag'), saying)).toBe(true);
    expect([broken.asked, whole.asked]).toEqual([['Dag'], ['Dag']]);
    expect(await createVoice([broken.one]).say(dutch('Dag'), saying)).toBe(false);
  });

  test('asks nobody once it was silenced', async () => {
    const { asked, one } = engine('nl', true);
    await createVoice([one]).say(dutch('Dag'), { volume: 1, signal: AbortSignal.abort() });
    expect(asked).toEqual([]);
  });
});
