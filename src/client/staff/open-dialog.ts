/** Which window is open over the page; one at a time. */
export interface BookPreset {
  readonly scooterId: string | null;
  readonly date: string;
  readonly time: string | null;
}

export type OpenDialog =
  | { readonly type: 'trip'; readonly bookingId: string }
  | { readonly type: 'broken'; readonly scooterId: string }
  | { readonly type: 'book'; readonly preset: BookPreset }
  | { readonly type: 'lend' }
  | { readonly type: 'report'; readonly scooterId: string | null }
  | { readonly type: 'checkUp'; readonly scooterId: string }
  | { readonly type: 'code'; readonly residentId: string };

export type Open = (dialog: OpenDialog | null) => void;
