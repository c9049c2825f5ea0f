/** The activities of one day, a page at a time; what does not fit comes on the next page, never by scrolling. */
import type { ComponentChildren } from 'preact';
import type { ActivityView } from '../../domain/views.ts';
import type { TextSize } from '../ui/display.ts';
import { Armchair } from '../ui/pictures/Armchair.tsx';
import { Row, Slip } from '../ui/Slip.tsx';
import { ActivityRow } from './ActivityRow.tsx';
import { type App, useApp } from './app-context.ts';
import { type FittingPage, type ListShown, useFittingPage } from './fitting-page.ts';
import { pageOf } from './paging.ts';

/** Rows on a page of any list, and what to try when these do not fit. */
const ROWS = { normal: [3, 2, 1], groter: [2, 1] } as const;
const ROWS_NOTED = { normal: [2, 1], groter: [1] } as const;

export function isOffline(app: App): boolean {
  return app.connection.value.type === 'offline';
}

/** A page of rows. Where the last slot is for a note, as without a connection, the rows above it do not move. */
export function useRows(
  app: App,
  shown: Pick<ListShown, 'subject' | 'count' | 'page'>,
  noted = isOffline(app),
  rows: Readonly<Record<TextSize, ListShown['rows']>> = noted ? ROWS_NOTED : ROWS,
): FittingPage {
  return useFittingPage(app, { ...shown, rows: rows[app.size.value], boxes: '.text, .do, .stub' });
}

export interface DayRowsProps {
  readonly views: readonly ActivityView[];
  readonly page: FittingPage;
  /** What stands there when the day holds nothing. */
  readonly nothing: ComponentChildren;
  /** In the last slot, where it tells of no connection. */
  readonly note?: ComponentChildren;
}

export function DayRows({ views, page: { list, paging }, nothing, note = null }: DayRowsProps) {
  const last = isOffline(useApp()) ? <OfflineNote /> : note;
  const slots = last === null ? paging.rows : paging.rows + 1;
  return (
    <main class={last === null ? 'rows' : 'rows noted'} ref={list} style={{ '--rows': slots, '--above': paging.rows }}>
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

export function OfflineNote() {
  const app = useApp();
  const { t } = app.i18n;
  return (
    <Row>
      <Slip picture="network-away" tint="plain" look="note" name={t('moment:offline')}>
        {app.size.value === 'groter' ? undefined : t('moment:offlineMore')}
      </Slip>
    </Row>
  );
}
