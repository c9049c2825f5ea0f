/** Short facts in a row with a dot between them; a dot never stands at the end of a line, nor at the start of one. */
import type { ComponentChildren } from 'preact';

const DOT = ' · ';

/** The facts of a line that is one string. */
export const partsOf = (line: string): readonly string[] => line.split(DOT);

export function Parted({ parts }: { readonly parts: readonly ComponentChildren[] }) {
  return (
    <span class="s-parted">
      <span>
        {parts.map((part, nth) => (
          <span key={nth}>
            {nth === 0 ? null : <i>{DOT}</i>}
            {part}
          </span>
        ))}
      </span>
    </span>
  );
}
