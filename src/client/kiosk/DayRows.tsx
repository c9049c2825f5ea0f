/** The activities of one day, a page at a time; what does not fit comes on the next page, never by scrolling. */
import type { ComponentChildren, RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import type { ActivityView } from '../../domain/views.ts';
import { Action } from '../ui/Action.tsx';
import { Armchair } from '../ui/pictures/Armchair.tsx';
import { Row, Slip } from '../ui/Slip.tsx';
import { useStepsToFit } from '../ui/steps-to-fit.ts';
import { ActivityRow } from './ActivityRow.tsx';
import { type App, useApp } from './app-context.ts';

export const ROWS = { normal: 3, groter: 2 } as const;

export interface Paging {
  readonly page: number;
  readonly pages: number;
  readonly rows: number;
}

/** How a list falls into pages. A page that no longer exists is the last one that does. */
export function pagingOf(count: number, rows: number, wanted: number): Paging {
  const pages = Math.max(1, Math.ceil(count / rows));
  return { page: Math.min(wanted, pages - 1), pages, rows };
}

export function pageOf<Item>(items: readonly Item[], { page, rows }: Paging): readonly Item[] {
  return items.slice(page * rows, (page + 1) * rows);
}

export function isOffline(app: App): boolean {
  return app.connection.value.type === 'offline';
}

export interface FittingPage {
  readonly list: RefObject<HTMLElement | null>;
  readonly paging: Paging;
}

/** The page that is shown, with as many rows as fit. `subject` names what is shown, for measuring it anew. */
export function useFittingPage(
  app: App,
  count: number,
  at: { readonly page: number; readonly subject: string },
): FittingPage {
  const list = useRef<HTMLElement>(null);
  const size = app.size.value;
  const subject = `${at.subject} ${at.page} ${count} ${size} ${app.i18n.language.value.tag}`;
  const most = ROWS[size] - 1;
  const fit = ROWS[size] - useStepsToFit(list, { subject, most, boxes: '.text, .do, .stub' });
  // Without a connection the last slot tells so, and the rows above it do not move.
  const rows = isOffline(app) ? Math.max(1, fit - 1) : fit;
  return { list, paging: pagingOf(count, rows, at.page) };
}

export interface DayRowsProps {
  readonly views: readonly ActivityView[];
  readonly page: FittingPage;
  /** What stands there when the day holds nothing. */
  readonly nothing: ComponentChildren;
}

export function DayRows({ views, page: { list, paging }, nothing }: DayRowsProps) {
  const app = useApp();
  const offline = isOffline(app);
  const slots = offline ? paging.rows + 1 : paging.rows;
  return (
    <main class={offline ? 'rows noted' : 'rows'} ref={list} style={{ '--rows': slots, '--above': paging.rows }}>
      {views.length === 0 ? nothing : null}
      {pageOf(views, paging).map((view) => (
        <ActivityRow key={view.activity.id} view={view} />
      ))}
      {offline ? <OfflineNote paging={paging} /> : null}
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

function OfflineNote({ paging }: { readonly paging: Paging }) {
  const app = useApp();
  const { t } = app.i18n;
  const next = (paging.page + 1) % paging.pages;
  const action =
    paging.pages > 1 ? (
      <Action picture="next" tone="plain" label={t('common:later')} onTap={() => app.turnTo(next)} />
    ) : null;
  return (
    <Row action={action}>
      <Slip picture="network-away" tint="plain" look="note" name={t('moment:offline')}>
        {app.size.value === 'groter' ? undefined : t('moment:offlineMore')}
      </Slip>
    </Row>
  );
}
