// A long name may break between syllables, and nowhere else.
import { describe, expect, test } from 'vitest';
import { syllables } from '../../src/client/ui/Name.tsx';

describe('a long Dutch word', () => {
  test.each([
    ['Vrijwilligersbijeenkomst', 'Vrij-wil-ligers-bijeen-komst'],
    ['buurtmaaltijden', 'buurt-maal-tijden'],
    ['Spelletjesmiddag', 'Spel-letjes-middag'],
    ['Ontmoetingsruimte', 'Ontmoetings-ruimte'],
    ['Bloemschikken', 'Bloem-schikken'],
    ['Rollatorspreekuur', 'Rollator-spreekuur'],
    ['Handwerkclub', 'Hand-werk-club'],
  ])('%s breaks as %s', (word, broken) => {
    expect(syllables(word).join('-')).toBe(broken);
  });

  test('keeps at least four letters on either side of every hyphen', () => {
    const [first = '', ...rest] = syllables('Ontmoetingsruimte');
    expect(first.length).toBeGreaterThanOrEqual(4);
    expect(rest.join('').length).toBeGreaterThanOrEqual(4);
  });

  test('loses no letter', () => {
    expect(syllables('Bewonersvergadering').join('')).toBe('Bewonersvergadering');
  });
});
