// Calendar files for tests, written as short as they can be.
import type { SeriesLine } from '../../../src/domain/commands.ts';
import { occurrences } from '../../../src/domain/series.ts';
import { readProgramme } from '../../../src/server/import/programme.ts';

export const TODAY = '2026-11-21';
export const ZONE = 'Europe/Amsterdam';

export const calendar = (...parts: readonly string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...parts, 'END:VCALENDAR', ''].join('\r\n');

/** An event of these lines; UID, title and start only where they say none. */
export function event(...lines: readonly string[]): string {
  const says = (name: string) => lines.some((line) => line.startsWith(name));
  return [
    'BEGIN:VEVENT',
    ...(says('UID') ? [] : ['UID:een']),
    ...(says('SUMMARY') ? [] : ['SUMMARY:Koffie']),
    ...(says('DTSTART') ? [] : ['DTSTART:20261201T100000']),
    ...(says('DTEND') || says('DURATION') ? [] : ['DURATION:PT1H']),
    ...lines,
    'END:VEVENT',
  ].join('\r\n');
}

export const readText = (text: string, today = TODAY) =>
  readProgramme({ file: 'agenda.ics', text }, { today, zone: ZONE });

export const read = (...lines: readonly string[]) => readText(calendar(event(...lines)));

/** The one series of these lines. Fails where there are errors. */
export function one(...lines: readonly string[]): SeriesLine {
  const { lines: found, errors } = read(...lines);
  if (errors.length > 0 || found[0] === undefined) throw new Error(JSON.stringify(errors));
  return found[0].value;
}

export const datesOf = ({ series }: SeriesLine, from: string, to: string) => occurrences(series, from, to);

export const sentences = (findings: readonly { readonly line: number | null; readonly sentence: string }[]) =>
  findings.map(({ line, sentence }) => `${line}: ${sentence}`);
