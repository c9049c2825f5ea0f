/** Looks for what does not fit (UX requirements 11 and 16). Runs in the page, so it stands on its own. */

export function layoutDefects(): string[] {
  const bad: string[] = [];
  const root = document.documentElement;
  if (root.scrollHeight > innerHeight || root.scrollWidth > innerWidth)
    bad.push('scroll: the page is larger than the glass');

  interface Piece {
    readonly node: Node;
    readonly element: HTMLElement;
    readonly words: string;
    /** What ink covers at least; the box of a line is taller than its letters. */
    readonly ink: DOMRect;
  }
  const pieces: Piece[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = (node.textContent ?? '').trim();
    if (element === null || text === '' || !element.checkVisibility()) continue;
    const size = Number.parseFloat(getComputedStyle(element).fontSize);
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width < 1) continue;
      const middle = (box.top + box.bottom) / 2;
      const ink = new DOMRect(box.left, middle - size * 0.36, box.width, size * 0.72);
      pieces.push({ node, element, words: `"${text.slice(0, 40)}"`, ink });
    }
    for (const { 0: word, index } of (node.textContent ?? '').matchAll(/[\p{L}\p{M}\p{N}’']+/gu)) {
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const tops = [...range.getClientRects()].filter(({ width }) => width > 1).map(({ top }) => top);
      if (Math.max(...tops) - Math.min(...tops) > size * 0.6) bad.push(`broken word: "${word}"`);
    }
  }

  const scrolls = (value: string) => value === 'auto' || value === 'scroll';
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    if (!element.checkVisibility() || element instanceof SVGElement) continue;
    const style = getComputedStyle(element);
    const name = `${element.tagName.toLowerCase()}.${element.className} "${(element.textContent ?? '').trim().slice(0, 30)}"`;
    if (scrolls(style.overflowX) || scrolls(style.overflowY)) bad.push(`scroll: ${name}`);
    if (style.textOverflow === 'ellipsis' || !['none', ''].includes(style.webkitLineClamp)) bad.push(`cut: ${name}`);
  }
  for (const element of new Set(pieces.map((piece) => piece.element))) {
    const name = `${element.tagName.toLowerCase()}.${element.className} "${(element.textContent ?? '').trim().slice(0, 30)}"`;
    // What is inline has no box of its own: the paper it lies on is looked at below.
    if (element.clientWidth === 0) continue;
    if (element.scrollWidth > element.clientWidth + 1) bad.push(`wider than its box: ${name}`);
    if (element.scrollHeight > element.clientHeight * 1.15) bad.push(`higher than its box: ${name}`);
  }

  for (const { element, words, ink } of pieces) {
    const out = Math.max(-ink.left, -ink.top, ink.right - innerWidth, ink.bottom - innerHeight);
    if (out > 1) bad.push(`outside the glass: ${words} by ${out.toFixed(0)} px`);
    for (const box of papersOf(element)) {
      const { left, top, right, bottom } = box.getBoundingClientRect();
      const over = Math.max(left - ink.left, top - ink.top, ink.right - right, ink.bottom - bottom);
      if (over > 1) bad.push(`outside its ${box.className}: ${words} by ${over.toFixed(0)} px`);
    }
  }

  const overlap = (a: DOMRect, b: DOMRect): number =>
    Math.min(
      Math.min(a.right, b.right) - Math.max(a.left, b.left),
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top),
    );
  for (const [i, a] of pieces.entries()) {
    for (const b of pieces.slice(i + 1)) {
      if (a.node !== b.node && overlap(a.ink, b.ink) > 2) bad.push(`over each other: ${a.words} and ${b.words}`);
    }
  }
  const things = [...document.querySelectorAll('button, svg.pic')].filter(
    (each) => each.checkVisibility() && !each.matches('.wake-all'),
  );
  for (const thing of things) {
    const box = thing.getBoundingClientRect();
    for (const { node, words, ink } of pieces) {
      if (!thing.contains(node) && overlap(box, ink) > 2) {
        bad.push(
          `over each other: ${words} and ${thing.matches('svg') ? 'a picture' : `"${thing.textContent?.slice(0, 20)}"`}`,
        );
      }
    }
  }
  return bad;

  /** Everything around the words that looks like a piece of paper, or cuts off what sticks out. */
  function papersOf(element: HTMLElement): readonly HTMLElement[] {
    const papers: HTMLElement[] = [];
    for (let each: HTMLElement | null = element; each !== null && each !== document.body; each = each.parentElement) {
      const style = getComputedStyle(each);
      const coloured = style.backgroundColor !== 'rgba(0, 0, 0, 0)' || Number.parseFloat(style.borderTopWidth) > 0;
      if (style.display !== 'inline' && (coloured || style.overflowX !== 'visible')) papers.push(each);
    }
    return papers;
  }
}
