/** A scale from zero to a round number over the largest value, in at most five steps. */
export function axisOf(largest: number): { readonly top: number; readonly steps: readonly number[] } {
  const size = stepFor(Math.max(largest, 1));
  const count = Math.max(1, Math.ceil(largest / size));
  return { top: count * size, steps: Array.from({ length: count + 1 }, (_, n) => n * size) };
}

function stepFor(largest: number): number {
  for (let power = 1; ; power *= 10) {
    for (const factor of [1, 2, 5]) {
      if ((factor * power * 10) / 2 >= largest) return factor * power;
    }
  }
}
