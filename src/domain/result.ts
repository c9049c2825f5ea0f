/** The outcome of a rule: a value, or a reason as plain data. Refuses to carry exceptions. */
export type Result<Value, Reason> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Reason };

export const ok = <Value>(value: Value): Result<Value, never> => ({ ok: true, value });

export const no = <Reason>(error: Reason): Result<never, Reason> => ({ ok: false, error });
