/** The one real button under every control of the kiosk; how it looks is a class, what it does is `onTap`. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { forgivingTap } from './forgiving-tap.ts';
import { useTapGuard } from './tap-guard.ts';

export interface TapButtonProps {
  readonly onTap: () => void;
  readonly class: string;
  readonly children: ComponentChildren;
  /** Accessible name when the visible words alone do not say enough; it must contain them. */
  readonly label?: string | undefined;
  /** Sign up, yes, done, home: these must be 20 mm high (UX requirement 3). */
  readonly primary?: boolean;
  readonly lang?: string | undefined;
  readonly dir?: 'ltr' | 'rtl' | undefined;
}

export function TapButton({ onTap, class: look, children, label, primary = true, lang, dir }: TapButtonProps) {
  const guard = useTapGuard();
  const button = useRef<HTMLButtonElement>(null);
  const latest = useRef(onTap);
  latest.current = onTap;

  useLayoutEffect(() => {
    const element = button.current;
    if (element === null) return;
    return forgivingTap({ element, guard, onTap: () => latest.current() });
  }, [guard]);

  return (
    <button
      ref={button}
      type="button"
      class={look}
      aria-label={label}
      data-primary={primary ? '' : undefined}
      draggable={false}
      lang={lang}
      dir={dir}
    >
      {children}
    </button>
  );
}
