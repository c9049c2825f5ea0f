/**
 * The fields of a form over what is there now. Only what was typed is kept: come back to later, a field nobody touched
 * shows what a colleague made of it meanwhile.
 */
import { useState } from 'preact/hooks';
import type { FormKind, FormOf } from '../app/begun-forms.ts';
import { useDesk } from './desk-context.ts';

export interface Begun<Fields> {
  readonly fields: Fields;
  readonly isBegun: boolean;
  readonly put: (typed: Partial<Fields>) => void;
  /** It was saved, or stopped. */
  readonly drop: () => void;
}

/** `now` is what is there when it opens; `id` is of what is changed, null is something new. */
export function useBegun<Kind extends FormKind>(kind: Kind, id: string | null, now: FormOf<Kind>): Begun<FormOf<Kind>> {
  const { app } = useDesk();
  const [{ fields, names }, setState] = useState(() => app.begun.over(kind, id, now));
  return {
    fields,
    isBegun: names.length > 0,
    put(more) {
      const next = { ...fields, ...more };
      const typed = [...new Set([...names, ...Object.keys(more)])];
      setState({ fields: next, names: typed });
      const kept = Object.entries(next).filter(([name]) => typed.includes(name));
      app.begun.keep(kind, id, Object.fromEntries(kept) as Partial<FormOf<Kind>>);
    },
    drop() {
      setState({ fields, names: [] });
      app.begun.drop(kind, id);
    },
  };
}
