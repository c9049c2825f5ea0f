/** Steps inside a page of the desk, so that the browser's way back closes what was opened. Refuses to change the address. */

type View = Pick<Window, 'addEventListener' | 'removeEventListener'> & { readonly history: History };

/** A step is taken at once; `onBack` is called when it is taken back, and the answer takes it back without that. */
export function createSteps(view: View) {
  const { history } = view;
  let last = 0;
  const here = (): unknown => (typeof history.state === 'object' ? history.state?.step : undefined);
  return (onBack: () => void): (() => void) => {
    last += 1;
    const mine = last;
    history.pushState({ step: mine }, '');
    const look = () => {
      if (here() === mine) return;
      view.removeEventListener('popstate', look);
      onBack();
    };
    view.addEventListener('popstate', look);
    return () => {
      view.removeEventListener('popstate', look);
      if (here() === mine) history.back();
    };
  };
}
