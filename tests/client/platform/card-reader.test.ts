import { describe, expect, test } from 'vitest';
import { createCardReader, type KeyPress } from '../../../src/client/platform/card-reader.ts';
import { createManualTimers } from '../../support/manual-timers.ts';

function createDesk() {
  const timers = createManualTimers(0);
  const cards: string[] = [];
  const hear = createCardReader({ timers, onCard: (raw) => cards.push(raw) });
  const press = (code: string, timeStamp: number, different: Partial<KeyPress> = {}): boolean => {
    let swallowed = false;
    hear({
      code,
      timeStamp,
      repeat: false,
      ctrlKey: false,
      altKey: false,
      metaKey: false,
      preventDefault() {
        swallowed = true;
      },
      stopImmediatePropagation() {},
      ...different,
    });
    return swallowed;
  };
  /** Types each character after the gap; returns the moment of the last one. */
  const type = (text: string, gap: number, from = 1_000): number => {
    [...text].forEach((character, index) => {
      press(/\d/.test(character) ? `Digit${character}` : `Key${character}`, from + index * gap);
    });
    return from + (text.length - 1) * gap;
  };
  return { cards, press, timers, type };
}

describe('a card', () => {
  test('is read to its Enter, which reaches nothing else on the page', () => {
    const { cards, press, type } = createDesk();
    const last = type('04A7B21C', 8);
    expect(press('Enter', last + 8)).toBe(true);
    expect(cards).toEqual(['04A7B21C']);
  });

  test('is read after 120 ms of silence where the reader sends no Enter', async () => {
    const { cards, timers, type } = createDesk();
    type('04A7B2', 8);
    await timers.advance(119);
    expect(cards).toEqual([]);
    await timers.advance(1);
    expect(cards).toEqual(['04A7B2']);
  });

  test('may hold capitals, for which the reader presses Shift', () => {
    const { cards, press } = createDesk();
    press('Digit1', 0);
    press('ShiftLeft', 5);
    press('KeyA', 10);
    press('Digit2', 20);
    press('Numpad3', 30);
    press('Enter', 40);
    expect(cards).toEqual(['1A23']);
  });

  test('is judged by when the keys went down, not by when a busy page heard of them', async () => {
    const { cards, press, timers, type } = createDesk();
    const last = type('0417', 8);
    await timers.advance(5_000);
    expect(press('Enter', last + 8)).toBe(true);
    expect(cards).toEqual(['0417']);
  });

  test('is followed by another one', () => {
    const { cards, press, type } = createDesk();
    press('Enter', type('1111', 8) + 8);
    press('Enter', type('2222', 8, 3_000) + 8);
    expect(cards).toEqual(['1111', '2222']);
  });

  test.each([
    ['gaps of exactly 100 ms', '0417', 100],
    ['16 characters within 1.5 s', '0123456789012345', 100],
  ])('may have %s', (_name, text, gap) => {
    const { cards, press, type } = createDesk();
    press('Enter', type(text, gap) + 1);
    expect(cards).toEqual([text]);
  });
});

describe('no card', () => {
  test.each([
    ['a person who types', '04171234', 220],
    ['gaps of 101 ms', '0417', 101],
    ['three characters', '041', 8],
    ['more than 1.5 s in all', '01234567890123456', 95],
  ])('is %s, and their Enter is left alone', async (_name, text, gap) => {
    const { cards, press, timers, type } = createDesk();
    const last = type(text, gap);
    expect(press('Enter', last + 8)).toBe(false);
    await timers.advance(1_000);
    expect(cards).toEqual([]);
  });

  test('is an Enter that comes long after the last character', () => {
    const { cards, press, type } = createDesk();
    expect(press('Enter', type('0417', 8) + 400)).toBe(false);
    expect(cards).toEqual([]);
  });

  test.each([
    ['a held key', { repeat: true }],
    ['a shortcut', { ctrlKey: true }],
  ])('holds %s', (_name, different) => {
    const { cards, press, type } = createDesk();
    const last = type('041', 8);
    press('Digit7', last + 8, different);
    press('Enter', last + 16);
    expect(cards).toEqual([]);
  });

  test('is what a movement with Tab interrupts', () => {
    const { cards, press, type } = createDesk();
    press('Tab', type('041', 8) + 8);
    press('Digit7', 1_040);
    expect(press('Enter', 1_050)).toBe(false);
    expect(cards).toEqual([]);
  });
});
