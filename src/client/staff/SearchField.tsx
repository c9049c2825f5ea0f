/** A field above a list that finds by name or door while somebody types. Finds nothing itself. */
import { Icon } from './Icon.tsx';

export interface SearchFieldProps {
  readonly label: string;
  /** Inside the empty field; without it the label stands there. */
  readonly example?: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
}

export function SearchField({ label, example = label, value, onInput }: SearchFieldProps) {
  return (
    <div class="s-search">
      <Icon name="search" />
      <input
        type="search"
        autocomplete="off"
        aria-label={label}
        placeholder={example}
        value={value}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
      />
    </div>
  );
}
