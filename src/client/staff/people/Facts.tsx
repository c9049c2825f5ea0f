/** A card of facts, each with what can be done about it beside it. */
import type { ComponentChildren, VNode } from 'preact';
import { useId } from 'preact/hooks';
import { Button } from '../controls.tsx';
import { useDesk } from '../desk-context.ts';

export interface FactsProps {
  readonly title: string;
  /** Beside the title: who may see it, or what is wrong. */
  readonly mark?: VNode | null;
  readonly children: ComponentChildren;
}

export function Facts({ children, mark = null, title }: FactsProps) {
  const id = useId();
  return (
    <section class="s-card" aria-labelledby={id}>
      <div class="s-row is-wrap">
        <h2 id={id}>{title}</h2>
        {mark}
      </div>
      <dl class="s-said">{children}</dl>
    </section>
  );
}

export interface FactProps {
  readonly name: string;
  readonly act?: { readonly words: string; readonly onPress: () => void } | undefined;
  readonly children: ComponentChildren;
}

export function Fact({ act, children, name }: FactProps) {
  const { t } = useDesk();
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
      {act === undefined ? null : (
        <dd class="is-do">
          <Button
            tone="link"
            label={
              act.words === t('deskpeople:change') ? t('deskpeople:changeOf', { what: name }) : `${act.words}: ${name}`
            }
            onPress={act.onPress}
          >
            {act.words}
          </Button>
        </dd>
      )}
    </div>
  );
}
