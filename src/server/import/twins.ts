/** Two lines of one file that mean the same thing. Refuses to choose silently: the later line is an error. */
import type { Finding, Read } from './finding.ts';
import { plain } from './table.ts';

/** The reading without the lines whose name an earlier line already has. */
export function withoutTwins<Value>(read: Read<Value>, file: string, name: (value: Value) => string): Read<Value> {
  const first = new Map<string, number>();
  const twins = new Map<number, Finding>();
  for (const { line, value } of read.lines) {
    const key = plain(name(value)) || name(value);
    const twin = first.get(key);
    if (twin === undefined) first.set(key, line);
    else twins.set(line, { file, line, sentence: `Deze regel is dezelfde als regel ${twin}.` });
  }
  if (twins.size === 0) return read;
  const errors = [...read.errors, ...twins.values()].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return { ...read, errors, lines: read.lines.filter(({ line }) => !twins.has(line)) };
}
