/**
 * The words on the screen in the order somebody reads them, each with the language it is written in. Taken from what is
 * drawn, so that no screen says its words a second time. Refuses the tools of the header, drawings, what is hidden, and
 * what a screen asks not to be said (`data-unsaid`): names of others.
 */
import type { Words } from './engine.ts';
import { boxOf, sentencesOf } from './sentences.ts';

/** A part of the screen that is pointed at while it is read. */
export interface Passage {
  /** Full sentences. */
  readonly sentences: readonly Words[];
  /** False when it is no longer on the screen. */
  readonly point: () => boolean;
  readonly release: () => void;
}

/** What is read as one: a row with what can be done in it, a fact, a control, the bar. */
const PASSAGE = '.row, .place, .fact, .remark, button, nav, p, h2, li';
const UNSAID = '.tool, svg, [aria-hidden="true"], [data-unsaid]';
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
