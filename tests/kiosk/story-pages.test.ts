// A long story becomes pages, never smaller letters and never a scroll bar.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { storyPages } from '../../src/client/kiosk/story-pages.ts';

test('a short story is one page', () => {
  expect(storyPages('Soep en brood. Meld u aan voor half 10.', 100)).toEqual([
    'Soep en brood. Meld u aan voor half 10.',
  ]);
});

test('a long one is cut at the ends of its sentences', () => {
  expect(storyPages('Eerst soep. Dan brood. Dan koffie.', 22)).toEqual(['Eerst soep. Dan brood.', 'Dan koffie.']);
});

test('no story is no page', () => {
  expect(storyPages('', 100)).toEqual([]);
});

test('no page is longer than asked, and no letter is lost', () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[a-z.!?]{1,30}$/), { maxLength: 30 }),
      fc.integer({ min: 5, max: 60 }),
      (words, longest) => {
        const story = words.join(' ');
        const pages = storyPages(story, longest);
        for (const page of pages) expect(page.length).toBeLessThanOrEqual(longest);
        expect(pages.join('').replaceAll(' ', '')).toBe(story.replaceAll(' ', ''));
      },
    ),
  );
});
