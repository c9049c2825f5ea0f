/**
 * Asks the browser for the whole glass where no kiosk system gave it. Refuses to do so outside a tap of staff: a resident's
 * tap is never answered with the browser's own words about leaving it (UX part b).
 */

type View = Pick<Window, 'document' | 'matchMedia' | 'navigator'>;

export function takeWholeGlass({ document, matchMedia, navigator }: View): void {
  // Without a tap just before it the browser says no; the resident's turn after ten minutes without one is no tap.
  if (navigator.userActivation?.isActive !== true || matchMedia('(display-mode: fullscreen)').matches) return;
  // A browser that does not want to stays as it is.
  document.documentElement.requestFullscreen?.({ navigationUI: 'hide' }).catch(() => undefined);
}
