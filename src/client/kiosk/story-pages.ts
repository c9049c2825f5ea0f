/** Cuts a story into pages at the ends of its sentences; a sentence longer than a page is cut between words. */
export function storyPages(story: string, longest: number): readonly string[] {
  const pages: string[] = [];
  for (const piece of story.split(/(?<=[.!?])\s+/).flatMap((sentence) => cut(sentence, longest))) {
    const last = pages.at(-1);
    if (last !== undefined && last.length + 1 + piece.length <= longest) pages[pages.length - 1] = `${last} ${piece}`;
    else if (piece !== '') pages.push(piece);
  }
  return pages;
}

function cut(sentence: string, longest: number): readonly string[] {
  if (sentence.length <= longest) return [sentence];
  const space = sentence.lastIndexOf(' ', longest);
  const at = space > 0 ? space : longest;
  return [sentence.slice(0, at), ...cut(sentence.slice(at).trimStart(), longest)];
}
