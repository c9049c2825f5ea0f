/** One list: how many lines are new, differ, are the same or wait, and each of them; what waits first. */
import { useState } from 'preact/hooks';
import {
  countLines,
  type Decisions,
  decisionOf,
  type ImportDecision,
  type ImportLine,
  inOrder,
  type PreviewedFile,
} from '../../app/staff-import.ts';
import { Button, type Tone } from '../controls.tsx';
import { useDesk } from '../desk-context.ts';
import { Icon, type IconName } from '../Icon.tsx';
import { ImportRow } from './ImportRow.tsx';
import { kindWord } from './import-words.ts';

export interface ImportFileProps {
  readonly file: PreviewedFile;
  readonly isDone: boolean;
  readonly decisions: Decisions;
  readonly onDecide: (decision: ImportDecision) => void;
  /** Without this file. */
  readonly onDrop: () => void;
}

const tiles = ['added', 'changed', 'same', 'refused'] as const;
type Tile = (typeof tiles)[number];
const signs: Readonly<Record<Tile, { readonly icon: IconName; readonly tone: Tone }>> = {
  added: { icon: 'ok', tone: 'ok' },
  changed: { icon: 'info', tone: 'info' },
  same: { icon: 'off', tone: 'off' },
  refused: { icon: 'warn', tone: 'warn' },
};
const SHOWN = 40;

export function ImportFile({ decisions, file, isDone, onDecide, onDrop }: ImportFileProps) {
  const { t } = useDesk();
  const [hidden, setHidden] = useState<readonly Tile[]>(['same']);
  const [most, setMost] = useState(SHOWN);
  const counted = countLines(file.lines);
  const isHidden = ({ what }: ImportLine) => what !== 'skipped' && hidden.includes(what);
  const lines = inOrder(file.lines).filter((line) => !isHidden(line));
  const title = t('deskimport:fileTitle', { kind: kindWord(t, file.kind), name: file.name });
  return (
    <section class="s-import" aria-label={title}>
      <div class="s-row is-apart is-wrap">
        <h2>{title}</h2>
        {isDone ? null : (
          <Button tone="link" label={t('deskimport:dropOf', { name: file.name })} onPress={onDrop}>
            {t('deskimport:drop')}
          </Button>
        )}
      </div>
      {file.problems.length === 0 ? null : <Problems file={file} onDrop={onDrop} />}
      {file.lines.length === 0 ? null : (
        <div class="s-import-tiles">
          {tiles.map((tile) => (
            <button
              key={tile}
              type="button"
              class={`is-${signs[tile].tone}`}
              aria-pressed={!hidden.includes(tile)}
              onClick={() =>
                setHidden(hidden.includes(tile) ? hidden.filter((each) => each !== tile) : [...hidden, tile])
              }
            >
              <b>{counted[tile]}</b>
              <Icon name={signs[tile].icon} />
              <span>{t(`deskimport:${tile}`)}</span>
              <small>{t(hidden.includes(tile) ? 'deskimport:hidden' : 'deskimport:inSight')}</small>
            </button>
          ))}
        </div>
      )}
      {lines.length === 0 ? null : (
        <ul class="s-card is-flush s-import-lines">
          {lines.slice(0, most).map((line) => (
            <ImportRow
              key={line.line}
              line={line}
              headings={file.headings}
              isDone={isDone}
              decision={decisionOf(decisions, file.kind, line.line)}
              onDecide={onDecide}
            />
          ))}
        </ul>
      )}
      {lines.length <= most ? null : (
        <span>
          <Button onPress={() => setMost(Number.POSITIVE_INFINITY)}>
            {t('deskimport:showAll', { count: lines.length })}
          </Button>
        </span>
      )}
      {file.remarks.length === 0 ? null : (
        <details class="s-details">
          <summary>{t('deskimport:remarks', { count: file.remarks.length })}</summary>
          <ul class="s-list">
            {file.remarks.map(({ line, sentence }) => (
              <li key={`${line} ${sentence}`}>
                {line === null ? '' : `${t('deskimport:lineNumber', { line })}: `}
                {sentence}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Problems({ file, onDrop }: Pick<ImportFileProps, 'file' | 'onDrop'>) {
  const { t } = useDesk();
  return (
    <div class="s-card is-stop s-stack s-import-problem">
      {file.problems.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p>{t('deskimport:problemDo')}</p>
      <span>
        <Button onPress={onDrop}>{t('deskimport:without', { name: file.name })}</Button>
      </span>
    </div>
  );
}
