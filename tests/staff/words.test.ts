// The words of the staff side: every one used, every one there, short, and as DESIGN says words are.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { staffWords } from '../../src/client/i18n/locales/nl/staff-words.ts';
import { createStaffSpeech } from '../../src/client/i18n/staff-i18n.ts';
import { refusedWords } from '../../src/client/staff/refused-words.ts';

const CLIENT = join(import.meta.dirname, '../../src/client');
const PLURAL = /_(one|other)$/;
const texts = Object.entries(staffWords).flatMap(([subject, words]) =>
  Object.entries(words).map(([key, text]) => [`${subject}:${key}`, text] as const),
);
const known = [...new Set(texts.map(([key]) => key.replace(PLURAL, '')))];
const source = readdirSync(CLIENT, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !path.includes('locales'))
  .map((path) => readFileSync(join(CLIENT, path), 'utf8'))
  .join('\n');
const exact = new Set([...source.matchAll(/['`](desk[a-z]+:[A-Za-z0-9_]+)['`]/g)].map(([, key]) => key!));
const starts = [...source.matchAll(/`(desk[a-z]+:[A-Za-z0-9_]*)\$\{/g)].map(([, start]) => start!);

test('every word is used, and only words that exist are used', () => {
  expect(known.filter((key) => !exact.has(key) && !starts.some((start) => key.startsWith(start)))).toEqual([]);
  expect([...exact].filter((key) => !known.includes(key))).toEqual([]);
});

test('what the server refuses later has the sentence of its page, wherever somebody is by then', () => {
  const speech = createStaffSpeech({ lang: 'nl', dir: 'ltr' });
  const said = (reason: Parameters<typeof refusedWords>[1]) => refusedWords(speech, reason, null);
  expect(said({ type: 'roomUnknown', room: 'Zolder' })).toMatch(/^Zolder is geen ruimte van dit huis\./);
  expect(said({ type: 'announcementOver' })).toBe('Deze einddag is al voorbij. Kies een latere dag.');
  expect(said({ type: 'nameMissing' })).not.toBe(said({ type: 'noticeUnknown', noticeId: 'n' }));
});

test('what is counted has both forms', () => {
  for (const [key] of texts) {
    if (!PLURAL.test(key)) continue;
    const base = key.replace(PLURAL, '');
    expect(texts.filter(([each]) => each.replace(PLURAL, '') === base).length, base).toBe(2);
  }
});

describe('Dutch', () => {
  test('every sentence has at most 12 words', () => {
    for (const [key, text] of texts) {
      for (const sentence of text.split(/[.!?:·]+/)) {
        expect(sentence.trim().split(/\s+/).length, `${key}: ${sentence}`).toBeLessThanOrEqual(12);
      }
    }
  });

  test('says u, and says who does something', () => {
    for (const [key, text] of texts) {
      expect(text, key).not.toMatch(/\b(jij|je|jou|jouw|jullie)\b/i);
      expect(text, key).not.toMatch(/\b(wordt|worden)\b/i);
    }
  });

  test('knows no words of the program', () => {
    for (const [key, text] of texts) expect(text, key).not.toMatch(/\b(offline|status|sync|fout|record|annuleer)\b/i);
  });

  test('has no mark-up, no picture letters and nothing empty', () => {
    for (const [key, text] of texts) {
      expect(text.trim(), key).toBe(text);
      expect(text, key).not.toBe('');
      expect(text, key).not.toMatch(/[<>]|\p{Extended_Pictographic}/u);
    }
  });
});

test('a name is filled in as it is, and never read as mark-up by the words', () => {
  const { t } = createStaffSpeech({ lang: '', dir: '' });
  expect(t('deskweek:barTaken', { who: 'A & <b>B</b>' })).toBe('A & <b>B</b> onderweg');
  expect(t('deskweek:trips', { count: 1 })).toBe('1 rit');
  expect(t('deskweek:trips', { count: 2 })).toBe('2 ritten');
});
