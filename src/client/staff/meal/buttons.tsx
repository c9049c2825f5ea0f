/** The buttons of a meal's screens; how large they are, the page around them says. Refuses to know what they are for. */
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../Icon.tsx';

export interface MealButtonProps {
  readonly onPress: () => void;
  readonly children: ComponentChildren;
  readonly icon?: IconName | undefined;
  /** One `main` on a screen: the most likely next step. */
  readonly tone?: 'main' | 'yes' | 'plain' | 'stop' | 'on' | undefined;
  /** Sign above words instead of before. */
  readonly tall?: boolean | undefined;
  readonly label?: string | undefined;
  readonly pressed?: boolean | undefined;
}

export function MealButton({ children, icon, label, onPress, pressed, tall = false, tone = 'plain' }: MealButtonProps) {
  return (
    <button
      type="button"
      class={`m-button is-${tone}${tall ? ' is-tall' : ''}`}
      aria-label={label}
      aria-pressed={pressed}
      onClick={onPress}
    >
      {icon === undefined ? null : <Icon name={icon} />}
      <span>{children}</span>
    </button>
  );
}

export interface BandProps {
  readonly look: 'sun' | 'ok' | 'stop' | 'dashed' | 'plain';
  readonly icon: IconName;
  readonly title: string;
  readonly text?: string | undefined;
  /** Said to who cannot see it when it comes. */
  readonly live?: boolean | undefined;
  readonly children?: ComponentChildren;
}

/** What is so, above the list, and what can be done about it. */
export function Band({ children, icon, live = false, look, text, title }: BandProps) {
  return (
    <div class={`m-band is-${look}`} role={live ? 'status' : undefined}>
      <Icon name={icon} />
      <p>
        <b>{title}</b>
        {text === undefined || text === '' ? null : <span>{text}</span>}
      </p>
      {children}
    </div>
  );
}
