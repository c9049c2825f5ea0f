/** The frame every resident screen shares: a header, the content, and the bar with Vandaag and Hulp. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { useTapGuard } from './tap-guard.ts';

export interface ScreenProps {
  /** Changes when another screen is drawn, so that a second landing of the finger hits nothing new. */
  readonly id: string;
  readonly header?: ComponentChildren;
  readonly children: ComponentChildren;
  readonly bar: ComponentChildren;
}

export function Screen({ id, header, children, bar }: ScreenProps) {
  useScreenChange(id);
  return (
    <div class={header === undefined ? 'screen question' : 'screen'} data-screen={id}>
      {header}
      {children}
      {bar}
    </div>
  );
}

export function useScreenChange(id: string): void {
  const guard = useTapGuard();
  // Another id means another screen.
  useLayoutEffect(() => guard.screenChanged(), [guard, id]);
}
