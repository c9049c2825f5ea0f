/**
 * What happened, one JSON line each, for programs and for who looks after the server. Refuses names, bodies and
 * messages of errors: they may quote what somebody typed.
 */

export type Fields = Readonly<Record<string, string | number | boolean | null>>;

export interface Log {
  info(event: string, fields?: Fields): void;
  warn(event: string, fields?: Fields): void;
  error(event: string, fields?: Fields): void;
}

export type Level = keyof Log;

const ranks: { readonly [Name in Level]: number } = { info: 0, warn: 1, error: 2 };

/** `write` gets whole lines. Lines below `least` are not made at all. */
export function createLog(write: (line: string) => void, least: Level = 'info'): Log {
  const line = (level: Level) => (event: string, fields?: Fields) => {
    if (ranks[level] < ranks[least]) return;
    write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...fields })}\n`);
  };
  return { info: line('info'), warn: line('warn'), error: line('error') };
}

/** What may be told of an unexpected error: its kind and where in the program it was, never its message. */
export function errorFields(error: unknown): Fields {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const where = frames.slice(0, 3).map((line) => line.trim().replace(/^at /, ''));
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  return { error: error.name, ...code, where: where.join(' < ') };
}

/**
 * Gathers the lines of one turn of the event loop into one write: at thousands of requests a second a write for each
 * line would cost more than the request.
 */
export function gatherLines(write: (text: string) => void): { add(line: string): void; flush(): void } {
  let waiting = '';
  const flush = () => {
    const text = waiting;
    waiting = '';
    if (text !== '') write(text);
  };
  const add = (line: string) => {
    if (waiting === '') setImmediate(flush);
    waiting += line;
  };
  return { add, flush };
}
