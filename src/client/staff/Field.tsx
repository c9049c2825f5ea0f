/** Fields to type in, each with its label, what may be typed and what is wrong with it. Refuses to judge what was typed. */
import type { ComponentProps, TargetedInputEvent } from 'preact';
import { useId, useLayoutEffect, useState } from 'preact/hooks';
import { Button, Wrong } from './controls.tsx';
import { useDesk } from './desk-context.ts';
import { SaidBack } from './SaidBack.tsx';

export interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly wrong?: string | null;
  /** The rules, told before typing. */
  readonly help?: string | undefined;
  readonly type?: 'text' | 'search' | 'password' | 'date' | 'time' | 'tel';
  readonly name?: string | undefined;
  /** What a browser or a password manager may fill in. */
  readonly autocomplete?: string;
  readonly inputMode?: 'text' | 'decimal' | 'numeric';
  readonly maxLength?: number | undefined;
  readonly focusFirst?: boolean;
}

export function Field(props: FieldProps) {
  const { label, value, onInput, wrong = null, help, type = 'text' } = props;
  const id = useId();
  const isWhen = type === 'date' || type === 'time';
  const said = [
    ...(help === undefined ? [] : [`${id}-help`]),
    ...(isWhen ? [`${id}-said`] : []),
    ...(wrong === null ? [] : [`${id}-wrong`]),
  ];
  // The browser does this only where nothing has the focus; a window does it when it opens.
  useLayoutEffect(() => {
    if (props.focusFirst === true) document.getElementById(id)?.focus();
  }, [id, props.focusFirst]);
  const isName = type === 'password' || props.autocomplete === 'username';
  const shared: Shared = {
    id,
    name: props.name,
    value,
    autocomplete: props.autocomplete ?? 'off',
    autocapitalize: isName ? 'none' : undefined,
    spellcheck: isName ? false : undefined,
    inputMode: props.inputMode,
    maxLength: props.maxLength,
    autoFocus: props.focusFirst ?? false,
    'aria-invalid': wrong !== null,
    'aria-describedby': said.length === 0 ? undefined : said.join(' '),
    onInput: ({ currentTarget }: TargetedInputEvent<HTMLInputElement>) => onInput(currentTarget.value),
  };
  return (
    <div class="s-field">
      <label for={id}>{label}</label>
      {help === undefined ? null : (
        <p class="s-help" id={`${id}-help`}>
          {help}
        </p>
      )}
      <Typed type={type} shared={shared} />
      {isWhen ? <SaidBack id={`${id}-said`} type={type} value={value} /> : null}
      <Wrong id={id} sentence={wrong} />
    </div>
  );
}

type Shared = Omit<ComponentProps<'input'>, 'type' | 'role' | 'list' | 'ref'>;

/** Kinds of input are kinds of types: each is written out. */
function Typed({ type, shared }: { readonly type: NonNullable<FieldProps['type']>; readonly shared: Shared }) {
  switch (type) {
    case 'text':
      return <input {...shared} type="text" />;
    case 'search':
      return <input {...shared} type="search" />;
    case 'password':
      return <input {...shared} type="password" />;
    case 'date':
      return <input {...shared} type="date" />;
    case 'time':
      return <input {...shared} type="time" />;
    case 'tel':
      return <input {...shared} type="tel" />;
  }
}

export type PasswordFieldProps = Omit<FieldProps, 'type'> & {
  readonly words: { readonly show: string; readonly hide: string };
};

/** What is typed can be read by who types it. */
export function PasswordField({ words, ...field }: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  return (
    <div class="s-password">
      <Field {...field} type={shown ? 'text' : 'password'} />
      <Button icon="eye" onPress={() => setShown(!shown)}>
        {shown ? words.hide : words.show}
      </Button>
    </div>
  );
}

/** The same, where the words of the desk are at hand. */
export function useShowWords(): PasswordFieldProps['words'] {
  const { t } = useDesk();
  return { show: t('deskenter:show'), hide: t('deskenter:hide') };
}
