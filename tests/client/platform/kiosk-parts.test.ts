// The small parts that touch the browser of a kiosk: what it tells of the tablet, the light, the wake lock, the gestures.
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { watchForDefects } from '../../../src/client/platform/defects.ts';
import { stayPut } from '../../../src/client/platform/gestures.ts';
import { createPanel } from '../../../src/client/platform/panel.ts';
import { heapInUse, readTabletFacts } from '../../../src/client/platform/tablet-facts.ts';
import { stayLit } from '../../../src/client/platform/wake-lock.ts';
import { heartbeatSchema } from '../../../src/domain/heartbeat.ts';
import { heartbeat } from '../../support/heartbeat.ts';
import { allDone, createManualTimers } from '../../support/manual-timers.ts';

const viewOf = (parts: object) => parts as unknown as Window;

describe('what the browser tells of a tablet', () => {
  const bare = { isSecureContext: false, innerWidth: 1280.4, innerHeight: 800, navigator: {} };

  test('is its battery, its worker and its size', async () => {
    const navigator = {
      getBattery: async () => ({ level: 0.834, charging: false }),
      serviceWorker: { controller: {} },
    };
    const facts = await readTabletFacts(viewOf({ ...bare, isSecureContext: true, navigator }));
    expect(facts).toEqual({
      battery: { percent: 83, charging: false },
      secure: true,
      worker: true,
      screen: { width: 1280, height: 800 },
    });
  });

  test('is nothing where it does not tell, and never more than the server takes', async () => {
    const refuses = { getBattery: () => Promise.reject(new Error('no')) };
    const odd = { getBattery: async () => ({ level: Number.NaN, charging: 1 }) };
    const full = { getBattery: async () => ({ level: 7, charging: true }) };
    for (const navigator of [{}, refuses, odd, full]) {
      const facts = await readTabletFacts(viewOf({ ...bare, innerWidth: 90_000, innerHeight: 0, navigator }));
      expect(facts).toMatchObject({ secure: false, worker: false });
      expect(facts.battery).toEqual(navigator === full ? { percent: 100, charging: true } : null);
      expect(v.is(heartbeatSchema, { ...heartbeat, ...facts })).toBe(true);
    }
  });

  test('is its memory in one kind of browser only', () => {
    expect(heapInUse(viewOf({ performance: { memory: { usedJSHeapSize: 12 } } }))).toBe(12);
    expect(heapInUse(viewOf({ performance: { memory: { usedJSHeapSize: 0 } } }))).toBeNull();
    expect(heapInUse(viewOf({ performance: {} }))).toBeNull();
  });
});

describe('the light behind the glass', () => {
  const panelOf = (before: number) => {
    const set: number[] = [];
    const fully = { getScreenBrightness: () => before, setScreenBrightness: (to: number) => set.push(to) };
    return { set, panel: createPanel(viewOf({ fully })) };
  };

  test('is a quarter at most while nobody is there at night, and then as it was', () => {
    const { panel, set } = panelOf(180);
    panel.light();
    panel.dim();
    panel.dim();
    panel.light();
    panel.light();
    expect(set).toEqual([64, 180]);
  });

  test('that was low stays low', () => {
    const { panel, set } = panelOf(30);
    panel.dim();
    panel.light();
    expect(set).toEqual([30, 30]);
  });

  test('is left alone by a browser that has no hand on it, or may not', () => {
    const refuses = () => {
      throw new Error('not allowed');
    };
    const views = [{}, { fully: {} }, { fully: { getScreenBrightness: () => 9, setScreenBrightness: refuses } }];
    for (const view of views) {
      const panel = createPanel(viewOf(view));
      expect(() => {
        panel.dim();
        panel.light();
      }).not.toThrow();
    }
  });
});

describe('the wake lock', () => {
  test('is asked for whenever the page comes in sight, and a no is taken', async () => {
    let asked = 0;
    const request = async () => {
      asked += 1;
      throw new Error('the battery is low');
    };
    const document = { visibilityState: 'visible' };
    const light = stayLit(viewOf({ document, navigator: { wakeLock: { request } } }));
    light();
    await allDone();
    document.visibilityState = 'hidden';
    light();
    document.visibilityState = 'visible';
    light();
    await allDone();
    expect(asked).toBe(2);
    expect(() => stayLit(viewOf({ document, navigator: {} }))()).not.toThrow();
  });
});

