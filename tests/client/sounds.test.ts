// The two sounds of the kiosk: never the only one to say it, short, soft, and not at night (UX 52 and part d).
import { signal } from '@preact/signals';
import { describe, expect, test, vi } from 'vitest';
import { soundScreens } from '../../src/client/app/sounds.ts';
import { createChimes, notes, type Sound } from '../../src/client/platform/chimes.ts';
import type { Screen } from '../../src/client/state/screens.ts';

const TODAY: Screen = { type: 'today', page: 0 };
const DONE: Screen = { type: 'done', what: 'joined', activityId: 'a', signUpId: 's', residentIds: ['r'] };
const REFUSED: Screen = { type: 'refused', reason: { type: 'notUnderstood' }, activityId: null };

function heard() {
  const [screen, dark] = [signal<Screen>(TODAY), signal(false)];
  const played: Sound[] = [];
  soundScreens({ screen, dark, play: (sound) => void played.push(sound) });
  return { screen, dark, played };
}

describe('a sound', () => {
  test('goes with the screen that says it was done, or could not be, and with no other', () => {
    const { played, screen } = heard();
    screen.value = DONE;
    screen.value = TODAY;
    screen.value = REFUSED;
    screen.value = { type: 'help' };
    expect(played).toEqual(['done', 'refused']);
  });

  test('is heard once, also when somebody comes back from the languages', () => {
    const { played, screen } = heard();
    screen.value = DONE;
    screen.value = { type: 'language', page: 0 };
    screen.value = DONE;
    expect(played).toEqual(['done']);
    screen.value = { ...DONE };
    expect(played).toEqual(['done', 'done']);
  });

  test('is not heard at night, nor later for what happened at night', () => {
    const { dark, played, screen } = heard();
    dark.value = true;
    screen.value = DONE;
    dark.value = false;
    expect(played).toEqual([]);
  });
});

describe('the chimes', () => {
  test('are between 500 and 2000 hertz; two notes up for done, one low for refused', () => {
    for (const { pitch } of Object.values(notes).flat()) {
      expect(pitch).toBeGreaterThanOrEqual(500);
      expect(pitch).toBeLessThanOrEqual(2_000);
    }
    const [first, second] = notes.done;
    expect(second?.pitch).toBeGreaterThan(first?.pitch ?? 0);
    expect(notes.refused).toHaveLength(1);
  });

  test.each(['done', 'refused'] as const)('%s is over within 300 ms', (sound) => {
    const stops: number[] = [];
    const gain = () => ({ setValueAtTime: vi.fn(), exponentialRampToValueAtTime: vi.fn() });
    const connect = (next: unknown) => next;
    const context = {
      currentTime: 10,
      destination: {},
      resume: () => Promise.resolve(),
      createGain: () => ({ gain: gain(), connect }),
      createOscillator: () => ({
        frequency: { value: 0 },
        connect,
        start: vi.fn(),
        stop: (at: number) => void stops.push(at),
      }),
    };
    createChimes(() => context as unknown as AudioContext)(sound);
    expect(stops).toHaveLength(notes[sound].length);
    expect(Math.max(...stops)).toBeLessThanOrEqual(10.3);
  });

  test('where there is no sound nothing breaks', () => {
    const play = createChimes(() => {
      throw new Error('no sound');
    });
    expect(() => play('done')).not.toThrow();
  });
});
