import { expect, test } from 'vitest';
import { createSteps } from '../../../src/client/platform/steps.ts';

/** A history that goes back some time after it was told to, as browsers do. */
function browser() {
  const entries: unknown[] = [null];
  let at = 0;
  let asked = 0;
  const view = new EventTarget();
  const history = {
    get state() {
      return entries[at];
    },
    pushState(state: unknown) {
      at += 1;
      entries.splice(at, entries.length, state);
    },
    back() {
      asked += 1;
    },
  };
  const steps = createSteps(Object.assign(view, { history }) as unknown as Window);
  return {
    steps,
    history,
    entries: () => entries.slice(0, at + 1),
    /** The browser does what it was told, or what a person's own press of the way back tells it. */
    arrive(own = false) {
      const times = own ? 1 : asked;
      asked -= own ? 0 : times;
      for (let time = 0; time < times; time += 1) {
        at -= 1;
        view.dispatchEvent(new Event('popstate'));
      }
    },
  };
}

test('the way back closes what was opened', () => {
  const { arrive, entries, steps } = browser();
  let closed = 0;
  steps.step(() => {
    closed += 1;
  });
  expect(entries()).toHaveLength(2);
  arrive(true);
  expect(closed).toBe(1);
});

test('what closes by itself takes its step away, and says nothing', () => {
  const { arrive, entries, steps } = browser();
  const close = steps.step(() => expect.unreachable());
  close();
  arrive();
  expect(entries()).toEqual([null]);
});

test('a page opened while a step is being taken back stands on the page before it, not on the step', () => {
  const { arrive, entries, history, steps } = browser();
  const close = steps.step(() => expect.unreachable());
  close();
  steps.whenBack(() => history.pushState('another page'));
  expect(entries()).toHaveLength(2);
  arrive();
  expect(entries()).toEqual([null, 'another page']);
});

test('one dialog that makes place for another stays one step, which the way back closes', () => {
  const { arrive, entries, steps } = browser();
  let closed = 0;
  const close = steps.step(() => expect.unreachable());
  close();
  steps.step(() => {
    closed += 1;
  });
  arrive();
  expect(entries()).toHaveLength(2);
  expect(closed).toBe(0);
  arrive(true);
  expect(closed).toBe(1);
});

test('a dialog over another changes place, and the one under it stays', () => {
  const { arrive, entries, steps } = browser();
  steps.step(() => expect.unreachable());
  const close = steps.step(() => expect.unreachable());
  close();
  steps.step(() => undefined);
  arrive();
  expect(entries()).toHaveLength(3);
});

test('two that close together are both taken away', () => {
  const { arrive, entries, steps } = browser();
  const closeFirst = steps.step(() => expect.unreachable());
  const closeSecond = steps.step(() => expect.unreachable());
  closeSecond();
  closeFirst();
  arrive();
  arrive();
  expect(entries()).toEqual([null]);
});
