/** Looks at everything a finger can hit (UX requirements 2 to 5, 36, 38). Runs in the page, so it stands on its own. */

export interface TargetRules {
  readonly mm: number;
  readonly manyTiles: boolean;
}

export function targetDefects({ mm, manyTiles }: TargetRules): string[] {
  const bad: string[] = [];
  const selector =
    'button,a[href],input,select,textarea,[role=button],[role=link],[role=tab],[role=option],[tabindex="0"]';
  const targets = [...document.querySelectorAll<HTMLElement>(selector)]
    .filter((element) => element.checkVisibility())
    .map((element) => ({
      element,
      // The whole glass of the rest screen is one target: it has no content of its own and nothing to miss.
      wholeGlass: element.matches('.wake-all'),
      name: (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40),
      box: element.getBoundingClientRect(),
    }));
  const distance = (a: DOMRect, b: DOMRect): number =>
    Math.hypot(
      Math.max(0, Math.max(a.left, b.left) - Math.min(a.right, b.right)),
      Math.max(0, Math.max(a.top, b.top) - Math.min(a.bottom, b.bottom)),
    );

  for (const { element, name, box } of targets) {
    const least = Math.min(box.width, box.height);
    if (least < 96 || least / mm < 16 - 0.01) bad.push(`small: "${name}" ${least.toFixed(0)} px`);
    if ('primary' in element.dataset) {
      if (box.height < 120 || box.height / mm < 20 - 0.01)
        bad.push(`low primary: "${name}" ${box.height.toFixed(0)} px`);
      if (box.width / mm < 36 - 0.01) bad.push(`narrow primary: "${name}" ${(box.width / mm).toFixed(1)} mm`);
    }
    const edge = Math.min(box.left, box.top, innerWidth - box.right, innerHeight - box.bottom);
    if (edge < 24 - 0.5) bad.push(`edge: "${name}" ${edge.toFixed(0)} px`);
  }

  for (const [i, a] of targets.entries()) {
    for (const b of targets.slice(i + 1)) {
      const gap = distance(a.box, b.box);
      const together = a.element.parentElement === b.element.parentElement;
      const opposites = together && a.element.matches('.stop') !== b.element.matches('.stop');
      const least = opposites ? 48 : 24;
      if (gap < least - 0.5) bad.push(`gap: ${gap.toFixed(0)} px, not ${least}: "${a.name}" and "${b.name}"`);
    }
  }

  for (const { element, name, wholeGlass } of targets) {
    if (wholeGlass) continue;
    const said = (element.innerText ?? '').trim();
    if (said === '') bad.push(`no words: "${name}"`);
    // A door shows its number plate, a language its own name in a speech bubble, a day its leaf, the team a face.
    const signs = [...element.querySelectorAll('svg,.plate,.bubble,.number,.avatar')].filter((each) =>
      each.checkVisibility(),
    );
    const sizes = signs.map((sign) => {
      const { width, height } = sign.getBoundingClientRect();
      return sign.matches('svg') ? Math.min(width, height) : Math.max(width, height);
    });
    const largest = Math.max(0, ...sizes);
    if (largest / mm < 9 - 0.06) bad.push(`sign: "${name}" ${(largest / mm).toFixed(1)} mm`);
  }

  const count = (what: string) => [...document.querySelectorAll(what)].filter((each) => each.checkVisibility()).length;
  const limits: readonly (readonly [string, number, number])[] = [
    ['rows', count('main .row'), 3],
    ['places in the bar', count('.bar .tab, .bar .key'), 5],
    ['tools', count('.tools > *'), 4],
    ['floors', count('.tile.floor'), 12],
    ['doors', count('.tile.door'), 16],
    ['tiles', count('.tile:not(.floor):not(.door):not(.code-picture)'), 6],
    // Three in order out of nine (UX requirement 39).
    ['pictures of a code', count('.tile.code-picture'), 9],
    ['targets', manyTiles ? targets.length - count('.tile') : targets.length, 15],
  ];
  for (const [what, have, most] of limits) if (have > most) bad.push(`count: ${have} ${what}, at most ${most}`);
  return bad;
}
