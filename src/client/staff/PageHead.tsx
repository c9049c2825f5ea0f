/** The head of a part: what it is, one line about it, the other parts and what can be done. */
import type { ComponentChildren, VNode } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { Parted, partsOf } from './Parted.tsx';

export interface PageHeadProps {
  readonly title: string;
  readonly line: string;
  /** Null where a page has one part. */
  readonly tabs: VNode | null;
  readonly children?: ComponentChildren;
}

export function PageHead({ title, line, tabs, children }: PageHeadProps) {
  useLayoutEffect(toContent, []);
  return (
    <header class="s-head">
      <div class="s-title">
        <h1>{title}</h1>
        <p aria-live="polite">
          <Parted parts={partsOf(line)} />
        </p>
      </div>
      {tabs}
      {children === undefined ? null : <div class="s-acts">{children}</div>}
    </header>
  );
}

/** What had the focus went with the page before: who reads by ear, or works by key, begins where the new one begins. */
function toContent(): void {
  const main = document.querySelector('main');
  if (document.activeElement !== document.body || main === null || main.querySelector('[autofocus]') !== null) return;
  main.focus({ preventScroll: true });
}
