/** One line of a list: what it does, or why it cannot and what can be decided about it, in its place. */
import { useState } from 'preact/hooks';
import type { ImportDecision, ImportLine, PreviewedFile } from '../../app/staff-import.ts';
import { Button, Door, State, type Tone } from '../controls.tsx';
import { Dialog } from '../Dialog.tsx';
import { useDesk } from '../desk-context.ts';
import { Field } from '../Field.tsx';
import { askedWords, choiceWord, differenceWords, introducedWords } from './import-words.ts';

export interface ImportRowProps {
  readonly line: ImportLine;
  readonly headings: PreviewedFile['headings'];
  readonly isDone: boolean;
  readonly decision: ImportDecision;
  readonly onDecide: (decision: ImportDecision) => void;
}

const tones: Readonly<Record<ImportLine['what'], Tone>> = {
  added: 'ok',
  changed: 'info',
  same: 'off',
  refused: 'warn',
  skipped: 'off',
};

export function ImportRow(props: ImportRowProps) {
  const { isDone, line } = props;
  const desk = useDesk();
  const { t } = desk;
  return (
    <li class={`is-${line.what}`}>
      <span class="is-line">{t('deskimport:lineNumber', { line: line.line })}</span>
      <State tone={tones[line.what]}>{t(`deskimport:${line.what}`)}</State>
      <span class="s-row">
        {line.door === null ? null : <Door number={line.door} />}
        <b>{line.name}</b>
      </span>
      <div class="is-what">
        {line.sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {line.asked === null ? null : <p>{askedWords(desk, line.asked)}</p>}
        {line.what === 'added' ? (
          <p>{line.differences.map((difference) => introducedWords(desk, difference)).join(', ')}</p>
        ) : (
          line.differences.map((difference) => <p key={difference.field}>{differenceWords(desk, difference)}</p>)
        )}
      </div>
      {isDone || line.what === 'same' ? null : <Choices {...props} />}
    </li>
  );
}

function Choices({ decision, headings, line, onDecide }: ImportRowProps) {
  const desk = useDesk();
  const { t } = desk;
  const [mending, setMending] = useState(false);
  const about = `${t('deskimport:lineNumber', { line: line.line })}, ${line.name}`;
  if (line.what === 'skipped')
    return (
      <span class="is-do">
        <Button label={`${t('deskimport:notSkip')}: ${about}`} onPress={() => onDecide({ ...decision, skip: false })}>
          {t('deskimport:notSkip')}
        </Button>
      </span>
    );
  const isRefused = line.what === 'refused';
  return (
    <span class="is-do">
      {line.asked?.choices.map((choice) => (
        <Button
          key={choice}
          label={`${choiceWord(desk, choice)}: ${about}`}
          onPress={() => onDecide({ ...decision, answers: [...decision.answers, choice] })}
        >
          {choiceWord(desk, choice)}
        </Button>
      ))}
      {isRefused && line.cells !== null && line.asked?.type !== 'notYours' ? (
        <Button label={`${t('deskimport:mend')}: ${about}`} onPress={() => setMending(true)}>
          {t('deskimport:mend')}
        </Button>
      ) : null}
      <Button
        tone={isRefused ? 'plain' : 'link'}
        label={`${t('deskimport:skip')}: ${about}`}
        onPress={() => onDecide({ ...decision, skip: true })}
      >
        {t('deskimport:skip')}
      </Button>
      {mending && line.cells !== null ? (
        <MendLine
          line={line}
          cells={line.cells}
          headings={headings}
          onClose={() => setMending(false)}
          onMend={(cells) => {
            setMending(false);
            onDecide({ ...decision, cells: { ...decision.cells, ...cells } });
          }}
        />
      ) : null}
    </span>
  );
}

interface MendLineProps extends Pick<ImportRowProps, 'line' | 'headings'> {
  readonly cells: Readonly<Record<string, string>>;
  readonly onMend: (cells: Readonly<Record<string, string>>) => void;
  readonly onClose: () => void;
}

/** The cells under the headings of the file itself. */
function MendLine({ cells, headings, line, onClose, onMend }: MendLineProps) {
  const { t } = useDesk();
  const [draft, setDraft] = useState(cells);
  const save = () => {
    const changed = Object.entries(draft).filter(([name, text]) => text !== cells[name]);
    onMend(Object.fromEntries(changed));
  };
  return (
    <Dialog title={t('deskimport:mendTitle', { line: line.line })} onClose={onClose}>
      <div class="s-form">
        {line.sentences.map((sentence) => (
          <p key={sentence}>
            <b>{sentence}</b>
          </p>
        ))}
        <div class="s-fields">
          {headings.map(({ label, name }) => (
            <Field
              key={name}
              label={label}
              value={draft[name] ?? ''}
              maxLength={500}
              onInput={(text) => setDraft({ ...draft, [name]: text })}
            />
          ))}
        </div>
        <p class="is-soft">{t('deskimport:mendOnly')}</p>
        <div class="s-ends">
          <Button onPress={onClose}>{t('deskframe:stop')}</Button>
          <Button tone="main" onPress={save}>
            {t('deskimport:mendSave')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
