// What is read aloud comes in pieces of one breath, and nothing of it is lost (UX requirement 50).
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_WORDS, spokenChunks } from '../../src/client/app/spoken-chunks.ts';

const word = fc.stringMatching(/^[a-zğşıçöü]{1,40}[.,!?;:]?$/u);
const arabic = fc.constantFrom('صباح', 'الجمعة،', 'سأشارك', 'لماذا؟', '14:30');
const text = fc.array(fc.oneof(word, arabic), { minLength: 1, maxLength: 80 }).map((words) => words.join(' '));
const SENTENCE_END = /[.!?؟]$/u;

describe('a law', () => {
  test('every word is said once, in order', () => {
    fc.assert(fc.property(text, (said) => void expect(spokenChunks(said).join(' ')).toBe(said)));
  });

  test('no piece has more than twelve words, or more letters than a slow voice says in 14 seconds', () => {
    fc.assert(
      fc.property(text, (said) => {
        for (const piece of spokenChunks(said)) {
          const words = piece.split(' ');
          expect(words.length).toBeLessThanOrEqual(MOST_WORDS);
          if (words.length > 1) expect(piece.length).toBeLessThanOrEqual(150);
        }
      }),
    );
  });

  test('a piece never goes on into the next sentence', () => {
    fc.assert(
      fc.property(text, (said) => {
        for (const piece of spokenChunks(said)) {
          for (const each of piece.split(' ').slice(0, -1)) expect(each).not.toMatch(SENTENCE_END);
        }
      }),
    );
  });
});

test('a sentence of twelve words stays whole', () => {
  const sentence = 'Straks, 15:00, Koffie en taart, tot 16:00, Huiskamer, 12 mensen doen mee.';
  expect(spokenChunks(sentence)).toEqual([sentence]);
});

test('a longer one is cut at a comma, and without a comma in the middle', () => {
  expect(spokenChunks('U gaat naar de eetkamer op de begane grond, en daar wacht onze vrijwilliger op u.')).toEqual([
    'U gaat naar de eetkamer op de begane grond,',
    'en daar wacht onze vrijwilliger op u.',
  ]);
  expect(spokenChunks('een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien')).toEqual([
    'een twee drie vier vijf zes zeven',
    'acht negen tien elf twaalf dertien',
  ]);
});

test('nothing is no piece', () => {
  expect(spokenChunks('  ')).toEqual([]);
});
