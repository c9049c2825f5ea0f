/** One setting: what it is, what it means in one sentence, and the control. Refuses to act: it says what was chosen. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { Choice } from '../controls.tsx';

export interface SettingRowProps {
  readonly name: string;
  readonly why: string;
  readonly children: ComponentChildren;
}

/** For controls that have names of their own. */
export function SettingRow({ name, why, children }: SettingRowProps) {
  return (
    <div class="s-setting">
      <div>
        <h2>{name}</h2>
        <p class="is-soft">{why}</p>
      </div>
      {children}
    </div>
  );
}

export interface SettingSelectProps<Value extends string> extends Omit<SettingRowProps, 'children'> {
  readonly value: Value;
  readonly choices: readonly Choice<Value>[];
  readonly onChoose: (value: Value) => void;
}

export function SettingSelect<Value extends string>(props: SettingSelectProps<Value>) {
  const { choices, name, onChoose, value, why } = props;
  const id = useId();
  const choose = (chosen: string) => {
    const found = choices.find((choice) => choice.value === chosen);
    if (found !== undefined) onChoose(found.value);
  };
  return (
    <div class="s-setting s-field">
      <div>
        <label for={id}>{name}</label>
        <p class="is-soft" id={`${id}-why`}>
          {why}
        </p>
      </div>
      <select
        id={id}
        value={value}
        aria-describedby={`${id}-why`}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.text}
          </option>
        ))}
      </select>
    </div>
  );
}
