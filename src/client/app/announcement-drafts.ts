/**
 * What somebody writes before it hangs: kept as it is typed, and made into what the rules judge. Refuses to judge, and to
 * send more of an edit than what was changed.
 */
import type { Announcement } from '../../domain/announcement.ts';
import { type Board, locationOf } from '../../domain/board.ts';
import type { Command, CommandOf } from '../../domain/commands.ts';
import { type Instant, instantOf, instantOfText, instantText, localAt } from '../../domain/time.ts';
import type { KeptDrafts as Kept, Draft as KeptDraft } from '../platform/kept-drafts.ts';

export type Draft = KeptDraft;
export type KeptDrafts = Kept;

/** Those of this member of the team, the last one touched first. */
export function draftsOf(kept: KeptDrafts, staffId: string | null): readonly Draft[] {
  return kept
    .read()
    .filter((draft) => draft.staffId === staffId)
    .sort((a, b) => b.savedAt - a.savedAt);
}

export function keepDraft(kept: KeptDrafts, draft: Draft): void {
  kept.keep([...kept.read().filter(({ key }) => key !== draft.key), draft]);
}

export const dropDraft = (kept: KeptDrafts, key: string): void =>
  kept.keep(kept.read().filter((draft) => draft.key !== key));

export function newDraft(staffId: string | null, now: Instant): Draft {
  return {
    key: `${now}`,
    staffId,
    announcementId: null,
    seen: null,
    level: 'information',
    title: '',
    text: '',
    picture: null,
    fromDate: '',
    fromTime: '',
    untilDate: '',
    untilTime: '',
    deviceIds: [],
    translations: [],
    savedAt: now,
  };
}

/** To edit one that hangs, or to hang one up again as a new one. */
export function draftFrom(
  board: Board,
  announcement: Announcement,
  how: { staffId: string | null; now: Instant; again: boolean },
): Draft {
  const zone = locationOf(board).timeZone;
  const [from, until] = [
    localAt(instantOfText(announcement.from), zone),
    localAt(instantOfText(announcement.until), zone),
  ];
  const { title, text, picture: drawn, deviceIds: where, translations: others } = announcement;
  const words = { title, text, picture: drawn, deviceIds: where, translations: others };
  const times = { fromDate: from.date, fromTime: from.time, untilDate: until.date, untilTime: until.time };
  return {
    ...newDraft(how.staffId, how.now),
    ...words,
    level: announcement.level === 'important' ? 'important' : 'information',
    ...(how.again ? {} : { ...times, announcementId: announcement.id, seen: announcement }),
  };
}

/** What is still missing before anybody can judge it. */
export type Missing = 'title' | 'until';

export function missingIn({ title, untilDate, untilTime }: Draft): Missing | null {
  if (title.trim() === '') return 'title';
  return untilDate === '' || untilTime === '' ? 'until' : null;
}

type Written = Omit<CommandOf<'postAnnouncement'>, 'type' | 'level'> & { readonly level: Draft['level'] };

/** As it would hang. A time that is not said yet is an hour from now. */
export function writtenIn(board: Board, draft: Draft, now: Instant): Written {
  const zone = locationOf(board).timeZone;
  const at = (date: string, time: string, otherwise: Instant) =>
    instantText(date === '' || time === '' ? otherwise : instantOf(date, time, zone));
  return {
    level: draft.level,
    title: draft.title,
    text: draft.text,
    picture: draft.picture,
    acts: [],
    from: at(draft.fromDate, draft.fromTime, now),
    until: at(draft.untilDate, draft.untilTime, now + 3_600_000),
    deviceIds: draft.deviceIds,
    translations: draft.translations.filter((each) => each.title.trim() !== ''),
  };
}

/** What hangs it up, or changes what was changed. */
export function commandOf(board: Board, draft: Draft, now: Instant): Command {
  const written = writtenIn(board, draft, now);
  const { announcementId, seen } = draft;
  if (announcementId === null || seen === null) return { type: 'postAnnouncement', ...written };
  const [fields, was]: [Record<string, unknown>, Record<string, unknown>] = [{}, {}];
  for (const [name, value] of Object.entries(written)) {
    const before = seen[name as keyof typeof seen];
    if (JSON.stringify(before) === JSON.stringify(value)) continue;
    fields[name] = value;
    was[name] = before;
  }
  return { type: 'changeAnnouncement', announcementId, fields, was };
}

/** For the preview: the draft as a row that hangs here now. */
export function asHung(board: Board, draft: Draft, { by, now }: { by: string | null; now: Instant }): Announcement {
  const written = writtenIn(board, draft, now);
  const from = instantText(Math.floor(now / 60_000) * 60_000);
  return {
    ...written,
    id: 'draft',
    title: draft.title === '' ? '…' : draft.title,
    from,
    deviceIds: [],
    by,
    at: instantText(now),
    endedAt: null,
    revision: 0,
    changedAt: null,
  };
}
