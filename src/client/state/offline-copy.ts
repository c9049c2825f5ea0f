/** Whether this device opens without a network, as staff are told. Refuses to find out. */

export type OfflineCopy =
  /** Not looked yet. */
  | { readonly type: 'unknown' }
  /** Every file is here. `bad` is a newer build that did not start on this device, if there is one. */
  | { readonly type: 'complete'; readonly bad: string | null }
  /** Some files could not be fetched yet; it goes on trying. */
  | { readonly type: 'incomplete' }
  /** This browser keeps no screens, so it works with the network only. `insecure`: its address does not begin with https. */
  | { readonly type: 'impossible'; readonly why: 'insecure' | 'unsupported' | 'refused' };
