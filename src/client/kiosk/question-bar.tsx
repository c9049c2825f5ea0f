/** The bar of a question or a result: the way back, what it needs, what time it is, and Hulp in its place. */
import type { ComponentChildren } from 'preact';
import { AskBar, Pager } from '../ui/AskBar.tsx';
import { Tab } from '../ui/NavBar.tsx';
import { type App, useApp } from './app-context.ts';
import { DayAndTime } from './DayAndTime.tsx';
import { helpTab } from './frame.tsx';

/** Vandaag, Scootmobiel or Morgen, Berichten, Mijn dingen: what the bar of the places holds beside Hulp. */
const PLACES = 4;

/** On a question: Terug where Vandaag always is, then the time, and at the end what the question needs. */
export function BackBar({ children }: { readonly children?: ComponentChildren }) {
  const app = useApp();
  return (
    <OwnBar>
      <Tab picture="back" label={app.i18n.t('common:back')} onTap={app.back} />
      <div class="middle">
        <DayAndTime />
        {children}
      </div>
    </OwnBar>
  );
}

/** The way through a list on a question; nothing where one page holds it. */
export function pagerOf(
  app: App,
  { page, pages }: { readonly page: number; readonly pages: number },
): ComponentChildren {
  if (pages < 2) return null;
  const { t } = app.i18n;
  const position = t('common:pages', { page: page + 1, pages });
  return <Pager position={position} label={t('common:next')} onTap={() => app.turnTo((page + 1) % pages)} />;
}

/** On a result or a question of its own: what it needs, and Hulp in its place. */
export function OwnBar({ children }: { readonly children?: ComponentChildren }) {
  const app = useApp();
  return (
    <AskBar label={app.i18n.t('common:bar')} places={PLACES} help={helpTab(app)}>
      {children}
    </AskBar>
  );
}
