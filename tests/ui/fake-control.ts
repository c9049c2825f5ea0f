// A control without a browser: listens, remembers whether it looks pressed, and lies at a known place.
export class FakeControl extends EventTarget {
  readonly box = { left: 100, top: 100, right: 300, bottom: 220 };
  pressed = false;

  toggleAttribute(_name: string, on: boolean): boolean {
    this.pressed = on;
    return on;
  }

  getBoundingClientRect() {
    return this.box;
  }

  setPointerCapture(): void {}
}

export interface Touch {
  readonly x?: number;
  readonly y?: number;
  readonly at?: number;
  readonly pointerId?: number;
  readonly isPrimary?: boolean;
  readonly button?: number;
  readonly detail?: number;
}

/** Sends an event to the control and returns it, so that a test can see whether it was prevented. */
export function touch(control: FakeControl, type: string, how: Touch = {}): Event {
  const { x = 200, y = 160, at = 0, pointerId = 1, isPrimary = true, button = 0, detail = 1 } = how;
  const event = new Event(type, { cancelable: true });
  const fields = { clientX: x, clientY: y, pointerId, isPrimary, button, detail, timeStamp: at };
  for (const [name, value] of Object.entries(fields)) Object.defineProperty(event, name, { value });
  control.dispatchEvent(event);
  return event;
}
