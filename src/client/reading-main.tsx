/**
 * Puts together what is heard: reading aloud with its voices and everything that makes it fall silent, and the two sounds.
 * Fetched after the first drawing.
 */
import { computed, effect } from '@preact/signals';
import { createReading } from './app/reading.ts';
import { soundScreens } from './app/sounds.ts';
import type { App } from './kiosk/app-context.ts';
import { OWN_TOOL, toolsWithReading } from './kiosk/reading-tools.tsx';
import { createChimes } from './platform/chimes.ts';
import { createBrowserVoices } from './platform/speech/browser-voices.ts';
import { createClips } from './platform/speech/clips.ts';
import { createVoice, type SpeechEngine } from './platform/speech/engine.ts';
import { createFullyVoice, type Fully } from './platform/speech/fully-voice.ts';
import { shownPassages } from './platform/speech/shown-words.ts';
import type { Timers } from './platform/timers.ts';

export interface ReadingPlace {
  readonly app: App;
  readonly timers: Timers;
}

export function hangReading({ app, timers }: ReadingPlace): NonNullable<App['reading']['value']> {
  const reading = createReading({
    voice: createVoice(enginesOf(timers)),
    shown: () => shownPassages(document),
    language: computed(() => app.i18n.language.value.tag),
    stillHere: app.stillHere,
  });
  effect(() => {
    // Another screen, page, size, language or card, a question over it, an alarm, nobody there any more.
    void [app.screen.value, app.card.value, app.size.value, app.i18n.language.value, app.bulletin.value?.alarm.value];
    if (app.phase.value.type === 'resting') reading.resetVolume();
    reading.stop();
  });
  const elsewhere = ({ target }: Event) => {
    const tool = target instanceof Element ? target.closest('.tool') : null;
    // After the control under the finger has heard it: the tools change places when reading ends.
    if (tool === null || tool.querySelector(`.${OWN_TOOL}`) === null) timers.after(0, reading.stop);
  };
  for (const lift of ['pointerup', 'pointercancel'])
    addEventListener(lift, elsewhere, { capture: true, passive: true });
  addEventListener('keydown', ({ key }) => key === 'Escape' && reading.stop(), { capture: true, passive: true });
  addEventListener('pagehide', reading.stop);
  soundScreens({ screen: app.screen, dark: app.dark, play: createChimes(() => new AudioContext()) });
  return toolsWithReading(app, reading);
}

/** What the house recorded says best what it means; then the tablet's own voice, then the browser's. */
function enginesOf(timers: Timers): readonly SpeechEngine[] {
  const { fully, speechSynthesis: synthesis } = globalThis as { fully?: Fully; speechSynthesis?: SpeechSynthesis };
  return [
    createClips({ fetchList, newAudio: (address) => new Audio(address), timers }),
    createFullyVoice(fully, timers),
    synthesis === undefined
      ? null
      : createBrowserVoices({ synthesis, newUtterance: (text) => new SpeechSynthesisUtterance(text), timers }),
  ].filter((engine) => engine !== null);
}

async function fetchList(): Promise<unknown> {
  const reply = await fetch('/clips/manifest.json');
  return reply.json();
}
