/** Looks at all letters (UX requirements 12 to 15, and 42 for the number). Runs in the page, so it stands on its own. */

export interface TextRules {
  readonly mm: number;
  readonly letters: Readonly<Record<'any' | 'body' | 'button' | 'name' | 'title', number>>;
  /** Height of a capital as a part of the letter size, and the least such height in millimetres. */
  readonly capital: number;
  readonly least: number;
}

export function textDefects({ mm, letters, capital, least }: TextRules): string[] {
  const bad: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const roles: readonly (readonly [string, number])[] = [
    ['h1, .call .number', letters.title],
    ['.slip .name, .card .what', letters.name],
    ['.do, .tab, .key, .wake', letters.button],
    ['.story, .fact, .line, .ask p, .steps', letters.body],
  ];

  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = (node.textContent ?? '').trim();
    if (element === null || text === '' || !element.checkVisibility()) continue;
    const style = getComputedStyle(element);
    const size = Number.parseFloat(style.fontSize);
    const words = `"${text.slice(0, 30)}"`;
    const role = roles.find(([selector]) => element.closest(selector) !== null);
    const smallest = role?.[1] ?? letters.any;
    if (size < smallest - 0.01) bad.push(`letters: ${words} ${size} px, not ${smallest}${role ? ` (${role[0]})` : ''}`);
    if ((size * capital) / mm < least - 0.005)
      bad.push(`letters: ${words} capital ${((size * capital) / mm).toFixed(2)} mm`);
    const weight = Number(style.fontWeight);
    const heaviest = element.closest('.do, .tab, .key, .tool, .wake') === null ? 500 : 700;
    if (weight < heaviest) bad.push(`weight: ${words} ${weight}, not ${heaviest}`);
    if (style.fontStyle !== 'normal') bad.push(`italics: ${words}`);
    if (style.textTransform !== 'none') bad.push(`capitals: ${words}`);
    if (style.textDecorationLine !== 'none') bad.push(`underlined: ${words}`);
    if (style.textAlign === 'justify') bad.push(`justified: ${words}`);
  }

  for (const paragraph of document.querySelectorAll<HTMLElement>('.story, .ask p, p.urgent')) {
    if (!paragraph.checkVisibility()) continue;
    const style = getComputedStyle(paragraph);
    const words = `"${(paragraph.textContent ?? '').slice(0, 30)}"`;
    const height = Number.parseFloat(style.lineHeight) / Number.parseFloat(style.fontSize);
    const lines = linesOf(paragraph);
    if (lines.length > 1 && height < 1.5 - 0.01) bad.push(`paragraph: ${words} line height ${height.toFixed(2)}`);
    if (lines.length > 1 && !['start', style.direction === 'rtl' ? 'right' : 'left'].includes(style.textAlign)) {
      bad.push(`paragraph: ${words} aligned ${style.textAlign}`);
    }
    const longest = Math.max(0, ...lines.map((line) => line.length));
    if (longest > 60) bad.push(`paragraph: ${words} ${longest} letters on a line`);
  }
  return bad;

  function linesOf(paragraph: HTMLElement): readonly string[] {
    const lines = new Map<number, string>();
    const inside = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    for (let node = inside.nextNode(); node !== null; node = inside.nextNode()) {
      for (const { 0: word, index } of (node.textContent ?? '').matchAll(/\S+/g)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const { top, bottom } = range.getBoundingClientRect();
        const at = Math.round((top + bottom) / 40);
        lines.set(at, `${lines.get(at) ?? ''}${lines.has(at) ? ' ' : ''}${word}`);
      }
    }
    return [...lines.values()];
  }
}
