/** Which build of the screens this page is. Refuses to know whether there is a newer one. */

/** Twelve letters that change with every file of the build (deploy/offline-build.ts); `development` where none was built. */
export function buildOf(root: Pick<HTMLElement, 'dataset'>): string {
  return root.dataset.build ?? 'development';
}
