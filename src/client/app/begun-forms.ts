/**
 * What somebody began to fill in and left for another page: it stands there again when they come back. Refuses to keep any
 * of it on the device, and to outlive who typed it.
 */
import type { Activity } from '../../domain/activity.ts';
import type { ProgrammeDraft } from './programme-draft.ts';
import type { ResidentFields } from './staff-residents.ts';

export interface BegunActivity {
  /** What was there when the form opened; undefined is something new. */
  readonly seen: Activity | undefined;
  readonly draft: ProgrammeDraft;
}

export interface BegunResident {
  readonly seen: ResidentFields;
  readonly draft: ResidentFields;
  readonly floor: string;
}

/** By the id of what is changed; `NEW` is something new. */
export interface BegunForms {
  readonly activities: Map<string, BegunActivity>;
  readonly residents: Map<string, BegunResident>;
}

export const NEW = '';

export const createBegunForms = (): BegunForms => ({ activities: new Map(), residents: new Map() });
