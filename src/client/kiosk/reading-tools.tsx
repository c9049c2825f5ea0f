/** "Lees voor" in its place among the tools of the header, and the volume while it reads. */
import type { Reading } from '../app/reading.ts';
import type { ToolProps } from '../ui/Header.tsx';
import { laterPictograms } from '../ui/pictograms/later-pictograms.ts';
import { Drawing } from '../ui/pictograms/Pictogram.tsx';
import type { App } from './app-context.ts';

/** UX requirement 36. */
const MOST_TOOLS = 4;
/** On the drawing of a tool of reading, by which a touch on it is known from one elsewhere. */
export const OWN_TOOL = 'aloud';

/**
 * After the tools of the screen itself and before Groter and Taal. Where these are too many one that yields gives way,
 * else Taal; and while it reads the last of them does, to the volume. Alone it is the one that stops.
 */
export function toolsWithReading(app: App, reading: Reading) {
  return (first: readonly ToolProps[], always: readonly ToolProps[]): readonly ToolProps[] => {
    if (!reading.isOffered.value) return [...first, ...always];
    const { t } = app.i18n;
    const reads = reading.isReading.value;
    const read: ToolProps = {
      picture: sign(reads ? 'silence' : 'read-aloud'),
      label: t(reads ? 'aloud:stop' : 'aloud:read'),
      onTap: reading.toggle,
    };
    const all = [...first, read, ...always];
    const tools = all.filter(({ yields }) => yields !== true || all.length <= MOST_TOOLS).slice(0, MOST_TOOLS);
    return reads && tools.length > 1 ? [...tools.slice(0, -1), volumeTool(app, reading)] : tools;
  };
}

function volumeTool(app: App, { isLoudest, louder }: Reading): ToolProps {
  const name = isLoudest.value ? 'softer' : 'louder';
  return { picture: sign(name), label: app.i18n.t(`aloud:${name}`), onTap: louder };
}

/** Sound goes the way the words go: mirrored from right to left (README of the pictures). */
function sign(name: 'read-aloud' | 'silence' | 'louder' | 'softer') {
  const way = name === 'silence' ? '' : ' flip';
  return <Drawing key={name} shapes={laterPictograms[name]} class={`${OWN_TOOL}${way}`} />;
}
