/** What stays around every page: the flat, the pages there are, who works here, and what became of the last act. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Board } from '../../domain/board.ts';
import { houseName } from '../app/staff-trips.ts';
import { Button } from './controls.tsx';
import { useDesk } from './desk-context.ts';
import { clock, momentIn, refusalWords } from './desk-words.ts';
import { Icon } from './Icon.tsx';
import { KeysDialog } from './KeysDialog.tsx';

export interface FrameProps {
  readonly board: Board;
  /** Scooters out of service. */
  readonly broken: number;
  readonly children: ComponentChildren;
}

export function Frame({ board, broken, children }: FrameProps) {
  const { app, t } = useDesk();
  const [keys, setKeys] = useState(false);
  return (
    <div class="s-desk">
      <a class="s-skip" href="#inhoud">
        {t('deskframe:toContent')}
      </a>
      <header class="s-side">
        <p class="s-flat">{houseName(board)}</p>
        <nav aria-label={t('deskframe:menu')}>
          <ul>
            <li>
              <a href="#week" aria-current="page">
                <Icon name="scooter" />
                <span>{t('deskframe:scooters')}</span>
                {broken > 0 ? <em>{t('deskframe:broken', { count: broken })}</em> : null}
              </a>
            </li>
          </ul>
        </nav>
        <div class="s-me">
          <b>{app.me.name}</b>
          <span class="s-row">
            <span class="s-me-keys">
              <Button tone="link" onPress={() => setKeys(true)}>
                {t('deskframe:keys')}
              </Button>
            </span>
            <Button tone="link" onPress={app.leave}>
              {t('deskframe:leave')}
            </Button>
          </span>
        </div>
      </header>
      <main class="s-main" id="inhoud" tabIndex={-1}>
        <Network board={board} />
        <LastAct board={board} />
        {children}
      </main>
      {keys ? <KeysDialog onClose={() => setKeys(false)} /> : null}
    </div>
  );
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
  const canUndo = told?.type === 'done' && told.undo !== null && app.check(told.undo.command) === null;
  const text = told === null ? '' : told.type === 'done' ? told.text : refusalWords(desk, told.reason, board);
  return (
    <div class={told === null ? 's-told is-empty' : `s-told is-${told.type}`}>
      <p role="status" aria-live="polite">
        {told === null ? null : <Icon name={told.type === 'done' ? 'ok' : 'warn'} />}
        <span>{text}</span>
      </p>
      {canUndo ? (
        <Button icon="undo" onPress={app.undo}>
          {t('deskframe:undo')}
        </Button>
      ) : null}
    </div>
  );
}
