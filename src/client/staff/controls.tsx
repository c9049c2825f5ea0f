/** The controls every page of the staff side is made of. Refuses to know what they are for. */
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './Icon.tsx';

export interface ButtonProps {
  readonly onPress: () => void;
  readonly children: ComponentChildren;
  readonly icon?: IconName | undefined;
  /** One `main` on a screen: the most likely next step. */
  readonly tone?: 'main' | 'yes' | 'plain' | 'stop' | 'link';
  /** The name where the words alone do not say enough; it must contain them. */
  readonly label?: string | undefined;
  readonly hint?: string | undefined;
}

export function Button({ onPress, children, icon, tone = 'plain', label, hint }: ButtonProps) {
  return (
    <button type="button" class={`s-button is-${tone}`} aria-label={label} onClick={onPress}>
      {icon === undefined ? null : <Icon name={icon} />}
      <span>{children}</span>
      {hint === undefined ? null : (
        <span class="s-kbd" aria-hidden="true">
          {hint}
        </span>
      )}
    </button>
  );
}

export function IconButton({ onPress, icon, label }: { onPress: () => void; icon: IconName; label: string }) {
  return (
    <button type="button" class="s-button is-square" aria-label={label} title={label} onClick={onPress}>
      <Icon name={icon} />
    </button>
  );
}

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly text: string;
}

/** One of a few, all in sight. */
export function Segments<Value extends string>(props: {
  readonly label: string;
  readonly choices: readonly Choice<Value>[];
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms, these are views.
    <div class="s-one-of s-segments" role="group" aria-label={props.label}>
      {props.choices.map(({ value, text }) => (
        <button key={value} type="button" aria-pressed={value === props.chosen} onClick={() => props.onChoose(value)}>
          {text}
        </button>
      ))}
    </div>
  );
}

export type Tone = 'ok' | 'wait' | 'warn' | 'info' | 'off';

const signs: Readonly<Record<Tone, IconName>> = { ok: 'ok', wait: 'clock', warn: 'warn', info: 'info', off: 'off' };

/** A state said by sign, word and colour. */
export function State({ tone, children }: { readonly tone: Tone; readonly children: ComponentChildren }) {
  return (
    <span class={`s-state is-${tone}`}>
      <Icon name={signs[tone]} />
      <span>{children}</span>
    </span>
  );
}

export function Door({ number }: { readonly number: string }) {
  return <span class="s-door">{number}</span>;
}

export interface SelectProps<Value extends string> {
  readonly id: string;
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly Choice<Value>[];
  readonly onChoose: (value: Value) => void;
  /** What is wrong with this field, as a sentence. */
  readonly wrong?: string | null;
}

export function Select<Value extends string>({
  id,
  label,
  value,
  choices,
  onChoose,
  wrong = null,
}: SelectProps<Value>) {
  const choose = (chosen: string) => {
    const found = choices.find((choice) => choice.value === chosen);
    if (found !== undefined) onChoose(found.value);
  };
  return (
    <div class="s-field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
        aria-invalid={wrong !== null}
        aria-describedby={wrong === null ? undefined : `${id}-wrong`}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.text}
          </option>
        ))}
      </select>
      <Wrong id={id} sentence={wrong} />
    </div>
  );
}

export function Wrong({ id, sentence }: { readonly id: string; readonly sentence: string | null }) {
  return sentence === null ? null : (
    <p class="s-wrong" id={`${id}-wrong`}>
      <Icon name="warn" />
      <span>{sentence}</span>
    </p>
  );
}
