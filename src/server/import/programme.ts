/** A calendar file to lines for `importProgramme`: one for each series, with what it says differently on some dates. */
import type { SeriesLine } from '../../domain/commands.ts';
import { lastDate } from '../../domain/series.ts';
import { addDays, type PlainDate } from '../../domain/time.ts';
import { type CalendarEvent, readCalendar } from './calendar-file.ts';
import { createClock } from './calendar-time.ts';
import { createZoneFinder } from './calendar-zone.ts';
import { PAST_DAYS } from './event-dates.ts';
import { textOf } from './event-fields.ts';
import { type EventFamily, readSeries, type SeriesRead, uidOf } from './event-series.ts';
import type { Finding, Line, Read, Source } from './finding.ts';
import { roomClashes } from './room-clashes.ts';
import type { Voice } from './table.ts';

export interface ProgrammeReading {
  readonly today: PlainDate;
  /** The house's own zone. */
  readonly zone: string;
}

interface Notes {
  readonly errors: Finding[];
  readonly remarks: Finding[];
  readonly voiceOf: (event: CalendarEvent) => Voice;
}

type Found = SeriesRead & { readonly master: CalendarEvent };

export function readProgramme(source: Source, { today, zone }: ProgrammeReading): Read<SeriesLine> {
  const calendar = readCalendar(source);
  const notes = notesOf(source.file, calendar);
  const clock = createClock(zone, createZoneFinder({ zone, today, zones: calendar.zones }));
  const found: Found[] = [];
  for (const family of familiesOf(calendar, notes)) {
    const { errors } = notes;
    const before = errors.length;
    const tools = { ...notes.voiceOf(family.master), voiceOf: notes.voiceOf, clock, today };
    const read = readSeries(family, tools);
    if (read !== null && errors.length === before) found.push({ ...read, master: family.master });
  }
  const current = found.filter(({ line }) => !isOld(line, today));
  notes.remarks.push(...wholeFileRemarks(source.file, { found, current, today }));
  const lines = current.map(({ line, master }): Line<SeriesLine> => ({ line: master.line, value: line }));
  return { lines, errors: sorted(notes.errors), remarks: sorted(notes.remarks), count: calendar.count };
}

function notesOf(
  file: string,
  calendar: { readonly errors: readonly Finding[]; readonly remarks: readonly Finding[] },
): Notes {
  const errors = [...calendar.errors];
  const remarks = [...calendar.remarks];
  const voiceOf = ({ line }: CalendarEvent): Voice => ({
    complain: (sentence) => errors.push({ file, line, sentence }),
    remark: (sentence) => remarks.push({ file, line, sentence }),
  });
  return { errors, remarks, voiceOf };
}

/** Events of one UID belong together: the series, and what changes on one date. */
function familiesOf(
  { events, cancels }: { readonly events: readonly CalendarEvent[]; readonly cancels: boolean },
  notes: Notes,
): readonly EventFamily[] {
  const byUid = Map.groupBy(
    events.filter((event) => isPublic(event, notes)),
    uidOf,
  );
  return [...byUid.values()].flatMap((family) => {
    const masters = family.filter((event) => recurrenceId(event) === null);
    const master = newest(masters);
    const changes = [
      ...Map.groupBy(
        family.filter((event) => recurrenceId(event) !== null),
        recurrenceId,
      ).values(),
    ];
    if (master === undefined) {
      const [first] = family;
      if (first) notes.voiceOf(first).complain('Deze wijziging hoort bij een reeks die niet in dit bestand staat.');
      return [];
    }
    if (masters.length > 1) {
      const others = masters.filter((event) => event !== master).map(({ line }) => line);
      notes.voiceOf(master).remark(`Deze afspraak staat er vaker in, ook op regel ${others.join(', ')}; deze telt.`);
    }
    return [{ master, changes: changes.flatMap((same) => newest(same) ?? []), cancelled: cancels }];
  });
}

/** What somebody marked as private in their own calendar does not belong on a screen in the hall. */
function isPublic(event: CalendarEvent, notes: Notes): boolean {
  const mark = textOf(event.properties, 'class').toUpperCase();
  if (mark !== 'PRIVATE' && mark !== 'CONFIDENTIAL') return true;
  notes.voiceOf(event).remark('Deze afspraak staat als privé in de kalender en is overgeslagen.');
  return false;
}

const recurrenceId = (event: CalendarEvent): string | null => textOf(event.properties, 'recurrence-id') || null;

/** The highest SEQUENCE, and of those the last in the file. */
function newest(events: readonly CalendarEvent[]): CalendarEvent | undefined {
  const sequence = (event: CalendarEvent) => Number(textOf(event.properties, 'sequence')) || 0;
  return events.reduce<CalendarEvent | undefined>(
    (best, each) => (best === undefined || sequence(each) >= sequence(best) ? each : best),
    undefined,
  );
}

function isOld({ series, overrides }: SeriesLine, today: PlainDate): boolean {
  const last = lastDate(series);
  const dates = [last ?? today, ...overrides.map(({ fields }) => fields.date ?? '')];
  return dates.every((date) => date < addDays(today, -PAST_DAYS));
}

/** What is worth one sentence for the file instead of one for each event. */
function wholeFileRemarks(
  file: string,
  {
    found,
    current,
    today,
  }: { readonly found: readonly Found[]; readonly current: readonly Found[]; readonly today: PlainDate },
): readonly Finding[] {
  const told: string[] = [];
  const name = (each: Found) => `${each.line.series.title} (regel ${each.master.line})`;
  const endless = current.filter((each) => each.endless).map(name);
  if (endless.length > 0)
    told.push(`${several(endless, 'reeks heeft', 'reeksen hebben')} geen einddatum: ${endless.join(', ')}.`);
  const guessed = current.filter((each) => each.guessedCategory).map(name);
  if (guessed.length > 0)
    told.push(
      `${several(guessed, 'afspraak heeft', 'afspraken hebben')} geen bekende soort (CATEGORIES); die is geraden: ${guessed.join(', ')}.`,
    );
  const old = found.length - current.length;
  if (old > 0) told.push(`${old === 1 ? '1 afspraak is' : `${old} afspraken zijn`} al lang voorbij en overgeslagen.`);
  told.push(
    ...roomClashes(
      current.map(({ line }) => line),
      today,
    ),
  );
  return told.map((sentence) => ({ file, line: null, sentence }));
}

const several = (all: readonly unknown[], one: string, more: string): string =>
  all.length === 1 ? `1 ${one}` : `${all.length} ${more}`;

const sorted = (findings: readonly Finding[]): readonly Finding[] =>
  [...findings].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
