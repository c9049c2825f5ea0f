/**
 * Takes the edge off what a hand on glass does to a browser: no menu of its own, nothing dragged out, no way back out of
 * the page. Refuses to block zooming with two fingers, which is the tablet's own to decide, and to touch fields to type in.
 */
export function stayPut(view: Window): void {
  const { document, history } = view;
  const refuse = (event: Event) => {
    if (!isTypedIn(event.target)) event.preventDefault();
  };
  for (const type of ['contextmenu', 'dragstart']) document.addEventListener(type, refuse, { capture: true });

  const isHere = (): boolean => history.state?.kiosk === true || history.state?.step !== undefined;
  const enter = () => {
    if (!isHere()) history.pushState({ kiosk: true }, '');
  };
  enter();
  // After a step back the entry that was left is written over: the list never grows.
  view.addEventListener('popstate', enter);
}

function isTypedIn(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, [contenteditable]') !== null;
}
