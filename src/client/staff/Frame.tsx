/** What stays around every page: the flat, the pages there are, who works here, and what became of the last act. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Board } from '../../domain/board.ts';
import { openCallsOf } from '../app/rounds.ts';
import { statesOf } from '../app/staff-care.ts';
import { addressOf, opening, type Page, restOf } from '../app/staff-places.ts';
import { houseName } from '../app/staff-trips.ts';
import type { StaffKey } from '../i18n/staff-i18n.ts';
import { AccountForm } from './AccountForm.tsx';
import { AlarmButton } from './announcements/AlarmButton.tsx';
import { Button } from './controls.tsx';
import { Dialog } from './Dialog.tsx';
import { useDesk } from './desk-context.ts';
import { clock, momentIn } from './desk-words.ts';
import { useGoKeys } from './go-keys.ts';
import { useSaveKey } from './held-keys.ts';
import { Icon, type IconName } from './Icon.tsx';
import { KeysDialog } from './KeysDialog.tsx';
import { toldWords } from './meal/meal-words.ts';
import { OtherFlats } from './OtherFlats.tsx';
import { refusedWords } from './refused-words.ts';
import { useSingleKeys } from './single-keys.ts';

export interface FrameProps {
  readonly board: Board;
  readonly children: ComponentChildren;
}

const pageWords: Readonly<Record<Page, StaffKey>> = {
  vandaag: 'deskframe:today',
  kloppen: 'deskframe:round',
  berichten: 'deskannouncement:page',
  programma: 'deskprogramme:title',
  eten: 'deskframe:meals',
  bewoners: 'deskframe:residents',
  scootmobielen: 'deskframe:scooters',
  team: 'deskframe:team',
  tablets: 'deskframe:tablets',
  instellingen: 'desksettings:page',
};
const pageIcons: Readonly<Record<Page, IconName>> = {
  vandaag: 'home',
  kloppen: 'phone',
  berichten: 'paper',
  programma: 'calendar',
  eten: 'meal',
  bewoners: 'people',
  scootmobielen: 'scooter',
  team: 'someone',
  tablets: 'tablet',
  instellingen: 'settings',
};

export function Frame({ board, children }: FrameProps) {
  const { app, t } = useDesk();
  const [opened, open] = useState<'keys' | 'account' | 'more' | null>(null);
  const pages = app.pages.value;
  const rest = restOf(pages);
  useGoKeys(pages);
  useSaveKey();
  useSingleKeys({
    '?': () => open('keys'),
    '/': focusSearch,
    ...(pages.includes('berichten') ? { b: () => app.goTo({ page: 'berichten', part: 'schrijven' }) } : {}),
  });
  const close = () => open(null);
  return (
    <div class="s-desk">
      <a class="s-skip" href="#inhoud">
        {t('deskframe:toContent')}
      </a>
      <header class="s-side">
        <p class="s-flat">{houseName(board)}</p>
        <OtherFlats />
        <nav aria-label={t('deskframe:menu')}>
          <ul>
            {pages.map((page) => (
              <li key={page} class={rest.includes(page) ? 'is-rest' : undefined}>
                <PageLink board={board} page={page} />
              </li>
            ))}
            {rest.length === 0 ? null : (
              <li class="is-more">
                <button
                  type="button"
                  aria-current={rest.includes(app.place.value.page) ? 'true' : undefined}
                  onClick={() => open('more')}
                >
                  <Icon name="list" />
                  <span>{t('deskframe:more')}</span>
                </button>
              </li>
            )}
          </ul>
        </nav>
        {pages.includes('berichten') ? <AlarmButton board={board} /> : null}
        <div class="s-me">
          <span class="s-row is-apart">
            <b>{app.me.name}</b>
            <Button tone="link" onPress={app.leave}>
              {t('deskframe:leave')}
            </Button>
          </span>
          <span class="s-row">
            <span class="s-me-keys">
              <Button tone="link" onPress={() => open('keys')}>
                {t('deskframe:keys')}
              </Button>
            </span>
            {app.me.staffId == null ? null : (
              <Button tone="link" onPress={() => open('account')}>
                {t('deskframe:account')}
              </Button>
            )}
          </span>
        </div>
      </header>
      <main class="s-main" id="inhoud" tabIndex={-1}>
        <Network board={board} />
        <LastAct board={board} />
        {children}
      </main>
      {opened === 'more' ? (
        <Dialog title={t('deskframe:more')} onClose={close}>
          <ul class="s-more">
            {rest.map((page) => (
              <li key={page}>
                <PageLink board={board} page={page} onGo={close} />
              </li>
            ))}
          </ul>
        </Dialog>
      ) : null}
      {opened === 'keys' ? <KeysDialog pages={pages} onClose={close} /> : null}
      {opened === 'account' ? (
        <Dialog title={t('deskenter:accountTitle')} onClose={close}>
          <AccountForm onDone={close} onLater={null} />
        </Dialog>
      ) : null}
    </div>
  );
}

interface PageLinkProps {
  readonly board: Board;
  readonly page: Page;
  readonly onGo?: () => void;
}

function PageLink({ board, onGo, page }: PageLinkProps) {
  const { app, t } = useDesk();
  return (
    <a
      href={`#${addressOf(opening(page))}`}
      aria-current={page === app.place.value.page ? 'page' : undefined}
      onClick={onGo}
    >
      <Icon name={pageIcons[page]} />
      {page === 'kloppen' ? (
        <>
          <span class="is-long">{t('deskframe:round')}</span>
          <span class="is-short">{t('deskframe:roundShort')}</span>
          <OpenCalls board={board} />
        </>
      ) : (
        <span>{t(pageWords[page])}</span>
      )}
      {page === 'scootmobielen' ? <Broken board={board} /> : null}
    </a>
  );
}

function OpenCalls({ board }: { readonly board: Board }) {
  const { app, t } = useDesk();
  const count = openCallsOf(board, app.minute.value).length;
  return count === 0 ? null : (
    <em>
      {count}
      <span class="s-hidden"> {t('deskframe:isOpen')}</span>
    </em>
  );
}

function focusSearch(): void {
  document.querySelector<HTMLElement>('main input[type="search"], main .s-search input')?.focus();
}

function Broken({ board }: { readonly board: Board }) {
  const { app, t } = useDesk();
  const broken = statesOf(board, app.minute.value).filter(({ defect }) => defect !== null).length;
  return broken === 0 ? null : <em>{t('deskframe:broken', { count: broken })}</em>;
}

/** How old the page is and how many changes wait; nothing is switched off. */
function Network({ board }: { readonly board: Board }) {
  const { app, t } = useDesk();
  const connection = app.connection.value;
  if (connection.type !== 'offline') return null;
  const asOf = app.boardAsOf.value;
  return (
    <p class="s-offline" role="status">
      <Icon name="warn" />
      <span>
        {t('deskframe:offline', { time: clock(momentIn(board, connection.since).time) })}{' '}
        {asOf === null ? null : t('deskframe:offlineAsOf', { time: clock(momentIn(board, asOf).time) })}{' '}
        {app.waiting.value === 0 ? null : t('deskframe:waiting', { count: app.waiting.value })}
      </span>
    </p>
  );
}

/** Stays until the next act, with its way back. */
function LastAct({ board }: { readonly board: Board }) {
  const desk = useDesk();
  const { app, t } = desk;
  const told = app.told.value;
  const canUndo =
    told?.type === 'done' &&
    told.undo !== null &&
    (told.undo.despite !== undefined || app.check(told.undo.command) === null);
  const text =
    told === null ? '' : told.type === 'refused' ? refusedWords(desk, told.reason, board) : toldWords(desk, told);
  return (
    <div class={told === null ? 's-told is-empty' : `s-told is-${told.type === 'done' ? 'done' : 'refused'}`}>
      <p role="status" aria-live="polite">
        {told === null ? null : <Icon name={told.type === 'done' ? 'ok' : 'warn'} />}
        <span>{text}</span>
      </p>
      {canUndo ? (
        <Button icon="undo" onPress={app.undo}>
          {t('deskframe:undo')}
        </Button>
      ) : null}
      {told?.type === 'asked' ? (
        <>
          <Button icon="check" tone="yes" onPress={app.undo}>
            {t('deskadd:still')}
          </Button>
          <Button onPress={app.untell}>{t('deskmeal:notAfterAll')}</Button>
        </>
      ) : null}
    </div>
  );
}
