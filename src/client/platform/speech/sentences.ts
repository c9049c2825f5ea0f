/** Makes sentences of the pieces of text a screen is drawn with. Refuses to choose which of them are said. */
import type { Words } from './engine.ts';

interface Run {
  text: string;
  readonly lang: string;
  readonly box: HTMLElement | null;
  readonly control: Element | null;
}

/** Of pieces in the order of the screen: one sentence for what is said in one language and done with one control. */
export function sentencesOf(texts: readonly Text[]): readonly Words[] {
  const runs: Run[] = [];
  for (const text of texts) {
    const run = { text: plain(text.data), lang: langOf(text), box: boxOf(text), control: controlOf(text) };
    const last = runs.at(-1);
    const isSameLine = last !== undefined && last.box === run.box && last.lang === run.lang;
    if (isSameLine) last.text += run.text;
    else runs.push(run);
  }
  const said = runs
    .map((run) => ({ ...run, isApart: /^\s*·/u.test(run.text), text: spoken(run.text) }))
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
  const sentences: { text: string; readonly lang: string; readonly control: Element | null }[] = [];
  for (const { control, isApart, lang, text } of said) {
    const last = sentences.at(-1);
    const goesOn = last !== undefined && last.lang === lang && last.control === control;
    if (goesOn) last.text += `${isApart || isBreath(last.text, text) ? ', ' : ' '}${text}`;
    else sentences.push({ text, lang, control });
  }
  return sentences.map(({ lang, text }) => ({ lang, text: /[.!?…؟]$/u.test(text) ? text : `${text}.` }));
}

/** Between two facts; a time or a number belongs to the words before it. */
const isBreath = (before: string, after: string): boolean => !/[.!?…؟,:;]$/u.test(before) && /\p{L}/u.test(after);

const langOf = (text: Text): string => text.parentElement?.closest('[lang]')?.getAttribute('lang') ?? '';

/** In the bar one sentence names all places; a title is a sentence of its own. */
const controlOf = (text: Text): Element | null =>
  text.parentElement?.closest('nav') ?? text.parentElement?.closest('button, h1, h2') ?? null;

/** Without what only guides the eye: soft hyphens and the marks around a name. */
const plain = (text: string): string => text.replace(/[\u00ad\u200b\u2066-\u2069]/gu, '').replace(/\s+/gu, ' ');

/** A dot between two facts is a comma to the ear. */
const spoken = (text: string): string =>
  text
    .replace(/\s*·\s*/gu, ', ')
    .replace(/^[\s,]+|[\s,]+$/gu, '')
    .replace(/\s+/gu, ' ');

/** A long word that may break is a block in its line. */
const IN_LINE = /^inline(-block)?$/;

/** What stands apart on the glass: everything but a piece of a line. */
export function boxOf(text: Text): HTMLElement | null {
  let each = text.parentElement;
  while (each !== null && IN_LINE.test(getComputedStyle(each).display)) each = each.parentElement;
  return each;
}
