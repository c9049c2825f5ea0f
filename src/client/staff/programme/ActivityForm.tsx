/** A new activity or series, or another word about one that is there: only what and when are needed. */
import { useState } from 'preact/hooks';
import { seenOf } from '../../app/begun-forms.ts';
import {
  blankDraft,
  type DraftWrong,
  draftOfActivity,
  type Edit,
  editOf,
  newSeriesOf,
  type ProgrammeDraft,
  whyNotDraft,
} from '../../app/programme-draft.ts';
import { usualRoom } from '../../app/programme-rooms.ts';
import { activityOf } from '../../app/staff-programme.ts';
import type { Reason } from '../../state/screens.ts';
import { Button, Wrong } from '../controls.tsx';
import { type BoardProps, useDesk } from '../desk-context.ts';
import { longDay } from '../desk-words.ts';
import { useHeldKeys } from '../held-keys.ts';
import { PageHead } from '../PageHead.tsx';
import { useBackKey } from '../single-keys.ts';
import { DraftDates } from './DraftDates.tsx';
import { KioskView } from './KioskView.tsx';
import { programmeRefusal } from './programme-words.ts';
import { TakePart } from './TakePart.tsx';
import { WhatWhen } from './WhatWhen.tsx';
import { WhichDialog } from './WhichDialog.tsx';

export interface FormProps extends BoardProps {
  /** Null is something new, on this date. */
  readonly activityId: string | null;
  readonly date: string;
  readonly onClose: () => void;
}

export function ActivityForm({ activityId, board, date, onClose }: FormProps) {
  const desk = useDesk();
  const { app, t } = desk;
  // What was there when the form opened: what somebody else does meanwhile is asked about.
  const [begun] = useState(() => app.begun.of('activity', activityId));
  const [seen] = useState(() =>
    begun === null && activityId !== null ? (activityOf(board, activityId) ?? undefined) : (begun?.seen ?? undefined),
  );
  const [draft, setDraft] = useState<ProgrammeDraft>(
    () => begun?.draft ?? (seen === undefined ? blankDraft(date, usualRoom(board)) : draftOfActivity(seen)),
  );
  const [wrong, setWrong] = useState<DraftWrong | null>(null);
  const [refused, refuse] = useState<Reason | 'nothing' | null>(null);
  const [edit, setEdit] = useState<Edit | null>(null);
  const put = (fields: Partial<ProgrammeDraft>) => {
    const next = { ...draft, ...fields };
    setDraft(next);
    app.begun.keep('activity', activityId, { seen: seen === undefined ? null : seenOf(seen), draft: next });
    refuse(null);
  };
  const stop = () => {
    app.begun.drop('activity', activityId);
    onClose();
  };
  const save = () => {
    const no = whyNotDraft(draft, seen === undefined);
    setWrong(no);
    refuse(null);
    if (no !== null) return;
    if (seen !== undefined) {
      const next = editOf(seen, draft);
      return next === null ? refuse('nothing') : setEdit(next);
    }
    const reason = app.act(newSeriesOf(board, draft), {
      text: t('deskprogramme:added', { title: draft.title.trim() }),
    });
    return reason === null ? stop() : refuse(reason);
  };
  useHeldKeys({ Enter: save });
  // What was begun stands there again.
  useBackKey(onClose);
  const hint = (keys: string) => (app.narrow.value ? undefined : keys);
  const said = wrong === null ? null : t(`deskprogramme:wrong_${wrong}`);
  const parts = { board, draft, put, wrong, said };
  return (
    <>
      <PageHead
        title={seen === undefined ? t('deskprogramme:newTitle') : t('deskprogramme:changeTitle', { title: seen.title })}
        line={seen === undefined ? t('deskprogramme:newLine') : longDay(desk, seen.date)}
        tabs={null}
      >
        <Button hint={hint('Esc')} onPress={stop}>
          {t('deskprogramme:stop')}
        </Button>
        <Button tone="main" hint={hint('Ctrl Enter')} onPress={save}>
          {t(seen === undefined ? 'deskprogramme:save' : 'deskprogramme:saveChange')}
        </Button>
      </PageHead>
      <div role="status">
        <Wrong id="form" sentence={said} />
        <Wrong id="refused" sentence={refusedWords(desk, refused)} />
        {refused !== null && refused !== 'nothing' && refused.type === 'firstDateSkipped' ? (
          <Button onPress={() => put({ date: refused.next })}>
            {t('deskprogramme:beginLater', { day: longDay(desk, refused.next) })}
          </Button>
        ) : null}
      </div>
      <div class="p-columns">
        <div>
          <WhatWhen {...parts} isNew={seen === undefined} />
          <TakePart {...parts} mayHide={seen === undefined || seen.meal === null} />
        </div>
        <div>
          <KioskView board={board} draft={draft} seen={seen ?? null} />
          {seen === undefined ? <DraftDates board={board} draft={draft} put={put} /> : null}
        </div>
      </div>
      {edit === null ? null : <WhichDialog board={board} edit={edit} onClose={() => setEdit(null)} onDone={stop} />}
    </>
  );
}

function refusedWords(desk: ReturnType<typeof useDesk>, refused: Reason | 'nothing' | null): string | null {
  if (refused === null) return null;
  return refused === 'nothing' ? desk.t('deskprogramme:nothingChanged') : programmeRefusal(desk, refused);
}
