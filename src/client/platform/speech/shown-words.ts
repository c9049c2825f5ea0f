/**
 * The words on the screen in the order somebody reads them, each with the language it is written in. Taken from what is
 * drawn, so that no screen says its words a second time. Refuses the tools of the header, drawings, what is hidden, and
 * what a screen asks not to be said (`data-unsaid`): names of others.
 */
import type { Words } from './engine.ts';

/** A part of the screen that is pointed at while it is read. */
export interface Passage {
  /** Full sentences. */
  readonly sentences: readonly Words[];
  /** False when it is no longer on the screen. */
  readonly point: () => boolean;
  readonly release: () => void;
}

/** What is read as one: a row with what can be done in it, a fact, a control, the bar. */
const PASSAGE = '.row, .title, .sub, .fact, .remark, button, nav, p, h2, li';
const UNSAID = '.tools, svg, [aria-hidden="true"], [data-unsaid]';
const POINTED = 'data-reading';

export function shownPassages(page: Document): readonly Passage[] {
  const screens = [...page.querySelectorAll<HTMLElement>('[data-screen]')].filter((each) => each.checkVisibility());
  const screen = screens.at(-1);
  if (screen === undefined) return [];
  const found = new Map<HTMLElement, Text[]>();
  for (const text of textsIn(screen)) {
    const passage = passageOf(text, screen);
    found.set(passage, [...(found.get(passage) ?? []), text]);
  }
  return [...found].flatMap(([element, texts]) => {
    const sentences = named(element, sentencesOf(texts));
    return sentences.length === 0 ? [] : [passageFor(element, sentences)];
  });
}

function textsIn(screen: HTMLElement): readonly Text[] {
  const page = screen.ownerDocument;
  const walker = page.createTreeWalker(screen, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) => {
    if (!(node instanceof Element)) return NodeFilter.FILTER_ACCEPT;
    const isSaid = !node.matches(UNSAID) && node.checkVisibility({ visibilityProperty: true });
    return isSaid ? NodeFilter.FILTER_SKIP : NodeFilter.FILTER_REJECT;
  });
  const texts: Text[] = [];
  while (walker.nextNode()) {
    const { currentNode } = walker;
    if (currentNode instanceof Text) texts.push(currentNode);
  }
  return texts;
}

/** A number on a control says nothing to who cannot see the drawing beside it: then its whole name is said. */
function named(control: HTMLElement, sentences: readonly Words[]): readonly Words[] {
  const name = control.getAttribute('aria-label');
  const [first] = sentences;
  if (name === null || first === undefined || control.matches('nav')) return sentences;
  return sentences.some(({ text }) => /\p{L}/u.test(text)) ? sentences : [{ text: `${name}.`, lang: first.lang }];
}

/** The outermost of what is read as one, else the box the words stand in. */
function passageOf(text: Text, screen: HTMLElement): HTMLElement {
  let outermost: HTMLElement | null = null;
  for (let each = text.parentElement; each !== null && each !== screen; each = each.parentElement) {
    if (each.matches(PASSAGE)) outermost = each;
  }
  return outermost ?? boxOf(text) ?? screen;
}

/** What stands apart on the glass: everything but a piece of a line. */
function boxOf(text: Text): HTMLElement | null {
  let each = text.parentElement;
  while (each !== null && getComputedStyle(each).display === 'inline') each = each.parentElement;
  return each;
}

interface Run {
  text: string;
  readonly lang: string;
  readonly box: HTMLElement | null;
  readonly control: Element | null;
}

function sentencesOf(texts: readonly Text[]): readonly Words[] {
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

/** In the bar one sentence names all places. */
const controlOf = (text: Text): Element | null =>
  text.parentElement?.closest('nav') ?? text.parentElement?.closest('button') ?? null;

/** Without what only guides the eye: soft hyphens and the marks around a name. */
const plain = (text: string): string => text.replace(/[\u00ad\u200b\u2066-\u2069]/gu, '').replace(/\s+/gu, ' ');

/** A dot between two facts is a comma to the ear. */
const spoken = (text: string): string =>
  text
    .replace(/\s*·\s*/gu, ', ')
    .replace(/^[\s,]+|[\s,]+$/gu, '')
    .replace(/\s+/gu, ' ');

function passageFor(element: HTMLElement, sentences: readonly Words[]): Passage {
  return {
    sentences,
    point() {
      const isThere = element.isConnected && element.checkVisibility();
      if (isThere) element.setAttribute(POINTED, '');
      return isThere;
    },
    release: () => element.removeAttribute(POINTED),
  };
}
