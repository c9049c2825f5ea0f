/** Turns what a shaking hand does on glass into one activation; knows no gesture but the tap. */
import type { TapGuard } from './tap-guard.ts';

/** A finger that lifts this far outside the control still meant the control (UX requirement 6). */
const SLOP_PX = 24;
/** Longer than this is an arm resting on the glass, not a press (UX requirement 7 asks for 5 s). */
const LONGEST_PRESS_MS = 8000;

export interface ForgivingTap {
  readonly element: HTMLElement;
  readonly guard: TapGuard;
  readonly onTap: () => void;
}

/**
 * Activates on release, inside the control or at most 24 px outside it, however far the finger wandered between.
 * Native `click` gives nothing after 15 px of drift. Keyboard, switch, screen reader and `element.click()` arrive
 * as a click without a press before it and work the same. Returns the function that takes the listeners away.
 */
export function forgivingTap({ element, guard, onTap }: ForgivingTap): () => void {
  let press: { readonly pointerId: number; readonly startedAt: number } | null = null;

  const show = (pressed: boolean) => element.toggleAttribute('data-pressed', pressed);
  const activate = (at: number) => {
    if (guard.admits(element, at)) onTap();
  };
  const end = () => {
    press = null;
    show(false);
  };

  const down = (event: PointerEvent) => {
    if (!event.isPrimary || event.button !== 0) return;
    press = { pointerId: event.pointerId, startedAt: event.timeStamp };
    capture(element, event.pointerId);
    show(true);
  };
  const move = (event: PointerEvent) => {
    if (event.pointerId === press?.pointerId) show(isNear(element, event));
  };
  const up = (event: PointerEvent) => {
    if (press === null || event.pointerId !== press.pointerId) return;
    const heldFor = event.timeStamp - press.startedAt;
    end();
    guard.lifted(event);
    if (isNear(element, event) && heldFor <= LONGEST_PRESS_MS) activate(event.timeStamp);
  };
  const cancel = (event: PointerEvent) => {
    if (event.pointerId === press?.pointerId) end();
  };
  const click = (event: MouseEvent) => {
    if (event.detail === 0 || !guard.isOfLastLift(event)) activate(event.timeStamp);
  };

  // A second landing of the tap that made this control appear may hit it.
  guard.appeared(element);
  const stop = new AbortController();
  const options = { signal: stop.signal };
  element.addEventListener('pointerdown', down, options);
  element.addEventListener('pointermove', move, options);
  element.addEventListener('pointerup', up, options);
  element.addEventListener('pointercancel', cancel, options);
  element.addEventListener('click', click, options);
  element.addEventListener('contextmenu', refuse, options);
  element.addEventListener('dragstart', refuse, options);
  return () => {
    end();
    stop.abort();
  };
}

function refuse(event: Event): void {
  event.preventDefault();
}

function capture(element: HTMLElement, pointerId: number): void {
  try {
    element.setPointerCapture(pointerId);
  } catch {
    // The finger has left already, or the press was made by a script: the release still arrives here.
  }
}

function isNear(element: HTMLElement, point: PointerEvent): boolean {
  const box = element.getBoundingClientRect();
  return (
    point.clientX >= box.left - SLOP_PX &&
    point.clientX <= box.right + SLOP_PX &&
    point.clientY >= box.top - SLOP_PX &&
    point.clientY <= box.bottom + SLOP_PX
  );
}
