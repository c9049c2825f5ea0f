/** Writing an announcement: the words with a live word about them, when, where, and the kiosk itself beside it. */
import { useId, useRef, useState } from 'preact/hooks';
import { mostOf } from '../../../domain/announcement-views.ts';
import { asHung, commandOf, type Draft, dropDraft, keepDraft, missingIn } from '../../app/announcement-drafts.ts';
import { daysLater } from '../../app/staff-week.ts';
import { Button, Segments, Wrong } from '../controls.tsx';
import { type BoardProps, useDesk } from '../desk-context.ts';
import { clock, momentIn } from '../desk-words.ts';
import { Field } from '../Field.tsx';
import { PageHead } from '../PageHead.tsx';
import { announcementNo } from './announcement-words.ts';
import { LanguagesField } from './LanguagesField.tsx';
import { Meter } from './Meter.tsx';
import { PictureField } from './PictureField.tsx';
import { Previews } from './Previews.tsx';
import { TheirVersion } from './TheirVersion.tsx';
import { WhereField } from './WhereField.tsx';

export interface WriteFormProps extends BoardProps {
  readonly draft: Draft;
  readonly onDone: () => void;
}

export function WriteForm({ board, draft: first, onDone }: WriteFormProps) {
  const desk = useDesk();
  const { app, t } = desk;
  const [draft, setDraft] = useState(first);
  const [wrong, setWrong] = useState<string | null>(null);
  const [clash, setClash] = useState<readonly string[]>([]);
  const text = useRef<HTMLTextAreaElement>(null);
  const now = app.minute.value;
  const put = (fields: Partial<Draft>) => {
    const next = { ...draft, ...fields, savedAt: now };
    setDraft(next);
    setWrong(null);
    keepDraft(app.drafts, next);
  };
  const leave = () => {
    onDone();
    app.goTo({ page: 'berichten', part: 'lijst' });
  };
  const missing = missingIn(draft);
  const place = () => {
    if (missing !== null)
      return setWrong(t(missing === 'title' ? 'deskannouncement:missingTitle' : 'deskannouncement:missingUntil'));
    const command = commandOf(board, draft, now);
    const title = draft.title.trim();
    const no = app.check(command);
    if (no !== null) {
      setClash(no.type === 'changedMeanwhile' ? no.fields : []);
      return setWrong(announcementNo(desk, no, board));
    }
    dropDraft(app.drafts, draft.key);
    leave();
    app.act(command, {
      text: t(command.type === 'postAnnouncement' ? 'deskannouncement:posted' : 'deskannouncement:changed', { title }),
      undo: (changes) => {
        const hung = changes.find((change) => change.type === 'announcementPut');
        if (command.type !== 'postAnnouncement' || hung?.type !== 'announcementPut') return null;
        return {
          command: { type: 'endAnnouncement', announcementId: hung.row.id },
          text: t('deskannouncement:postUndone', { title }),
        };
      },
    });
  };
  const { time } = momentIn(board, draft.savedAt);
  const today = app.wallClock.value.date;
  return (
    <form
      class="s-write"
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={(press) => {
        if (press.key !== 'Enter' || !press.ctrlKey) return;
        press.preventDefault();
        place();
      }}
    >
      <PageHead
        title={t(draft.announcementId === null ? 'deskannouncement:newTitle' : 'deskannouncement:editTitle')}
        line={t('deskannouncement:savedAt', { time: clock(time) })}
        tabs={null}
      >
        <Button onPress={leave}>{t('deskannouncement:saveAndStop')}</Button>
        <Button tone="main" hint={app.narrow.value ? undefined : 'Ctrl Enter'} onPress={place}>
          {missing === 'title'
            ? t('deskannouncement:missingTitle')
            : missing === 'until'
              ? t('deskannouncement:missingUntil')
              : t(draft.announcementId === null ? 'deskannouncement:place' : 'deskannouncement:save')}
        </Button>
      </PageHead>
      <div class="s-columns">
        <div class="s-form">
          <Wrong id="place" sentence={wrong} />
          <TheirVersion board={board} draft={draft} fields={clash} onChange={put} />
          <Field
            label={t('deskannouncement:title')}
            help={t('deskannouncement:letters', { count: draft.title.length, most: mostOf.title })}
            value={draft.title}
            maxLength={mostOf.title}
            onInput={(title) => put({ title })}
          />
          <TextArea draft={draft} place={text} onInput={(words) => put({ text: words })} />
          <Meter board={board} draft={draft} text={text} onChange={put} />
          <div class="s-fields">
            <Field
              label={t('deskannouncement:fromDate')}
              help={t('deskannouncement:fromHelp')}
              type="date"
              value={draft.fromDate}
              onInput={(fromDate) => put({ fromDate, fromTime: draft.fromTime === '' ? '08:00' : draft.fromTime })}
            />
            <Field
              label={t('deskannouncement:fromTime')}
              help={t('deskannouncement:fromHelp')}
              type="time"
              value={draft.fromTime}
              onInput={(fromTime) => put({ fromTime })}
            />
            <Field
              label={t('deskannouncement:untilDate')}
              type="date"
              value={draft.untilDate}
              onInput={(untilDate) => put({ untilDate, untilTime: draft.untilTime === '' ? '22:00' : draft.untilTime })}
            />
            <Field
              label={t('deskannouncement:untilTime')}
              type="time"
              value={draft.untilTime}
              onInput={(untilTime) => put({ untilTime })}
            />
          </div>
          <div class="s-row is-wrap">
            <Button onPress={() => put({ untilDate: today, untilTime: '22:00' })}>
              {t('deskannouncement:tonight')}
            </Button>
            <Button onPress={() => put({ untilDate: daysLater(today, 7), untilTime: '22:00' })}>
              {t('deskannouncement:week')}
            </Button>
          </div>
          <div class="s-field">
            <span class="s-label">{t('deskannouncement:level')}</span>
            <Segments<Draft['level']>
              label={t('deskannouncement:level')}
              chosen={draft.level}
              choices={[
                { value: 'information', text: t('deskannouncement:levelInformation') },
                { value: 'important', text: t('deskannouncement:levelImportant') },
              ]}
              onChoose={(level) => put({ level })}
            />
          </div>
          <PictureField draft={draft} onChange={put} />
          <WhereField draft={draft} onChange={put} />
          <LanguagesField draft={draft} onChange={put} />
        </div>
        <Previews
          board={board}
          announcement={asHung(board, draft, { by: app.me.staffId ?? null, now })}
          views={['today', 'message']}
        />
      </div>
    </form>
  );
}

interface TextAreaProps {
  readonly draft: Draft;
  readonly place: { current: HTMLTextAreaElement | null };
  readonly onInput: (text: string) => void;
}

function TextArea({ draft, onInput, place }: TextAreaProps) {
  const { t } = useDesk();
  const id = useId();
  return (
    <div class="s-field">
      <label for={id}>{t('deskannouncement:text')}</label>
      <p class="s-help" id={`${id}-help`}>
        {t('deskannouncement:letters', { count: draft.text.length, most: mostOf.text })}
      </p>
      <textarea
        id={id}
        ref={place}
        rows={4}
        maxLength={mostOf.text}
        value={draft.text}
        aria-describedby={`${id}-help`}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
      />
    </div>
  );
}
