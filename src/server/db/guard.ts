/** Lets nothing out of a store but the errors `store.ts` names: callers decide by those. Refuses to try again. */
import { ConstraintError, StoreRefused, StoreUnavailable } from './store.ts';

type Verb = (...args: never[]) => Promise<unknown>;

export interface Guard {
  guarded<Value>(work: () => Promise<Value>): Promise<Value>;
  /** The same verbs, each guarded. */
  guardAll<Verbs extends { readonly [Name in keyof Verbs]: Verb }>(verbs: Verbs): Verbs;
}

/** `isConstraint` knows a driver's own errors: which of them are about the values of one command. */
export function createGuard(isConstraint: (error: unknown) => string | null): Guard {
  const translate = (error: unknown): Error => {
    if (error instanceof StoreUnavailable || error instanceof StoreRefused || error instanceof ConstraintError) {
      return error;
    }
    const constraint = isConstraint(error);
    return constraint === null ? new StoreUnavailable(messageOf(error)) : new ConstraintError(constraint);
  };
  const guarded = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    try {
      return await work();
    } catch (error) {
      throw translate(error);
    }
  };
  const guardAll = <Verbs extends { readonly [Name in keyof Verbs]: Verb }>(verbs: Verbs): Verbs => {
    const entries = Object.entries<Verb>(verbs).map(([name, verb]) => [
      name,
      (...args: never[]) => guarded(() => verb(...args)),
    ]);
    return Object.fromEntries(entries) as Verbs;
  };
  return { guarded, guardAll };
}

/** An error in words; one that gathers several, as a host with two addresses gives, has none of its own. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return 'onbekend';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  return error.message === '' ? code : error.message;
}
