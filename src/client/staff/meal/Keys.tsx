/** Large digits for fingers. Refuses to know what they spell. */
import type { ComponentChildren } from 'preact';
import { Icon } from '../Icon.tsx';

export interface KeysProps {
  readonly label: string;
  readonly wipe: string;
  readonly onDigit: (digit: string) => void;
  readonly onWipe: () => void;
  /** At the place before the nought: start again, or a comma. */
  readonly extra: { readonly text: string; readonly onPress: () => void };
}

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

export function Keys({ extra, label, onDigit, onWipe, wipe }: KeysProps) {
  const key = (text: ComponentChildren, onPress: () => void, look = '') => (
    <button type="button" class={`m-key ${look}`} onClick={onPress}>
      {text}
    </button>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms.
    <div class="m-keys" role="group" aria-label={label}>
      {DIGITS.map((digit) => key(digit, () => onDigit(digit)))}
      {key(extra.text, extra.onPress, 'is-word')}
      {key('0', () => onDigit('0'))}
      {key(
        <>
          <Icon name="wipe" />
          <span>{wipe}</span>
        </>,
        onWipe,
        'is-word',
      )}
    </div>
  );
}
