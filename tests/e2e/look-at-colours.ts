/** Looks at every colour as it is drawn (UX requirements 19, 20, 22, 23). Runs in the page, so it stands on its own. */

export function colourDefects(): string[] {
  const bad = new Set<string>();
  /** What a young eye and an aged lens let through, per linear channel. */
  const [young, aged] = [
    [1, 1, 1],
    [0.75, 0.62, 0.32],
  ] as const;
  type Colour = readonly number[];

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = (node.textContent ?? '').trim();
    if (element === null || text === '' || !element.checkVisibility() || !isDrawn(node)) continue;
    const ink = colourOf(getComputedStyle(element).color);
    const large = element.closest('h1, .time, .name, .clock, .digits, .story, .told') !== null;
    const words = `"${text.slice(0, 30)}"`;
    const { grounds, isPattern } = groundsUnder(element);
    if (isPattern) bad.add(`a pattern behind ${words}`);
    for (const ground of grounds) {
      atLeast(large ? 10 : 7, ratio(ink, ground, young), `words ${words}`);
      atLeast(6, ratio(ink, ground, aged), `words through an aged lens ${words}`);
    }
  }

  for (const sign of document.querySelectorAll<SVGElement>('button svg.pic, .side svg.pic, .mark svg, .seal svg')) {
    if (!sign.checkVisibility()) continue;
    const ink = colourOf(getComputedStyle(sign).color);
    for (const ground of groundsUnder(sign).grounds)
      atLeast(4.5, ratio(ink, ground, young), `a sign in ${nameOf(sign)}`);
  }

  for (const control of document.querySelectorAll<HTMLElement>('button, [aria-current]')) {
    const { borderTopColor, borderTopWidth } = getComputedStyle(control);
    if (!control.checkVisibility() || Number.parseFloat(borderTopWidth) === 0 || control.parentElement === null)
      continue;
    for (const ground of groundsUnder(control.parentElement).grounds)
      atLeast(4.5, ratio(colourOf(borderTopColor), ground, young), `the border of ${nameOf(control)}`);
  }
  return [...bad];

  function atLeast(least: number, have: number, what: string): void {
    if (have < least - 0.005) bad.add(`${what}: ${have.toFixed(2)}, not ${least}`);
  }

  /** Words for the ear alone have a box of a pixel. */
  function isDrawn(node: Node): boolean {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].some(({ width, height }) => width > 2 && height > 2);
  }

  /** What lies right under it: one colour, or those of a pattern. */
  function groundsUnder(from: Element): { readonly grounds: readonly Colour[]; readonly isPattern: boolean } {
    for (let each: Element | null = from; each !== null; each = each.parentElement) {
      const { backgroundColor, backgroundImage } = getComputedStyle(each);
      if (backgroundImage !== 'none') {
        return {
          grounds: [...backgroundImage.matchAll(/rgba?\([^)]+\)/g)].map(([found]) => colourOf(found)),
          isPattern: true,
        };
      }
      const colour = colourOf(backgroundColor);
      if (colour[3] === 1) return { grounds: [colour], isPattern: false };
      if (colour[3] !== 0) bad.add(`half transparent: ${nameOf(each)}`);
    }
    return { grounds: [[255, 255, 255, 1]], isPattern: false };
  }

  function colourOf(text: string): Colour {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
    return [red, green, blue, alpha];
  }

  function ratio(one: Colour, other: Colour, lens: readonly number[]): number {
    const [low = 0, high = 0] = [lightOf(one, lens), lightOf(other, lens)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  }

  /** WCAG 2 relative luminance, through a lens. */
  function lightOf(colour: Colour, lens: readonly number[]): number {
    const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    return [0.2126, 0.7152, 0.0722].reduce(
      (sum, weight, i) => sum + weight * (lens[i] ?? 1) * linear((colour[i] ?? 0) / 255),
      0,
    );
  }

  function nameOf(element: Element): string {
    const at = element.closest('button, .row, .tile') ?? element;
    return `${at.getAttribute('class')} "${(at.textContent ?? '').trim().slice(0, 24)}"`;
  }
}
