/** The languages of residents by their Dutch names, as language tags (BCP 47). Refuses a tag that is no language. */
import { plain } from './table.ts';

const tags: Readonly<Record<string, string>> = {
  nederlands: 'nl',
  vlaams: 'nl',
  pt: 'pt-PT',
  portugees: 'pt-PT',
  turks: 'tr',
  arabisch: 'ar',
  marokkaans: 'ar',
  papiaments: 'pap',
  papiamentu: 'pap',
  papiamento: 'pap',
  engels: 'en',
  duits: 'de',
  frans: 'fr',
  spaans: 'es',
  italiaans: 'it',
  pools: 'pl',
  russisch: 'ru',
  oekraiens: 'uk',
  chinees: 'zh',
  mandarijn: 'zh',
  kantonees: 'yue',
  hindi: 'hi',
  sarnami: 'hns',
  hindoestaans: 'hns',
  surinaams: 'srn',
  sranan: 'srn',
  sranantongo: 'srn',
  kaapverdisch: 'kea',
  kaapverdiaans: 'kea',
  riffijns: 'rif',
  tarifit: 'rif',
  berbers: 'rif',
  somalisch: 'so',
  tigrinya: 'ti',
  farsi: 'fa',
  perzisch: 'fa',
  dari: 'fa-AF',
  koerdisch: 'ku',
  urdu: 'ur',
  bosnisch: 'bs',
  kroatisch: 'hr',
  servisch: 'sr',
  grieks: 'el',
  roemeens: 'ro',
  bulgaars: 'bg',
  hongaars: 'hu',
  vietnamees: 'vi',
  indonesisch: 'id',
  maleis: 'ms',
  hebreeuws: 'he',
  fries: 'fy',
};

/** The tag of a name or a tag, or null where it is neither. */
export function parseLanguage(text: string): string | null {
  const word = plain(text);
  if (Object.hasOwn(tags, word)) return tags[word] ?? null;
  if (!/^[a-z]{2,3}([-_][a-z]{4})?([-_]([a-z]{2}|\d{3}))?$/i.test(text.trim())) return null;
  const [tag] = Intl.getCanonicalLocales(text.trim().replaceAll('_', '-'));
  const names = new Intl.DisplayNames(['nl'], { type: 'language', fallback: 'none' });
  return tag !== undefined && names.of(tag) !== undefined ? tag : null;
}
