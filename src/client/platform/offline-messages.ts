/**
 * What a page and the service worker say to each other. After a roll-back the page is of an older build than the worker:
 * what stands here may be added to and never changes its meaning.
 */

export type MessageToWorker =
  /** The waiting worker takes over now. The name is workbox-window's. */
  | { readonly type: 'SKIP_WAITING' }
  /** The page of this build has drawn its screens. */
  | { readonly type: 'started'; readonly build: string }
  /** The page of this build has not (index.html says so: nothing else of that build may run). */
  | { readonly type: 'failed'; readonly build: string }
  /** Makes whole again what the browser threw away. Answered with a `Look`. */
  | { readonly type: 'look' }
  /** The tablet is put out: nothing is kept any more, whatever is still under way. */
  | { readonly type: 'forget' };

export interface Look {
  /** The build that pages are given; null is whatever the server has. */
  readonly inCharge: string | null;
  /** A newer build that did not start on this device. */
  readonly bad: string | null;
  /** Every file of the build in charge is here. */
  readonly complete: boolean;
}
