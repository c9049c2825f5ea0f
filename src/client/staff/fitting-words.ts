/** Which of several ways to say something has room in a button. Refuses to cut words off or to put dots for them. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Pixels that are left free around the words. */
const AROUND = 8;

/** The first of what can be said, longest first, that fits on one line of the button; empty where none does. */
export function useFitting(said: readonly string[]) {
  const place = useRef<HTMLButtonElement>(null);
  const [fits, set] = useState(said[0] ?? '');
  const latest = said.join('\n');
  useLayoutEffect(() => {
    const button = place.current;
    const pen = document.createElement('canvas').getContext('2d');
    if (button === null || pen === null) return;
    const measure = () => {
      const { fontFamily, fontSize, fontWeight, paddingInlineEnd, paddingInlineStart } = getComputedStyle(button);
      const padding = Number.parseFloat(paddingInlineStart) + Number.parseFloat(paddingInlineEnd);
      pen.font = `${fontWeight} ${fontSize} ${fontFamily}`;
      const room = button.clientWidth - padding - AROUND;
      set(latest.split('\n').find((words) => pen.measureText(words).width <= room) ?? '');
    };
    measure();
    const size = new ResizeObserver(measure);
    size.observe(button);
    // The letters may come after the words.
    void document.fonts.ready.then(measure);
    return () => size.disconnect();
  }, [latest]);
  return { fits, place };
}
