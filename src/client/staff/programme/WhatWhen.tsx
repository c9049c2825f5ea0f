/** What it is called, when it is, how often and where; only name and day must be said. */
import {
  type DraftWrong,
  endDaysOf,
  newSeriesOf,
  type ProgrammeDraft,
  repeats,
  whyNotDraft,
} from '../../app/programme-draft.ts';
import { clashOfNew } from '../../app/programme-rooms.ts';
import { Segments, State } from '../controls.tsx';
import { type BoardProps, useDesk } from '../desk-context.ts';
import { longDay } from '../desk-words.ts';
import { Field } from '../Field.tsx';
import { endWords } from './programme-words.ts';
import { RoomField } from './RoomField.tsx';

export interface PartProps extends BoardProps {
  readonly draft: ProgrammeDraft;
  readonly put: (fields: Partial<ProgrammeDraft>) => void;
  readonly wrong: DraftWrong | null;
  /** What is wrong, as a sentence. */
  readonly said: string | null;
}

export function WhatWhen({ board, draft, isNew, put, said, wrong }: PartProps & { readonly isNew: boolean }) {
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
