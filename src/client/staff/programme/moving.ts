/** Moving an activity by pointer or by key, in days and quarters of an hour. Refuses to change it: that is asked first. */
import { useRef, useState } from 'preact/hooks';
import type { Item } from '../../app/staff-programme.ts';

/** Pixels an hour is high, and minutes a move snaps to. */
export const HOUR_HEIGHT = 80;
const HOUR = 60;
const STEP = 15;

export interface Moving {
  readonly onOpen: (item: Item) => void;
  /** So many days and minutes later. */
  readonly onMove: (item: Item, days: number, minutes: number) => void;
}

const arrows: Readonly<Record<string, { readonly days: number; readonly minutes: number }>> = {
  ArrowLeft: { days: -1, minutes: 0 },
  ArrowRight: { days: 1, minutes: 0 },
  ArrowUp: { days: 0, minutes: -STEP },
  ArrowDown: { days: 0, minutes: STEP },
};

/** Alt and an arrow: a day, or a quarter of an hour. */
export function moveByKey(press: KeyboardEvent, item: Item, onMove: Moving['onMove']): void {
  const by = press.altKey && !press.ctrlKey && !press.metaKey ? arrows[press.key] : undefined;
  if (by === undefined) return;
  press.preventDefault();
  onMove(item, by.days, by.minutes);
}

/** By pointer; a press that does not move stays a press. */
export function useDrag(item: Item, onMove: Moving['onMove']) {
  const [by, set] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const start = useRef<{ readonly x: number; readonly y: number; readonly width: number } | null>(null);
  const moved = useRef(false);
  const stop = () => {
    const from = start.current;
    start.current = null;
    set(null);
    return from;
  };
  return {
    moved: () => moved.current,
    style: by === null ? {} : { transform: `translate(${by.x}px, ${by.y}px)`, zIndex: 5 },
    events: {
      onPointerDown(press: PointerEvent & { readonly currentTarget: HTMLElement }) {
        moved.current = false;
        // A finger scrolls the page; the form and the keys move what it cannot drag.
        if (press.button !== 0 || press.pointerType === 'touch') return;
        const width = press.currentTarget.parentElement?.clientWidth ?? 1;
        start.current = { x: press.clientX, y: press.clientY, width };
        press.currentTarget.setPointerCapture(press.pointerId);
      },
      onPointerMove(press: PointerEvent) {
        const from = start.current;
        if (from === null) return;
        const next = { x: press.clientX - from.x, y: press.clientY - from.y };
        if (!moved.current && Math.hypot(next.x, next.y) < 6) return;
        moved.current = true;
        set(next);
      },
      onPointerUp(press: PointerEvent) {
        const from = stop();
        if (from === null || !moved.current) return;
        const days = Math.round((press.clientX - from.x) / from.width);
        const minutes = Math.round((((press.clientY - from.y) / HOUR_HEIGHT) * HOUR) / STEP) * STEP;
        if (days !== 0 || minutes !== 0) onMove(item, days, minutes);
      },
      onPointerCancel: () => void stop(),
    },
  };
}