describe('a step back', () => {
  test('leads nowhere, and the list of steps never grows', () => {
    const steps: unknown[] = [null];
    let at = 0;
    let popped = () => {};
    const history = {
      get state() {
        return steps[at];
      },
      pushState(state: unknown) {
        steps.splice(at + 1, steps.length, state);
        at += 1;
      },
    };
    const start = () =>
      stayPut(
        viewOf({
          history,
          document: { addEventListener: () => undefined },
          addEventListener: (_type: string, listener: () => void) => {
            popped = listener;
          },
        }),
      );
    start();
    for (let n = 0; n < 10; n += 1) {
      at -= 1;
      popped();
      expect(history.state).toEqual({ kiosk: true });
    }
    start();
    expect(steps).toHaveLength(2);
  });
});

describe('a defect', () => {
  function page(kept = new Map<string, string>()) {
    const timers = createManualTimers(0);
    const listeners = new Map<string, (event: object) => void>();
    const texts: string[] = [];
    let reloads = 0;
    const place = {
      style: {} as Record<string, string>,
      set textContent(text: string) {
        texts.push(text);
      },
    };
    const view = viewOf({
      addEventListener: (type: string, listener: (event: object) => void) => listeners.set(type, listener),
      sessionStorage: {
        getItem: (key: string) => kept.get(key) ?? null,
        setItem: (key: string, to: string) => kept.set(key, to),
      },
      location: {
        reload: () => {
          reloads += 1;
        },
      },
      document: { createElement: () => place, body: { replaceChildren: () => undefined } },
    });
    const logged: unknown[] = [];
    const drawn: unknown[] = [];
    const watch = (draw: () => void = () => void drawn.push(1)) =>
      watchForDefects({ view, timers, log: (defect) => logged.push(defect), draw });
    return { timers, watch, listeners, logged, drawn, texts, reloads: () => reloads, kept };
  }

  test('right after each new start waits longer each time, and never for ever', async () => {
    const kept = new Map<string, string>();
    const waited = [];
    for (let n = 0; n < 7; n += 1) {
      const { reloads, timers, watch } = page(kept);
      watch()(new Error('again'));
      let seconds = 0;
      while (reloads() === 0 && seconds < 1_000) {
        seconds += 1;
        await timers.advance(1_000);
      }
      waited.push(seconds);
    }
    expect(waited).toEqual([2, 5, 15, 60, 300, 300, 300]);
  });

  test('after two minutes without one is a first one again', async () => {
    const kept = new Map([['huiskamer.defects', '4']]);
    const { reloads, timers, watch } = page(kept);
    const fail = watch();
    await timers.advance(120_000);
    fail(new Error('now and then'));
    await timers.advance(2_000);
    expect(reloads()).toBe(1);
  });

  test('is one calm screen and one new start, however many follow', async () => {
    const { drawn, logged, reloads, timers, watch } = page();
    const fail = watch();
    for (let n = 0; n < 5; n += 1) fail(new Error(`${n}`));
    await timers.advance(400_000);
    expect([drawn.length, logged.length, reloads()]).toEqual([1, 5, 1]);
  });

  test('that takes the drawing with it leaves a sentence', () => {
    const { texts, watch } = page();
    const fail = watch(() => {
      throw new Error('nothing can be drawn');
    });
    fail(new Error('first'));
    expect(texts).toEqual(['Eén moment. Wij maken het scherm weer klaar.']);
  });

  test('is heard from wherever it comes, and what the browser grumbles is none', async () => {
    const { listeners, logged, watch } = page();
    watch();
    listeners.get('error')?.({ error: null });
    expect(logged).toEqual([]);
    listeners.get('error')?.({ error: 'in a handler' });
    listeners.get('unhandledrejection')?.({ reason: 'in a promise' });
    expect(logged).toEqual(['in a handler', 'in a promise']);
  });
});
