/** How the tools of a backup speak: one Dutch sentence and an exit code. Refuses to do any of their work. */
import { StoreRefused, StoreUnavailable } from '../db/store.ts';

/** Runs a tool; resolves with its exit code. */
export async function runTool(work: () => Promise<string>): Promise<number> {
  try {
    process.stdout.write(`${await work()}\n`);
    return 0;
  } catch (error) {
    const sentence = sentenceOf(error);
    if (sentence === null) throw error;
    process.stderr.write(`${sentence}\n`);
    return 1;
  }
}

function sentenceOf(error: unknown): string | null {
  if (error instanceof StoreRefused) return error.message;
  if (error instanceof StoreUnavailable)
    return 'De database is niet bereikbaar. Klopt DATABASE_URL, en staat de database aan?';
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOSPC') return 'De schijf is vol. Er is niets veranderd. Maak ruimte en probeer het opnieuw.';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR' || code === 'EEXIST')
    return 'Daar kan niet worden geschreven. Er is niets veranderd. Kies een andere plaats.';
  return null;
}

/** A size as people say it: `1,4 MB`. */
export const sizeWords = (bytes: number): string =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} kB`
    : `${(bytes / 1_000_000).toLocaleString('nl-NL', { maximumFractionDigits: 1 })} MB`;
