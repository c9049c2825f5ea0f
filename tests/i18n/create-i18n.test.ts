// The kiosk speaks Dutch at once and another language when it is chosen.
import { effect } from '@preact/signals';
import { describe, expect, test, vi } from 'vitest';
import { createI18n, loadWords } from '../../src/client/i18n/create-i18n.ts';
import { civilDate, formatDay } from '../../src/client/i18n/dates.ts';
import type { Words } from '../../src/client/i18n/keys.ts';
import { spokenLanguage } from '../../src/client/i18n/languages.ts';
import { laterWords } from '../../src/client/i18n/locales/nl/later-words.ts';

const page = () => ({ lang: '', dir: '' });

test('starts in Dutch without fetching anything', () => {
  const root = page();
  const i18n = createI18n({ root, load: () => Promise.reject(new Error('fetched')) });
  expect(i18n.t('activity:join')).toBe('Ik doe mee');
  expect(root).toEqual({ lang: 'nl', dir: 'ltr' });
});

test('a screen that speaks is drawn again when the language changes', async () => {
  const i18n = createI18n({ root: page(), load: loadWords });
  const seen: string[] = [];
  effect(() => {
    seen.push(i18n.t('common:today'));
  });
  await i18n.setLanguage('tr');
  expect(seen).toEqual(['Vandaag', 'Bugün']);
});

test('Arabic turns the page around', async () => {
  const root = page();
  const i18n = createI18n({ root, load: loadWords });
  await i18n.setLanguage('ar');
  expect(root).toEqual({ lang: 'ar', dir: 'rtl' });
  await i18n.setLanguage('nl');
  expect(root).toEqual({ lang: 'nl', dir: 'ltr' });
});

test('words that cannot be fetched leave the language as it was, and may be fetched later', async () => {
  let online = false;
  const i18n = createI18n({
    root: page(),
    load: (tag) => (online ? loadWords(tag) : Promise.reject(new Error('offline'))),
  });
  await expect(i18n.setLanguage('en')).rejects.toThrow('offline');
  expect(i18n.t('common:today')).toBe('Vandaag');
  online = true;
  await i18n.setLanguage('en');
  expect(i18n.t('common:today')).toBe('Today');
});

test('who chose last wins, also when the first choice arrives later', async () => {
  const arrivals = new Map<string, (words: Words) => void>();
  const i18n = createI18n({ root: page(), load: (tag) => new Promise((resolve) => arrivals.set(tag, resolve)) });
  const first = i18n.setLanguage('tr');
  const second = i18n.setLanguage('en');
  arrivals.get('en')?.(await loadWords('en'));
  await second;
  arrivals.get('tr')?.(await loadWords('tr'));
  await first;
  expect(i18n.t('common:today')).toBe('Today');
});

describe('a language file with a broken key', () => {
  const speaking = async (day: Readonly<Record<string, string>>) => {
    const turkish = await loadWords('tr');
    const i18n = createI18n({ root: page(), load: () => Promise.resolve({ ...turkish, ...{ common: day } }) });
    await i18n.setLanguage('tr');
    return i18n.t;
  };

  test.each([
    ['missing', {}],
    ['misspelt', { todya: 'Bugün' }],
    ['empty', { today: '' }],
  ])('that is %s says the Dutch words, never the key', async (_how, common) => {
    const t = await speaking({ done: 'Tamam', ...common });
    expect(t('common:today')).toBe('Vandaag');
    expect(t('common:done')).toBe('Tamam');
  });

  test('that lacks a plural form says the number in Dutch', async () => {
    const turkish = await loadWords('tr');
    const { people_other: _, ...activity } = turkish.activity ?? {};
    const i18n = createI18n({ root: page(), load: () => Promise.resolve({ ...turkish, activity }) });
    await i18n.setLanguage('tr');
    expect(i18n.t('activity:people', { count: 3 })).toBe('3 mensen doen mee');
  });

  test('that is no file at all leaves the language as it was', async () => {
    const i18n = createI18n({ root: page(), load: () => Promise.reject(new SyntaxError('Unexpected token')) });
    await expect(i18n.setLanguage('tr')).rejects.toThrow('Unexpected token');
    expect([i18n.language.value.tag, i18n.t('common:today')]).toEqual(['nl', 'Vandaag']);
  });
});

test('UX 46: Papiamentu counts by its own rules on a tablet that speaks Chinese and knows no Papiamentu', async () => {
  const known = Intl.PluralRules;
  const onThatTablet = class extends known {
    constructor(tag?: string, options?: Intl.PluralRulesOptions) {
      super(tag === 'pap' ? 'zh' : tag, options);
    }
  };
  vi.stubGlobal('Intl', {
    ...Object.fromEntries(Object.getOwnPropertyNames(Intl).map((name) => [name, Reflect.get(Intl, name)])),
    PluralRules: onThatTablet,
  });
  try {
    expect(new Intl.PluralRules('pap').select(1)).toBe('other');
    const activity = { people_one: 'un', people_other: 'hopi' };
    const i18n = createI18n({ root: page(), load: async () => ({ ...(await loadWords('pap')), activity }) });
    await i18n.setLanguage('pap');
    expect([1, 2].map((count) => i18n.t('activity:people', { count }))).toEqual(['un', 'hopi']);
  } finally {
    vi.unstubAllGlobals();
  }
});

test('Dutch sentences stay plain text, a name in Arabic script is kept apart', () => {
  const { learn, t } = createI18n({ root: page(), load: loadWords });
  learn(laterWords);
  expect(t('done:title', { name: 'Riet' })).toBe('Gelukt, Riet');
  expect(t('done:title', { name: 'فاطمة' })).toBe('Gelukt, \u2068فاطمة\u2069');
});

test('in Arabic every name and number keeps its own direction', async () => {
  const i18n = createI18n({ root: page(), load: loadWords });
  await i18n.setLanguage('ar');
  expect(i18n.t('activity:until', { time: '16:00' })).toBe('حتى \u206816:00\u2069');
});

test('a date inside an Arabic sentence runs the way Arabic runs, its day number the way numbers do', async () => {
  const i18n = createI18n({ root: page(), load: loadWords });
  await i18n.setLanguage('ar');
  const speech = { t: i18n.t, language: i18n.language.value };
  const day = formatDay(speech, civilDate('2026-10-17'));
  expect(day).toContain('\u206817\u2069');
  expect(i18n.t('week:from', { day })).toContain(`\u2067${day}\u2069`);
});

test('a Dutch value that holds a name in Arabic script runs the way Dutch runs', () => {
  const { learn, t } = createI18n({ root: page(), load: loadWords });
  learn(laterWords);
  const inner = t('done:title', { name: 'فاطمة' });
  expect(t('done:waitSub', { activity: inner })).toBe(`\u2066${inner}\u2069 is nu vol.`);
});

test('a value is not taken for markup', () => {
  const { learn, t } = createI18n({ root: page(), load: loadWords });
  learn(laterWords);
  expect(t('done:waitSub', { activity: 'Thee & <b>taart</b>' })).toBe('Thee & <b>taart</b> is nu vol.');
});

test.each([
  ['tr-TR', 'tr'],
  ['pt', 'pt-PT'],
  ['NL', 'nl'],
  ['ar-MA', 'ar'],
  ['kea', 'pt-PT'],
  ['kea-CV', 'pt-PT'],
  ['pl', null],
  ['zh-Hans', null],
  ['', null],
])('a resident who speaks "%s" is spoken to in %s', (wanted, spoken) => {
  expect(spokenLanguage(wanted)).toBe(spoken);
});
