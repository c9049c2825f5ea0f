/** The activities of one day, a page at a time; what does not fit comes on the next page, never by scrolling. */
import type { ComponentChildren } from 'preact';
import type { ActivityView } from '../../domain/views.ts';
import type { TextSize } from '../ui/display.ts';
import { Armchair } from '../ui/pictures/Armchair.tsx';
import { ActivityRow } from './ActivityRow.tsx';
import { type App, useApp } from './app-context.ts';
import { type FittingPage, type ListShown, useFittingPage } from './fitting-page.ts';
import { pageOf } from './paging.ts';

/** Rows on a page of any list, and what to try when these do not fit: where one is the least, the note below gives way. */
const ROWS = { normal: [3, 2, 1], groter: [2, 1] } as const;
const ROWS_NOTED = { normal: [2, 1], groter: [1, 1] } as const;

/** Whether the last slot is for what the screen must admit of itself. */
export function isAway(app: App): boolean {
  return app.away.value !== null;
}

/** A page of rows. Where the last slot is for a note, as without a connection, the rows above it do not move. */
export function useRows(
  app: App,
  shown: Pick<ListShown, 'subject' | 'count' | 'page'>,
  noted = isAway(app),
  rows: Readonly<Record<TextSize, ListShown['rows']>> = noted ? ROWS_NOTED : ROWS,
): FittingPage {
  return useFittingPage(app, { ...shown, rows: rows[app.size.value], boxes: '.text, .do, .stub' });
}

export interface DayRowsProps {
  readonly views: readonly ActivityView[];
  readonly page: FittingPage;
  /** What stands there when the day holds nothing. */
  readonly nothing: ComponentChildren;
  /** In the last slot, unless that tells of no connection. */
  readonly note?: ComponentChildren;
}

export function DayRows({ views, page: { list, paging, steps }, nothing, note = null }: DayRowsProps) {
  const app = useApp();
  const AwayNote = app.bulletin.value?.AwayNote;
  const last = isAway(app) && AwayNote !== undefined ? <AwayNote /> : note;
  const slots = last === null ? paging.rows : paging.rows + 1;
  const room = app.size.value === 'groter' && steps > 0 ? 'rows noted tight' : 'rows noted';
  return (
    <main class={last === null ? 'rows' : room} ref={list} style={{ '--rows': slots, '--above': paging.rows }}>
      {views.length === 0 ? nothing : null}
      {pageOf(views, paging).map((view) => (
        <ActivityRow key={view.activity.id} view={view} />
      ))}
      {last}
    </main>
  );
}

/** An empty chair where a day has no rows. */
export function NothingHere({ title, more }: { readonly title: string; readonly more: string }) {
  return (
    <div class="panel nothing">
      <Armchair />
      <div>
        <h2>{title}</h2>
        <p>{more}</p>
      </div>
    </div>
  );
}
