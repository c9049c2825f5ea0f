/**
 * The board of the house: messages go up, are edited and come down, and an alarm is known to have been seen. Refuses one
 * that ends before it begins, an alarm of more than a day, and to write over what somebody else changed meanwhile.
 */
import { ALARM_TEXT_LENGTH, type Announcement } from './announcement.ts';
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
  const fresh = { id: newId(), by, at: instantText(now), endedAt: null, revision: 0, changedAt: null };
  return put({ ...written, ...fresh }, judgement, null);
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
  return put({ ...next, level: known.level === 'alarm' ? 'alarm' : level }, judgement, known);
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

/** The first time counts, and again the first time of newer words. */
export function noteShowing(command: CommandOf<'noteShowing'>, { board, now }: Judgement): Verdict {
  const { announcementId, deviceId, revision } = command;
  const id = `${announcementId}/${deviceId}`;
  const known = row(board.announcement, announcementId, announcementId);
  // Nobody can have shown words that are not there yet.
  if (known === undefined || known.level !== 'alarm' || revision > known.revision)
    return no({ type: 'announcementUnknown', announcementId });
  if ((row(board.showing, announcementId, id)?.revision ?? -1) >= revision) return ok([]);
  return ok([{ type: 'showingPut', row: { id, announcementId, deviceId, at: instantText(now), revision } }]);
}

function put(wanted: Announcement, { board, now }: Judgement, before: Announcement | null): Verdict {
  // A screen looks once a minute: what begins within one has begun, and what ends ends on the stroke.
  const from = wholeMinute(instantOfText(wanted.from));
  const until = wholeMinute(instantOfText(wanted.until));
  const title = oneLine(wanted.title);
  const refusal = wrongTimes(wanted.level, { from, until, now, ended: wanted.endedAt !== null });
  if (title === '' || wanted.acts.some(({ words }) => oneLine(words) === '')) return no({ type: 'announcementEmpty' });
  if (refusal !== null) return no(refusal);
  if (wanted.level === 'alarm' && [wanted, ...wanted.translations].some(({ text }) => text.length > ALARM_TEXT_LENGTH))
    return no({ type: 'alarmWordy', most: ALARM_TEXT_LENGTH });
  const next: Announcement = {
    ...wanted,
    title,
    text: lines(wanted.text),
    acts: wanted.acts.map(({ pictogram, words }) => ({ pictogram, words: oneLine(words) })),
    from: instantText(from),
    until: instantText(until),
    translations: wanted.translations
      .map((each) => ({
        ...each,
        title: oneLine(each.title),
        text: lines(each.text),
        acts: each.acts.slice(0, wanted.acts.length).map(oneLine),
      }))
      .filter((each) => each.title !== '' || each.acts.some((words) => words !== '')),
  };
  const isSaidAnew = before !== null && onScreen(before) !== onScreen(next);
  const said = isSaidAnew ? { ...next, revision: before.revision + 1, changedAt: instantText(now) } : next;
  return ok([...old(board, now), { type: 'announcementPut', row: said }]);
}

/** What somebody reads of it, until when included. */
const onScreen = ({ title, text, picture, acts, translations, until }: Announcement): string =>
  JSON.stringify([title, text, picture, acts, translations, until]);

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
