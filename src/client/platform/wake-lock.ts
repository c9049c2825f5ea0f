/** Keeps the panel lit while the page is in sight. Refuses to insist where the browser cannot. */

export function stayLit(view: Window): () => void {
  return () => {
    if (view.document.visibilityState !== 'visible') return;
    // Denied on a low battery, absent in an insecure context: the panel's own setting decides then.
    void view.navigator.wakeLock?.request('screen').catch(() => undefined);
  };
}
