/** Starts the process, with what the last start compiled kept beside the program. Refuses to do anything else. */
import { enableCompileCache, flushCompileCache } from 'node:module';
import { join } from 'node:path';

// Before anything else is imported. Where nothing can be written there, a start takes a little longer and that is all.
enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/compiled'));
await import('./process.ts');
// By now it has started. Who is switched off by its plug never comes to an end at which this would be written.
flushCompileCache();
