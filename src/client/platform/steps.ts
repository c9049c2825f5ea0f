/** Steps inside a page of the desk, so that the browser's way back closes what was opened. Refuses to change the address. */

type View = Pick<Window, 'addEventListener' | 'removeEventListener'> & { readonly history: History };

export interface Steps {
  /** A step is taken; `onBack` is called when it is taken back, and the answer takes it back without that. */
  readonly step: (onBack: () => void) => () => void;
  /** Does what adds an entry to the history, and waits with it while a step is being taken back. */
  readonly whenBack: (add: () => void) => void;
}

export function createSteps(view: View): Steps {
  const { history } = view;
  let last = 0;
  // The browser goes back some time after it was told to: what was added meanwhile would be what it takes away.
  let isGoingBack = false;
  let waiting: readonly (() => void)[] = [];
  /** The number of the step one is in; 0 is the page itself. A later step has a higher number. */
  const here = (): number => history.state?.step ?? 0;
  const whenBack = (add: () => void): void => {
    if (isGoingBack) waiting = [...waiting, add];
    else add();
  };
  view.addEventListener('popstate', () => {
    isGoingBack = false;
    const adds = waiting;
    waiting = [];
    for (const add of adds) whenBack(add);
  });

  return {
    whenBack,
    step(onBack) {
      last += 1;
      const mine = last;
      let isOpen = true;
      const look = () => {
        if (here() >= mine) return;
        view.removeEventListener('popstate', look);
        onBack();
      };
      whenBack(() => {
        if (!isOpen) return;
        history.pushState({ step: mine }, '');
        view.addEventListener('popstate', look);
      });
      return () => {
        isOpen = false;
        view.removeEventListener('popstate', look);
        whenBack(() => {
          if (here() !== mine) return;
          isGoingBack = true;
          history.back();
        });
      };
    },
  };
}
