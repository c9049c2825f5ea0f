/**
 * Lists read in at the desk: what each line would do, what must be decided first, and then all at once. Refuses to change
 * anything before that, and to show a card.
 */
import { useEffect, useState } from 'preact/hooks';
import {
  askedOf,
  type ChosenFiles,
  type Decisions,
  type ImportAnswer,
  type ImportDecision,
  type ImportKind,
  type ImportPreview,
  importKinds,
  kindOf,
  linesToRead,
  withDecision,
} from '../../app/staff-import.ts';
import { Button, Wrong } from '../controls.tsx';
import { type BoardProps, useDesk } from '../desk-context.ts';
import { PageHead } from '../PageHead.tsx';
import { useSingleKeys } from '../single-keys.ts';
import { ChooseFiles } from './ChooseFiles.tsx';
import { ImportFile } from './ImportFile.tsx';
import { kindWord } from './import-words.ts';

export function ImportPart(_props: BoardProps) {
  const { app, t } = useDesk();
  const { asked, busy, decide, drop, files, preview, take, wrong, read } = useImport();
  const stop = () => app.goTo({ page: 'bewoners', part: 'lijst' });
  useSingleKeys({ Escape: stop });
  const names = Object.values(files).map(({ name }) => name);
  const isDone = preview?.applied === true;
  useEffect(() => (isDone ? focusWayOut() : undefined), [isDone]);
  return (
    <>
      <PageHead
        title={t('deskimport:title')}
        line={
          names.length === 0
            ? t('deskimport:nothingYet')
            : `${names.join(', ')} · ${t(isDone ? 'deskimport:isRead' : 'deskimport:unchanged')}`
        }
        tabs={null}
      >
        <Button icon="back" onPress={stop} hint={app.letters.value && !app.narrow.value ? 'Esc' : undefined}>
          {t(isDone ? 'deskpeople:back' : 'deskframe:stop')}
        </Button>
      </PageHead>
      {isDone ? null : <ChooseFiles hasSome={names.length > 0} onChosen={take} />}
      <div>
        <p role="status" class={busy ? 'is-soft' : 's-hidden'}>
          {busy ? t('deskimport:busy') : ''}
        </p>
        <div role="alert">
          <Wrong id="import" sentence={wrong} />
        </div>
      </div>
      {preview === null
        ? null
        : preview.files.map((file) => (
            <ImportFile
              key={`${file.kind} ${file.name}`}
              file={file}
              isDone={isDone}
              decisions={asked}
              onDecide={(decision) => decide(file.kind, decision)}
              onDrop={() => drop(file.kind)}
            />
          ))}
      {preview === null || isDone || preview.files.length === 0 ? null : <Foot preview={preview} onRead={read} />}
    </>
  );
}

function Foot({ onRead, preview }: { readonly preview: ImportPreview; readonly onRead: () => void }) {
  const { t } = useDesk();
  const { undecided } = preview;
  const count = linesToRead(preview);
  const missing = preview.files.filter((file) => file.missing > 0);
  return (
    <div class="s-card s-import-foot">
      <p>
        {undecided > 0 ? <b>{t('deskimport:undecided', { count: undecided })} </b> : null}
        {undecided > 0 ? `${t('deskimport:thenAll')} ` : null}
        {missing.map((file) => (
          <span key={file.kind}>{t(`deskimport:missing_${file.kind}`, { count: file.missing })} </span>
        ))}
      </p>
      {undecided > 0 ? (
        <Button icon="warn" onPress={focusFirstQuestion}>
          {t('deskimport:decideFirst', { count: undecided })}
        </Button>
      ) : (
        <Button tone="main" icon="check" onPress={onRead}>
          {count === 0 ? t('deskimport:nothingToRead') : t('deskimport:read', { count })}
        </Button>
      )}
    </div>
  );
}

function focusFirstQuestion(): void {
  document.querySelector<HTMLElement>('.s-import .is-refused button, .s-import-problem button')?.focus();
}

/** What was read stands on the page from its beginning, and the way on is in sight. */
function focusWayOut(): void {
  document.querySelector<HTMLElement>('.s-head button')?.focus();
}

/** The files, what was decided about their lines, and what the server makes of both. */
function useImport() {
  const { app, t } = useDesk();
  const [files, setFiles] = useState<ChosenFiles>({});
  const [asked, setAsked] = useState<Decisions>({});
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const ask = async (work: Promise<ImportAnswer>): Promise<ImportPreview | null> => {
    setBusy(true);
    setWrong(null);
    const answer = await work;
    setBusy(false);
    if (answer.ok) setPreview(answer.preview);
    else setWrong(t(`deskimport:${answer.why}`));
    return answer.ok ? answer.preview : null;
  };
  const look = (nextFiles: ChosenFiles, nextAsked: Decisions) => {
    setFiles(nextFiles);
    setAsked(nextAsked);
    if (Object.keys(nextFiles).length === 0) setPreview(null);
    else void ask(app.people.preview(askedOf(nextFiles, nextAsked)));
  };
  return {
    files,
    asked,
    preview,
    wrong,
    busy,
    async take(chosen: readonly File[]) {
      const opened = await Promise.all(chosen.map((file) => app.readFile(file)));
      const named = opened.map((file) => [kindOf(file), file] as const);
      const next = Object.fromEntries(named);
      // Another file is another list: what was decided about the lines of the one before says nothing about it.
      const kept = importKinds.filter((kind) => next[kind] === undefined && asked[kind] !== undefined);
      look({ ...files, ...next }, Object.fromEntries(kept.map((kind) => [kind, asked[kind]])));
    },
    drop(kind: ImportKind) {
      const { [kind]: _file, ...rest } = files;
      const { [kind]: _asked, ...others } = asked;
      look(rest, others);
    },
    decide: (kind: ImportKind, decision: ImportDecision) => look(files, withDecision(asked, kind, decision)),
    async read() {
      const done = await ask(app.people.read(askedOf(files, asked)));
      if (done?.applied !== true) return;
      const kinds = done.files.map(({ kind }) => kindWord(t, kind)).join(', ');
      app.say(t('deskimport:done', { count: linesToRead(done), kinds }));
    },
  };
}
