/**
 * What an alarm says, in Dutch and beside it in every other language: a fixed sentence brings its own translations along.
 * Refuses to write over what somebody wrote by hand in another language.
 */
import type { Announcement } from '../../domain/announcement.ts';
import { languages, sourceLanguage } from '../i18n/languages.ts';
import { type AlarmPhrase, fixedIn } from './alarm-phrases.ts';

export type AlarmSaid = Pick<Announcement, 'title' | 'text' | 'acts' | 'translations'>;
type Act = Announcement['acts'][number];
type Translation = Announcement['translations'][number];

export const otherLanguages = languages.filter(({ tag }) => tag !== sourceLanguage);

const nothing: AlarmSaid = {
  title: '',
  text: '',
  acts: [],
  translations: otherLanguages.map(({ tag }) => ({ language: tag, title: '', text: '', acts: [] })),
};

/** With every language of the house in it; null is an alarm nobody knows beforehand. */
export function saidBy(phrase: AlarmPhrase | null): AlarmSaid {
  if (phrase === null) return nothing;
  return phrase.acts.reduce((said, act) => withMore(said, act), withTitle(nothing, phrase.title));
}

/** What an alarm says that is on, with an empty place for every language nobody wrote. */
export function saidOf({ title, text, acts, translations }: Announcement): AlarmSaid {
  const known = new Map(translations.map((each) => [each.language, each]));
  const all = new Set([...otherLanguages.map(({ tag }) => tag as string), ...known.keys()]);
  const filled = [...all].map((language): Translation => {
    const found = known.get(language);
    return {
      language,
      title: found?.title ?? '',
      text: found?.text ?? '',
      acts: acts.map((_, nth) => found?.acts[nth] ?? ''),
    };
  });
  return { title, text, acts, translations: filled };
}

export const withTitle = (said: AlarmSaid, title: string): AlarmSaid => ({
  ...inEach(said, (each) => ({ ...each, title: renewed(each.title, each.language, { was: said.title, is: title }) })),
  title,
});

export const withAct = (said: AlarmSaid, nth: number, act: Act): AlarmSaid => ({
  ...inEach(said, (each) => ({
    ...each,
    acts: said.acts.map(({ words }, at) => {
      const now = each.acts[at] ?? '';
      return at === nth ? renewed(now, each.language, { was: words, is: act.words }) : now;
    }),
  })),
  acts: said.acts.map((each, at) => (at === nth ? act : each)),
});

export const withMore = (said: AlarmSaid, act: Act): AlarmSaid => ({
  ...inEach(said, (each) => ({ ...each, acts: [...each.acts, fixedIn(each.language, act.words) ?? ''] })),
  acts: [...said.acts, act],
});

export const without = (said: AlarmSaid, nth: number): AlarmSaid => ({
  ...inEach(said, (each) => ({ ...each, acts: each.acts.filter((_, at) => at !== nth) })),
  acts: said.acts.filter((_, at) => at !== nth),
});

export const withTranslation = (said: AlarmSaid, language: string, fields: Partial<Translation>): AlarmSaid =>
  inEach(said, (each) => (each.language === language ? { ...each, ...fields } : each));

/** How many sentences are still Dutch in this language. */
export function missingOf(said: AlarmSaid, { acts, text, title }: Translation): number {
  const pairs: readonly (readonly [string, string])[] = [
    [said.title, title],
    [said.text, text],
    ...said.acts.map(({ words }, nth) => [words, acts[nth] ?? ''] as const),
  ];
  return pairs.filter(([dutch, other]) => dutch.trim() !== '' && other.trim() === '').length;
}

/** What nobody translated is left out: there it is said in Dutch. */
export const sentOf = (said: AlarmSaid): AlarmSaid => ({
  ...said,
  translations: said.translations.filter(({ acts, title }) => [title, ...acts].some((words) => words.trim() !== '')),
});

const inEach = (said: AlarmSaid, change: (each: Translation) => Translation): AlarmSaid => ({
  ...said,
  translations: said.translations.map(change),
});

/** A sentence by hand stays; one that came along with the Dutch goes with it. */
function renewed(now: string, language: string, { was, is }: { readonly was: string; readonly is: string }): string {
  const byHand = now !== '' && now !== fixedIn(language, was);
  return byHand ? now : (fixedIn(language, is) ?? '');
}
