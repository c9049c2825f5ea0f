/** A new activity or series, or another word about one that is there: only what and when are needed. */
import { useState } from 'preact/hooks';
import type { Category } from '../../../domain/series.ts';
import { NEW } from '../../app/begun-forms.ts';
import {
  blankDraft,
  categoryChoices,
  type DraftWrong,
  datesOfDraft,
  draftOfActivity,
  type Edit,
  editOf,
  endDaysOf,
  newSeriesOf,
  type ProgrammeDraft,
  repeats,
  whyNotDraft,
  withCategory,
} from '../../app/programme-draft.ts';
import { clashOfNew, usualRoom } from '../../app/programme-rooms.ts';
import { activityOf } from '../../app/staff-programme.ts';
import { teamOf } from '../../app/staff-team.ts';
import type { Reason } from '../../state/screens.ts';
import { Button, Segments, Select, State, Wrong } from '../controls.tsx';
import { type BoardProps, useDesk } from '../desk-context.ts';
import { longDay } from '../desk-words.ts';
import { Field } from '../Field.tsx';
import { useHeldKeys } from '../held-keys.ts';
import { PageHead } from '../PageHead.tsx';
import { useBackKey } from '../single-keys.ts';
import { KioskView } from './KioskView.tsx';
import { Pictures } from './Pictures.tsx';
import { closesWords, dayOffWords, endWords, programmeRefusal } from './programme-words.ts';
import { RoomField } from './RoomField.tsx';
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
  const key = activityId ?? NEW;
  const [begun] = useState(() => app.begun.activities.get(key));
  const [seen] = useState(() =>
    begun === undefined && activityId !== null ? (activityOf(board, activityId) ?? undefined) : begun?.seen,
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
    app.begun.activities.set(key, { seen, draft: next });
    refuse(null);
  };
  const stop = () => {
    app.begun.activities.delete(key);
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

interface PartProps extends BoardProps {
  readonly draft: ProgrammeDraft;
  readonly put: (fields: Partial<ProgrammeDraft>) => void;
  readonly wrong: DraftWrong | null;
  readonly said: string | null;
  readonly isNew: boolean;
}

function WhatWhen({ board, draft, isNew, put, said, wrong }: PartProps) {
  const desk = useDesk();
  const { t } = desk;
  const at = (field: DraftWrong) => (wrong === field ? said : null);
  return (
    <section class="s-card s-form" aria-labelledby="what">
      <h2 id="what">{t('deskprogramme:whatWhen')}</h2>
      <Field
        label={t('deskprogramme:name')}
        value={draft.title}
        maxLength={80}
        focusFirst
        wrong={at('title')}
        onInput={(title) => put({ title })}
      />
      <div class="p-fields">
        <Field
          label={t('deskprogramme:day')}
          type="date"
          value={draft.date}
          wrong={at('date')}
          onInput={(date) => put({ date })}
        />
        <Field
          label={t('deskprogramme:from')}
          type="time"
          value={draft.startTime}
          wrong={at('time')}
          onInput={(startTime) => put({ startTime })}
        />
        <Field
          label={t('deskprogramme:until')}
          type="time"
          value={draft.endTime}
          onInput={(endTime) => put({ endTime })}
        />
      </div>
      <div role="status">
        {draft.endTime === '' || draft.startTime === '' || endDaysOf(draft) === 0 ? null : (
          <State tone="info">
            {t('deskprogramme:endsNextDay', {
              end: endWords(desk, { endDays: endDaysOf(draft), endTime: draft.endTime }),
            })}
          </State>
        )}
      </div>
      <RoomField board={board} value={draft.room} onChoose={(room) => put({ room })} />
      {isNew ? <RoomThen board={board} draft={draft} /> : null}
      {isNew ? (
        <>
          <div class="p-repeat">
            <b>{t('deskprogramme:repeat')}</b>
            <Segments
              label={t('deskprogramme:repeat')}
              choices={repeats.map((value) => ({ value, text: t(`deskprogramme:${value}`) }))}
              chosen={draft.repeat}
              onChoose={(repeat) => put({ repeat })}
            />
          </div>
          {draft.repeat === 'once' ? null : (
            <>
              <Field
                label={t('deskprogramme:lastTime')}
                help={t('deskprogramme:alwaysEnds')}
                type="date"
                value={draft.until}
                wrong={at('until')}
                onInput={(until) => put({ until })}
              />
              <label class="s-tick">
                <input
                  type="checkbox"
                  checked={draft.skipDaysOff}
                  onChange={() => put({ skipDaysOff: !draft.skipDaysOff, otherwise: [] })}
                />
                <span>{t('deskprogramme:skipDaysOff')}</span>
              </label>
            </>
          )}
        </>
      ) : (
        <p class="is-soft">{t('deskprogramme:otherRhythm')}</p>
      )}
    </section>
  );
}

/** Whether the room is free on every date, as far as what and when are said. */
function RoomThen({ board, draft }: BoardProps & { readonly draft: ProgrammeDraft }) {
  const desk = useDesk();
  const { app, t } = desk;
  const named = { ...draft, title: draft.title.trim() === '' ? t('deskprogramme:new') : draft.title };
  if (draft.room === '' || whyNotDraft(named, true) !== null) return null;
  const changes = app.foresee(newSeriesOf(board, named));
  if (changes === null) return null;
  const clash = clashOfNew(board, changes);
  if (clash === null) return <State tone="ok">{t('deskprogramme:roomFreeAll', { room: draft.room })}</State>;
  const day = longDay(desk, clash.date);
  return <State tone="warn">{t('deskprogramme:roomTakenOn', { room: draft.room, day, other: clash.title })}</State>;
}

const usualCloses = [null, { daysBefore: 0, time: '10:00' }, { daysBefore: 1, time: '17:00' }] as const;

function TakePart({
  board,
  draft,
  mayHide,
  put,
  said,
  wrong,
}: Omit<PartProps, 'isNew'> & { readonly mayHide: boolean }) {
  const desk = useDesk();
  const { t } = desk;
  const at = (field: DraftWrong) => (wrong === field ? said : null);
  const text = (closes: ProgrammeDraft['closes']) => JSON.stringify(closes);
  const closes = usualCloses.some((each) => text(each) === text(draft.closes))
    ? usualCloses
    : [...usualCloses, draft.closes];
  const team = [...new Set([...teamOf(board).map(({ name }) => name), draft.leader])].filter((name) => name !== '');
  return (
    <section class="s-card s-form" aria-labelledby="take-part">
      <h2 id="take-part">{t('deskprogramme:takePart')}</h2>
      <div class="p-fields">
        <Select
          id="sign-up"
          label={t('deskprogramme:signUp')}
          value={draft.signUp}
          choices={[
            { value: 'open', text: t('deskprogramme:signUpOpen') },
            { value: 'none', text: t('deskprogramme:signUpNone') },
          ]}
          onChoose={(signUp) => put({ signUp })}
        />
        <Select
          id="closes"
          label={t('deskprogramme:closes')}
          value={text(draft.closes)}
          choices={closes.map((each) => ({ value: text(each), text: closesWords(desk, each) }))}
          onChoose={(chosen) => put({ closes: closes.find((each) => text(each) === chosen) ?? null })}
        />
        <Select
          id="leader"
          label={t('deskprogramme:leader')}
          value={draft.leader}
          choices={[
            { value: '', text: t('deskprogramme:noLeader') },
            ...team.map((name) => ({ value: name, text: name })),
          ]}
          onChoose={(leader) => put({ leader })}
        />
        <Select
          id="category"
          label={t('deskprogramme:category')}
          value={draft.category}
          choices={categoryChoices.map((value) => ({ value, text: t(`deskprogramme:category_${value}`) }))}
          onChoose={(category: Category) => put(withCategory(draft, category))}
        />
      </div>
      <div class="p-fields">
        <Field
          label={t('deskprogramme:places')}
          help={t('deskprogramme:placesHelp')}
          inputMode="numeric"
          value={draft.capacity}
          wrong={at('capacity')}
          onInput={(capacity) => put({ capacity })}
        />
        <Field
          label={t('deskprogramme:guests')}
          help={t('deskprogramme:guestsHelp')}
          inputMode="numeric"
          value={draft.guests}
          wrong={at('guests')}
          onInput={(guests) => put({ guests })}
        />
        <Field
          label={t('deskprogramme:price')}
          help={t('deskprogramme:priceHelp')}
          inputMode="decimal"
          value={draft.price}
          wrong={at('price')}
          onInput={(price) => put({ price })}
        />
        <Field
          label={t('deskprogramme:minutes')}
          inputMode="numeric"
          value={draft.minutesOfMovement}
          wrong={at('minutes')}
          onInput={(minutesOfMovement) => put({ minutesOfMovement })}
        />
      </div>
      <Pictures chosen={draft.pictogram} onChoose={(pictogram) => put({ pictogram })} />
      <Field
        label={t('deskprogramme:description')}
        value={draft.description}
        maxLength={600}
        onInput={(description) => put({ description })}
      />
      <div class="s-ticks">
        <label class="s-tick">
          <input type="checkbox" checked={draft.neighbours} onChange={() => put({ neighbours: !draft.neighbours })} />
          <span>{t('deskprogramme:neighbours')}</span>
        </label>
        {mayHide ? (
          <label class="s-tick">
            <input type="checkbox" checked={draft.discreet} onChange={() => put({ discreet: !draft.discreet })} />
            <span>{t('deskprogramme:discreet')}</span>
          </label>
        ) : null}
      </div>
    </section>
  );
}

interface DatesProps extends BoardProps {
  readonly draft: ProgrammeDraft;
  readonly put: (fields: Partial<ProgrammeDraft>) => void;
}

/** Every date with the way to leave it out or put it back. */
function DraftDates({ board, draft, put }: DatesProps) {
  const desk = useDesk();
  const { t } = desk;
  const dates = datesOfDraft(board, draft);
  const turn = (date: string) =>
    put({
      otherwise: draft.otherwise.includes(date)
        ? draft.otherwise.filter((each) => each !== date)
        : [...draft.otherwise, date],
    });
  return (
    <section class="s-card" aria-labelledby="all-dates">
      <h2 id="all-dates">{t('deskprogramme:allDates')}</h2>
      <p role="status">
        {dates.length === 0
          ? t('deskprogramme:noDates')
          : t('deskprogramme:times', { count: dates.filter(({ skipped }) => !skipped).length })}
      </p>
      <ul class="p-dates">
        {dates.map(({ date, holiday, period, skipped }) => {
          const day = longDay(desk, date);
          const off = dayOffWords(desk, { holiday, period: period === null ? null : { name: period } });
          const act = t(skipped ? 'deskprogramme:restore' : 'deskprogramme:skip');
          return (
            <li key={date}>
              <span>
                <span class={skipped ? 'is-off' : ''}>{day}</span> {off}
              </span>
              {draft.repeat === 'once' ? null : (
                <Button tone="link" label={`${act}: ${day}`} onPress={() => turn(date)}>
                  {act}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
