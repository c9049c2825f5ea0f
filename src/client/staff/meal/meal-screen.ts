/** The screens of one meal on the tablet. */
export type MealScreen =
  | { readonly type: 'list' }
  | { readonly type: 'add' }
  /** Somebody else comes instead of who has this plate. */
  | { readonly type: 'move'; readonly plateId: string }
  /** After closing, for one resident. */
  | { readonly type: 'openOne' }
  | { readonly type: 'paper' }
  | { readonly type: 'sheet' }
  | { readonly type: 'finished' };
