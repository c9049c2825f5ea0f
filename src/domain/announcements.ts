/**
 * The board of the house: messages go up, are edited and come down, and an alarm is known to have been seen. Refuses one
 * that ends before it begins, an alarm of more than a day, and to write over what somebody else changed meanwhile.
 */
import type { Announcement } from './announcement.ts';
import type { Board } from './board.ts';
import type { Change } from './changes.ts';
import type { CommandOf } from './commands.ts';
import type { Judgement, Verdict } from './decide.ts';
import type { Refusal } from './refusals.ts';
import { no, ok } from './result.ts';
import { group, row, rows } from './table.ts';
import { DAY, type Instant, instantOfText, instantText, MINUTE } from './time.ts';

const LONGEST_ALARM = DAY;
const LONGEST = 366 * DAY;
/** What came down so long ago is nobody's any more. */
const KEPT = 90 * DAY;

export function postAnnouncement(command: CommandOf<'postAnnouncement'>, judgement: Judgement): Verdict {
  const { type: _type, ...written } = command;
  const { actor, now, newId } = judgement;
  const by = 'staffId' in actor ? actor.staffId : null;
  return put({ ...written, id: newId(), by, at: instantText(now), endedAt: null }, judgement);
}

export function changeAnnouncement(command: CommandOf<'changeAnnouncement'>, judgement: Judgement): Verdict {
  const { announcementId, fields, was } = command;
  const known = row(judgement.board.announcement, announcementId, announcementId);
  if (known === undefined) return no({ type: 'announcementUnknown', announcementId });
  const changed = Object.keys(fields).filter((name) => !isAsSeen(known, was, fields, name));
  if (changed.length > 0) return no({ type: 'changedMeanwhile', fields: changed });
  const { level = known.level, ...others } = fields;
  // A field that is absent stays; JSON knows no others.
  const next = { ...known, ...(others as Partial<Announcement>) };
  return put({ ...next, level: known.level === 'alarm' ? 'alarm' : level }, judgement);
}

/** The value the editor saw, or the very value they want. */
function isAsSeen(known: Announcement, was: object, fields: object, name: string): boolean {
  const at = (of: object) => JSON.stringify((of as Readonly<Record<string, unknown>>)[name]);
  return at(known) === at(was) || at(known) === at(fields);
}

/** One that is over already stays as it is. */
export function endAnnouncement({ announcementId }: CommandOf<'endAnnouncement'>, { board, now }: Judgement): Verdict {
  const known = row(board.announcement, announcementId, announcementId);
  if (known === undefined) return no({ type: 'announcementUnknown', announcementId });
  if (known.endedAt !== null || instantOfText(known.until) <= now) return ok([]);
  return ok([{ type: 'announcementPut', row: { ...known, endedAt: instantText(now) } }]);
}

/** The first time counts. */
export function noteShowing(command: CommandOf<'noteShowing'>, { board, now }: Judgement): Verdict {
  const { announcementId, deviceId } = command;
  const id = `${announcementId}/${deviceId}`;
  if (row(board.announcement, announcementId, announcementId)?.level !== 'alarm')
    return no({ type: 'announcementUnknown', announcementId });
  if (row(board.showing, announcementId, id) !== undefined) return ok([]);
  return ok([{ type: 'showingPut', row: { id, announcementId, deviceId, at: instantText(now) } }]);
}

function put(wanted: Announcement, { board, now }: Judgement): Verdict {
  // A screen looks once a minute: what begins within one has begun, and what ends ends on the stroke.
  const from = wholeMinute(instantOfText(wanted.from));
  const until = wholeMinute(instantOfText(wanted.until));
  const title = oneLine(wanted.title);
  const refusal = wrongTimes(wanted.level, { from, until, now, ended: wanted.endedAt !== null });
  if (title === '' || wanted.acts.some(({ words }) => oneLine(words) === '')) return no({ type: 'announcementEmpty' });
  if (refusal !== null) return no(refusal);
  const next: Announcement = {
    ...wanted,
    title,
    text: lines(wanted.text),
    acts: wanted.acts.map(({ pictogram, words }) => ({ pictogram, words: oneLine(words) })),
    from: instantText(from),
    until: instantText(until),
    translations: wanted.translations
      .map((each) => ({ ...each, title: oneLine(each.title), text: lines(each.text) }))
      .filter((each) => each.title !== ''),
  };
  return ok([...old(board, now), { type: 'announcementPut', row: next }]);
}

interface Times {
  readonly from: Instant;
  readonly until: Instant;
  readonly now: Instant;
  readonly ended: boolean;
}

function wrongTimes(level: Announcement['level'], { from, until, now, ended }: Times): Refusal | null {
  if (until <= from) return { type: 'announcementEndsFirst' };
  // What came down may stay as it was.
  if (!ended && until <= now) return { type: 'announcementOver' };
  if (level === 'alarm' && until - Math.max(from, now) > LONGEST_ALARM)
    return { type: 'announcementTooLong', hours: LONGEST_ALARM / (60 * MINUTE) };
  return until - from > LONGEST ? { type: 'announcementTooLong', hours: LONGEST / (60 * MINUTE) } : null;
}

function old(board: Board, now: Instant): readonly Change[] {
  const gone = [...rows(board.announcement)].filter(({ until }) => instantOfText(until) < now - KEPT);
  return gone.flatMap(({ id }): readonly Change[] => [
    ...[...group(board.showing, id).keys()].map((each): Change => ({ type: 'showingRemoved', parent: id, id: each })),
    { type: 'announcementRemoved', parent: id, id },
  ]);
}

const wholeMinute = (at: Instant): Instant => Math.floor(at / MINUTE) * MINUTE;

const oneLine = (said: string): string => said.replace(/\s+/g, ' ').trim();

/** Empty lines and spaces at the ends take room that a tablet does not have. */
const lines = (said: string): string =>
  said
    .split('\n')
    .map(oneLine)
    .filter((line) => line !== '')
    .join('\n');
