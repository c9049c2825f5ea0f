/**
 * A calendar file (RFC 5545) to its events, each read by itself: one that is broken costs only itself. Refuses to know
 * what an event means, and to let the library touch time zones.
 */
import ICAL from 'ical.js';
import { type Finding, quote, type Source } from './finding.ts';

/** A property as jCal has it (RFC 7265). */
export interface Property {
  readonly name: string;
  readonly parameters: Readonly<Record<string, string | undefined>>;
  readonly values: readonly unknown[];
}

export interface CalendarEvent {
  /** Of its BEGIN, from 1. */
  readonly line: number;
  readonly properties: readonly Property[];
}

export interface Calendar {
  readonly events: readonly CalendarEvent[];
  readonly zones: readonly CalendarZone[];
  /** The whole file takes its events back. */
  readonly cancels: boolean;
  readonly errors: readonly Finding[];
  readonly remarks: readonly Finding[];
  readonly count: number;
}

/** What a file says of a time zone that it made itself. */
export interface CalendarZone {
  readonly name: string;
  /** The name in the world's own list, where the file gives it. */
  readonly location: string | null;
  /** Offsets such as `+0100`, the latest of each kind. */
  readonly offsets: readonly string[];
}

interface Block {
  readonly kind: 'VEVENT' | 'VTIMEZONE';
  readonly line: number;
  readonly text: string;
}

/** As many as one command takes. */
const MOST_EVENTS = 5000;
/** Each costs the server some milliseconds in which nobody is answered. */
const MOST_REPEATING = 500;
const LONGEST_EVENT = 200_000;

export function readCalendar({ file, text }: Source): Calendar {
  const at = (line: number | null, sentence: string): Finding => ({ file, line, sentence });
  const nothing = { events: [], zones: [], cancels: false, remarks: [], count: 0 };
  if (!/^BEGIN:VCALENDAR\s*$/im.test(text)) return { ...nothing, errors: [at(null, 'Dit is geen kalenderbestand.')] };
  const { blocks, unfinished } = split(text);
  const eventBlocks = blocks.filter(({ kind }) => kind === 'VEVENT');
  const errors = unfinished.map((line) => at(line, 'Deze afspraak houdt op zonder einde (END:VEVENT).'));
  const count = eventBlocks.length + errors.length;
  if (count === 0) return { ...nothing, errors: [at(null, 'Er staan geen afspraken in dit bestand.')] };
  if (count > MOST_EVENTS) {
    return { ...nothing, count, errors: [at(null, `Er staan meer dan ${MOST_EVENTS} afspraken in dit bestand.`)] };
  }
  if (eventBlocks.filter((block) => /^RRULE/im.test(block.text)).length > MOST_REPEATING) {
    return { ...nothing, count, errors: [at(null, `Er staan meer dan ${MOST_REPEATING} reeksen in dit bestand.`)] };
  }
  const events: CalendarEvent[] = [];
  for (const block of eventBlocks) {
    const properties = propertiesOf(block.text);
    if (properties === null) errors.push(at(block.line, `Deze afspraak is niet te lezen${brokenLine(block.text)}.`));
    else events.push({ line: block.line, properties });
  }
  const zones = blocks.filter(({ kind }) => kind === 'VTIMEZONE').flatMap((block) => zoneOf(block.text));
  const remarks = /^END:VCALENDAR\s*$/im.test(text)
    ? []
    : [at(null, 'Het bestand is niet af: de regel END:VCALENDAR ontbreekt.')];
  return { events, zones, cancels: /^METHOD:CANCEL\s*$/im.test(text), errors, remarks, count };
}

/** Cuts the file at its own lines; folding does not matter, because no folded line starts with BEGIN or END. */
function split(text: string): { readonly blocks: readonly Block[]; readonly unfinished: readonly number[] } {
  const blocks: Block[] = [];
  const unfinished: number[] = [];
  let open: { kind: Block['kind']; line: number; lines: string[] } | null = null;
  const lines = text.split(/\r\n|\n|\r/);
  for (const [index, content] of lines.entries()) {
    const mark = content.length < 30 ? content.trim().toUpperCase() : '';
    if (mark === 'BEGIN:VEVENT' || mark === 'BEGIN:VTIMEZONE') {
      if (open !== null) unfinished.push(open.line);
      open = { kind: mark === 'BEGIN:VEVENT' ? 'VEVENT' : 'VTIMEZONE', line: index + 1, lines: [] };
    }
    open?.lines.push(content);
    if (open !== null && mark === `END:${open.kind}`) {
      blocks.push({ kind: open.kind, line: open.line, text: open.lines.join('\r\n') });
      open = null;
    }
  }
  if (open !== null) unfinished.push(open.line);
  return { blocks, unfinished };
}

function propertiesOf(text: string): readonly Property[] | null {
  if (text.length > LONGEST_EVENT) return null;
  try {
    // The library's type is any object; this is the shape RFC 7265 gives a component.
    const [, properties] = ICAL.parse(text) as unknown as [
      string,
      [string, Record<string, unknown>, string, ...unknown[]][],
    ];
    return properties.map(([name, parameters, , ...values]) => ({
      name,
      parameters: plainParameters(parameters),
      values,
    }));
  } catch {
    return null;
  }
}

function plainParameters(parameters: Readonly<Record<string, unknown>>): Property['parameters'] {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, String(value)]));
}

/** Says which property is at fault, without repeating what it says. */
function brokenLine(text: string): string {
  if (text.length > LONGEST_EVENT) return ': hij is veel te lang';
  for (const line of text.replace(/\r\n[ \t]/g, '').split('\r\n')) {
    if (/^(BEGIN|END):/i.test(line) || line.trim() === '') continue;
    if (propertiesOf(`BEGIN:VEVENT\r\n${line}\r\nEND:VEVENT`) === null) {
      return ` bij ${quote(/^[A-Za-z-]+(?=[;:])/.exec(line)?.[0] ?? 'een regel zonder dubbele punt')}`;
    }
  }
  return '';
}

/** Only names and offsets: a zone's own rules are never run, so that a hostile one costs nothing. */
function zoneOf(text: string): readonly CalendarZone[] {
  const value = (name: string) => new RegExp(`^${name}(?:;[^:\\r\\n]*)?:(.+)$`, 'im').exec(text)?.[1]?.trim();
  const name = value('TZID');
  if (name === undefined) return [];
  const latest = new Map<string, { readonly start: string; readonly offset: string }>();
  for (const [, kind = '', body = ''] of text.matchAll(/BEGIN:(STANDARD|DAYLIGHT)([\s\S]{0,2000}?)END:\1/gi)) {
    const start = /^DTSTART(?:;[^:\r\n]*)?:(\S+)/im.exec(body)?.[1] ?? '';
    const offset = /^TZOFFSETTO:([+-]\d{4})/im.exec(body)?.[1];
    if (offset !== undefined && start >= (latest.get(kind)?.start ?? '')) latest.set(kind, { start, offset });
  }
  const offsets = [...new Set([...latest.values()].map(({ offset }) => offset))].sort();
  return [{ name, location: value('X-LIC-LOCATION') ?? null, offsets }];
}
