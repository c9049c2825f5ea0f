/** A part of the style guide and an example in it. Refuses to know what is shown. */
import type { ComponentChildren } from 'preact';

export function Part({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <section class="guide-part">
      <h2 lang="en">{title}</h2>
      {children}
    </section>
  );
}

export interface ExampleProps {
  /** The component, and after a comma its state. */
  readonly name: string;
  readonly children: ComponentChildren;
  /** How much of the page it takes. */
  readonly wide?: boolean;
}

export function Example({ name, children, wide = false }: ExampleProps) {
  return (
    <figure class={wide ? 'guide-example wide' : 'guide-example'}>
      <figcaption lang="en">{name}</figcaption>
      <div class="guide-stage">{children}</div>
    </figure>
  );
}

/** Nothing happens in a style guide. */
export function nothing(): void {
  return;
}
