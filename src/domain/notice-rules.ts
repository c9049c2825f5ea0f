/** Telling residents what changed: a notice for the screen and a call task for the round. Refuses to tell who left. */
import { activityById, endOf } from './activity.ts';
import type { Board } from './board.ts';
import type { Change } from './changes.ts';
import type { CommandOf } from './commands.ts';
import type { Judgement, Verdict } from './decide.ts';
import type { Notice, NoticeType } from './notice.ts';
import { no, ok } from './result.ts';
import { group, row } from './table.ts';
import { DAY, type Instant, instantText } from './time.ts';

export interface News {
  readonly residentIds: readonly string[];
  readonly type: NoticeType;
  readonly activityId: string;
}

/** What somebody undid for you stays on offer this long (DESIGN §4). */
const TOCH_WEL: Instant = DAY;

/** A notice for each resident, and unless they did it themselves at a screen, a call task. */
export function tell(judgement: Judgement, news: News): readonly Change[] {
  const at = instantText(judgement.now);
  return news.residentIds.flatMap((residentId) => {
    const resident = row(judgement.board.resident, residentId, residentId);
    if (resident === undefined || resident.left !== null) return [];
    // Named after what it is about, so that the same news again takes the place of the old without a trace of removal.
    const id = `${residentId}/${news.activityId}/${news.type}`;
    const line = { id, residentId, type: news.type, activityId: news.activityId, at, words: '' };
    const put: Change = { type: 'noticePut', row: line };
    const task: Change[] = news.type === 'withdrawn' ? [] : [{ type: 'callTaskPut', row: { ...line, done: false } }];
    return [...outdated(judgement, residentId, news), put, ...task, ...unsaid(judgement, residentId, id)];
  });
}

/** What became of the same news before says nothing of this. */
const unsaid = ({ board }: Judgement, parent: string, id: string): readonly Change[] =>
  row(board.callNote, parent, id) === undefined ? [] : [{ type: 'callNoteRemoved', parent, id }];

/** Takes news back that is not so any more. Of discreet news nothing: every screen hears of a removal. */
export function untell({ board }: Judgement, news: News): readonly Change[] {
  if (activityById(board, news.activityId)?.discreet ?? true) return [];
  return news.residentIds.flatMap((parent): readonly Change[] => {
    const id = `${parent}/${news.activityId}/${news.type}`;
    const notice: Change = { type: 'noticeRemoved', parent, id };
    return [notice, { type: 'callTaskRemoved', parent, id }];
  });
}

export function dismissNotice(command: CommandOf<'dismissNotice'>, { actor, board, now }: Judgement): Verdict {
  const residentId = 'residentId' in actor ? actor.residentId : '';
  const notice = row(board.notice, residentId, command.noticeId);
  if (notice === undefined) return no({ type: 'noticeUnknown', noticeId: command.noticeId });
  return ok([removed(notice), ...readHere(board, notice, now)]);
}

/** Whether a notice still says something: the activity is not over, and "Toch wel" is not older than a day. */
export function isCurrent(notice: Notice, judgement: Pick<Judgement, 'board' | 'now' | 'zone'>): boolean {
  const activity = activityById(judgement.board, notice.activityId);
  if (activity === undefined || judgement.now >= endOf(activity, judgement.zone)) return false;
  return notice.type !== 'withdrawn' || judgement.now - Date.parse(notice.at) < TOCH_WEL;
}

/** What somebody has read needs no call: the round says so. A shared screen has no round. */
function readHere(board: Board, { id, residentId }: Notice, now: Instant): readonly Change[] {
  const task = row(board.callTask, residentId, id);
  if (task === undefined) return [];
  const tries = row(board.callNote, residentId, id)?.tries ?? 0;
  const about = { type: 'news', residentId, taskId: id } as const;
  const note = {
    id,
    residentId,
    about,
    outcome: 'told',
    at: instantText(now),
    by: null,
    tries,
    since: task.at,
    again: null,
  } as const;
  return [{ type: 'callNotePut', row: note }];
}

/**
 * Notices and call tasks of this resident that are over go, so that their number stays small. No notice of or beside
 * discreet news: every screen hears of a removal, and would learn whom the counts of a discreet activity are about.
 */
function outdated(judgement: Judgement, residentId: string, news: News): readonly Change[] {
  const { board } = judgement;
  const tasks = [...group(board.callTask, residentId).values()]
    .filter((task) => !isCurrent(task, judgement))
    .map(({ id }): Change => ({ type: 'callTaskRemoved', parent: residentId, id }));
  const isDiscreet = (id: string) => activityById(board, id)?.discreet ?? true;
  if (isDiscreet(news.activityId)) return tasks;
  const notices = [...group(board.notice, residentId).values()].filter(
    (notice) => !isCurrent(notice, judgement) && !isDiscreet(notice.activityId),
  );
  return [...tasks, ...notices.map(removed)];
}

const removed = (notice: Notice): Change => ({ type: 'noticeRemoved', parent: notice.residentId, id: notice.id });
