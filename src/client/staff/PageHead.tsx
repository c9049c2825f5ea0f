/** The head of a part: what it is, one line about it, the other parts and what can be done. */
import type { ComponentChildren, VNode } from 'preact';
import { useDesk } from './desk-context.ts';

export interface PageHeadProps {
  readonly line: string;
  readonly tabs: VNode;
  readonly children?: ComponentChildren;
}

export function PageHead({ line, tabs, children }: PageHeadProps) {
  const { t } = useDesk();
  return (
    <header class="s-head">
      <div class="s-title">
        <h1>{t('deskframe:scooters')}</h1>
        <p aria-live="polite">{line}</p>
      </div>
      {tabs}
      {children === undefined ? null : <div class="s-acts">{children}</div>}
    </header>
  );
}
