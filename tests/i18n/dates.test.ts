// Days and times in words, the same in every browser (UX requirements 43 and 47).
import { describe, expect, test } from 'vitest';
import { createI18n, loadWords } from '../../src/client/i18n/create-i18n.ts';
import {
  capitalised,
  civilDate,
  clockInWords,
  clockTime,
  dayPartOf,
  formatDay,
  formatDayMonth,
  formatDayWithPart,
  formatTime,
  formatWeekdayPart,
  ordinal,
  type Speech,
  timeInWords,
} from '../../src/client/i18n/dates.ts';
import { dutchClock } from '../../src/client/i18n/dutch-clock.ts';
import { type LanguageTag, languages } from '../../src/client/i18n/languages.ts';

async function speech(tag: LanguageTag): Promise<Speech> {
  const i18n = createI18n({ root: { lang: '', dir: '' }, load: loadWords });
  await i18n.setLanguage(tag);
  return { t: i18n.t, language: i18n.language.value };
}

describe('a Dutch clock says', () => {
  test.each([
    ['14:30', 'half drie'],
    ['17:30', 'half zes'],
    ['15:00', 'drie uur'],
    ['00:00', 'twaalf uur'],
    ['12:45', 'kwart voor één'],
    ['9:15', 'kwart over negen'],
    ['10:20', 'tien voor half elf'],
    ['23:10', 'tien over elf'],
    ['11:40', 'tien over half twaalf'],
    ['23:59', 'één voor twaalf'],
    ['7:16', 'veertien voor half acht'],
  ])('%s as %s', (time, words) => {
    expect(dutchClock(clockTime(time))).toBe(words);
  });

  test('something sensible for every minute of the day', () => {
    for (let minute = 0; minute < 1440; minute += 1) {
      const words = dutchClock({ hour: Math.floor(minute / 60), minute: minute % 60 });
      expect(words).toMatch(/^(kwart|\S+) (voor|over)( half)? \S+$|^half \S+$|^\S+ uur$/);
    }
  });
});

test('a date knows its weekday, also in a leap year and far away', () => {
  expect(civilDate('2026-10-14')).toEqual({ year: 2026, month: 10, day: 14, weekday: 3 });
  expect(civilDate('2028-02-29').weekday).toBe(2);
  expect(civilDate('2026-10-25').weekday).toBe(7);
});

test('Dutch names the day as on the wall', async () => {
  const nl = await speech('nl');
  const date = civilDate('2026-10-14');
  expect(capitalised(nl, formatDay(nl, date))).toBe('Woensdag 14 oktober');
  expect(formatDayMonth(nl, date)).toBe('14 oktober');
  expect(formatWeekdayPart(nl, date, clockTime('14:30'))).toBe('woensdagmiddag');
  expect(formatDayWithPart(nl, date, clockTime('14:30'))).toBe('woensdagmiddag 14 oktober');
  expect(timeInWords(nl, clockTime('14:30'))).toBe('half drie ’s middags');
  expect(ordinal(nl, 2)).toBe('tweede');
  expect(ordinal(nl, 13)).toBe('nummer 13');
});

test('Turkish capitals have their dot', async () => {
  expect(capitalised(await speech('tr'), 'ikinci')).toBe('İkinci');
});

test('UX 47: Papiamentu has its own days where a browser would fall back to English', async () => {
  const pap = await speech('pap');
  expect(formatDay(pap, civilDate('2026-10-14'))).toBe('djárason 14 di òktober');
  expect(timeInWords(pap, clockTime('14:30'))).toBe('atardi');
});

test.each(languages)('$tag has seven days, twelve months and twelve places in line, all different', async ({ tag }) => {
  const own = await speech(tag);
  const days = [12, 13, 14, 15, 16, 17, 18].map((day) =>
    formatDay(own, civilDate(`2026-10-${day}`)).replace(/\d+/, ''),
  );
  const months = Array.from({ length: 12 }, (_, i) =>
    formatDayMonth(own, civilDate(`2026-${String(i + 1).padStart(2, '0')}-01`)),
  );
  const places = Array.from({ length: 12 }, (_, i) => ordinal(own, i + 1));
  expect([new Set(days).size, new Set(months).size, new Set(places).size]).toEqual([7, 12, 12]);
});

test.each(languages)('$tag counts to 24 in Latin digits', async ({ tag }) => {
  const own = await speech(tag);
  expect(formatTime(clockTime('14:30'))).toBe('14:30');
  expect(formatTime(clockTime('09:05'))).toBe('9:05');
  expect(formatDayMonth(own, civilDate('2026-10-14'))).toContain('14');
  expect(clockInWords(own, clockTime('14:30'))).not.toMatch(/[٠-٩]|[ap]m/i);
});

test('the day falls into four parts', () => {
  expect(
    ['05:59', '06:00', '11:59', '12:00', '17:59', '18:00', '23:59'].map((time) => dayPartOf(clockTime(time))),
  ).toEqual(['night', 'morning', 'morning', 'afternoon', 'afternoon', 'evening', 'evening']);
});
