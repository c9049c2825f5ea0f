/** The order of rows on the glass: it changes only after three seconds without a touch. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Steady, settled, steadyFrom } from './steady-order.ts';

const PAUSE = 3_000;

/** `subject` is what the list is of: another one starts anew, in its own order. `touched` is to be called at every touch. */
export function useSteadyOrder(ids: readonly string[], subject: string) {
  const [steady, setSteady] = useState<Steady>(() => steadyFrom(ids));
  const of = useRef(subject);
  const touchedAt = useRef(Number.NEGATIVE_INFINITY);
  const [touches, setTouches] = useState(0);
  let shown = steady;
  if (of.current !== subject) {
    of.current = subject;
    shown = steadyFrom(ids);
    setSteady(shown);
  }
  const next = settled(shown, ids);
  const key = next === null ? '' : ids.join(' ');
  useEffect(() => {
    if (key === '') return;
    const left = touchedAt.current + PAUSE - performance.now();
    const settle = () => setSteady((before) => settled(before, ids) ?? before);
    if (left <= 0) return settle();
    const timer = setTimeout(settle, left);
    return () => clearTimeout(timer);
  }, [key, touches]);
  return {
    order: shown.order,
    touched() {
      touchedAt.current = performance.now();
      if (key !== '') setTouches((count) => count + 1);
    },
  };
}
