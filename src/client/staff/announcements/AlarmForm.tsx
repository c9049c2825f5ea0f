/**
 * Giving an alarm in four steps, or other words for one that is on, with the real screen beside it. Refuses one without
 * an end before anybody sends it.
 */
import { useState } from 'preact/hooks';
import type { Announcement } from '../../../domain/announcement.ts';
import { announcementNamed, mostOf } from '../../../domain/announcement-views.ts';
import { type AlarmPhrase, alarmPhrases } from '../../app/alarm-phrases.ts';
import { type AlarmEnd, alarmOf, changeOf, endOfAlarm } from '../../app/alarm-times.ts';
import { type AlarmSaid, saidBy, saidOf, withTitle } from '../../app/alarm-words.ts';
import { Button, Segments, Wrong } from '../controls.tsx';
import { type BoardProps, useDesk } from '../desk-context.ts';
import { clock, momentIn } from '../desk-words.ts';
import { Field } from '../Field.tsx';
import { PageHead } from '../PageHead.tsx';
import { AlarmActs } from './AlarmActs.tsx';
import { AlarmLanguages } from './AlarmLanguages.tsx';
import { AlarmTablets } from './AlarmTablets.tsx';
import { AlarmUntil } from './AlarmUntil.tsx';
import { announcementNo } from './announcement-words.ts';
import { Previews } from './Previews.tsx';
import { useTablets } from './use-tablets.ts';

type Kind = AlarmPhrase['name'] | 'other';

interface AlarmDraft {
  readonly kind: Kind;
  readonly seen: Announcement | null;
  readonly said: AlarmSaid;
  readonly deviceIds: readonly string[];
}

const draftOf = (alarm: Announcement | null): AlarmDraft => ({
  kind: alarm === null ? 'water' : 'other',
  seen: alarm,
  said: alarm === null ? saidBy(phraseOf('water')) : saidOf(alarm),
  deviceIds: alarm?.deviceIds ?? [],
});

const phraseOf = (kind: Kind): AlarmPhrase | null => alarmPhrases.find(({ name }) => name === kind) ?? null;

export interface AlarmFormProps extends BoardProps {
  /** The one that is on and gets other words; null is a new one. */
  readonly alarm: Announcement | null;
  readonly onDone: () => void;
  readonly onStop: () => void;
}

export function AlarmForm({ alarm, board, onDone, onStop }: AlarmFormProps) {
  const desk = useDesk();
  const { app, t } = desk;
  const id = alarm?.id ?? null;
  /** `seen` is as it was when the writer began, or last chose between two versions. */
  const [{ deviceIds, kind, said, seen }, setDraft] = useState<AlarmDraft>(
    () => app.begun.of('alarm', id) ?? draftOf(alarm),
  );
  // Never kept: an alarm that was begun yesterday is not given by one tap.
  const [end, setEnd] = useState<AlarmEnd | null>(null);
  const put = (fields: Partial<AlarmDraft>) => {
    const next = { deviceIds, kind, said, seen, ...fields };
    setDraft(next);
    app.begun.keep('alarm', id, next);
  };
  const stop = () => {
    app.begun.drop('alarm', id);
    onStop();
  };
  const [wrong, setWrong] = useState<string | null>(null);
  const [clash, setClash] = useState(false);
  const tablets = useTablets();
  const now = app.minute.value;
  const timeOf = (at: number) => clock(momentIn(board, at).time);
  const keptUntil = seen === null ? null : Date.parse(seen.until);
  const until = end === null ? keptUntil : endOfAlarm(board, end, now);
  const missing = missingIn(said, until !== null);
  const wanted = { said, deviceIds, until: until ?? now + 3_600_000 };
  const hung: Announcement = {
    ...alarmOf(wanted, now),
    id: 'draft',
    by: null,
    at: new Date(now).toISOString(),
    endedAt: null,
    revision: 0,
    changedAt: null,
  };
  const done = () => {
    app.begun.drop('alarm', id);
    onDone();
  };
  const send = () => {
    if (app.connection.value.type === 'offline') return setWrong(t('deskalarm:needsInternet'));
    if (missing !== null) return setWrong(t(missing));
    const command = seen === null ? alarmOf(wanted, now) : changeOf(seen, wanted);
    if (command === null) return done();
    const no = app.act(command, { text: t(seen === null ? 'deskalarm:given' : 'deskalarm:changed') });
    setClash(no?.type === 'changedMeanwhile');
    if (no !== null) return setWrong(announcementNo(desk, no, board));
    done();
  };
  const theirs = seen === null ? null : announcementNamed(board, seen.id);
  const choose = (mine: boolean) => {
    if (theirs === null) return;
    setClash(false);
    setWrong(null);
    if (mine) return put({ seen: theirs });
    put({ seen: theirs, said: saidOf(theirs), deviceIds: theirs.deviceIds });
    setEnd(null);
  };
  return (
    <div class="s-write">
      <PageHead
        title={t(seen === null ? 'deskalarm:give' : 'deskalarm:change')}
        line={t(seen === null ? 'deskalarm:line' : 'deskalarm:changeLine')}
        tabs={null}
      >
        <Button onPress={stop}>{t(seen === null ? 'deskalarm:stop' : 'deskalarm:stopChange')}</Button>
      </PageHead>
      <div class="s-columns">
        <div class="s-form">
          {seen !== null ? null : (
            <>
              <h2>{t('deskalarm:step1')}</h2>
              <Segments<Kind>
                label={t('deskalarm:step1')}
                chosen={kind}
                choices={(['water', 'power', 'lift', 'hall', 'other'] as const).map((value) => ({
                  value,
                  text: t(`deskalarm:${value}`),
                }))}
                onChoose={(chosen) => put({ kind: chosen, said: saidBy(phraseOf(chosen)) })}
              />
            </>
          )}
          <Field
            label={t('deskalarm:title')}
            value={said.title}
            maxLength={mostOf.title}
            onInput={(title) => put({ said: withTitle(said, title) })}
          />
          <Field
            label={t('deskalarm:text')}
            value={said.text}
            maxLength={mostOf.alarmText}
            onInput={(text) => put({ said: { ...said, text } })}
          />
          <AlarmActs said={said} onChange={(next) => put({ said: next })} />
          <AlarmLanguages said={said} onChange={(next) => put({ said: next })} />
          <h2>{t(seen === null ? 'deskalarm:step2' : 'deskalarm:untilHead')}</h2>
          <p class="s-help">{t('deskalarm:must')}</p>
          <AlarmUntil end={end} kept={keptUntil === null ? null : timeOf(keptUntil)} onChange={setEnd} />
          <h2>{t(seen === null ? 'deskalarm:step3' : 'deskalarm:screensHead')}</h2>
          <AlarmTablets tablets={tablets} deviceIds={deviceIds} onChange={(next) => put({ deviceIds: next })} />
        </div>
        <div>
          <Previews board={board} announcement={hung} views={['alarm']} />
          <section class="s-card s-go" aria-labelledby="step4">
            <h2 id="step4">{t(seen === null ? 'deskalarm:step4' : 'deskalarm:rightHead')}</h2>
            {until === null ? null : (
              <p>
                {t('deskalarm:summary', {
                  count: deviceIds.length === 0 ? (tablets?.length ?? 0) : deviceIds.length,
                  time: timeOf(until),
                })}
              </p>
            )}
            {clash && theirs !== null ? (
              <>
                <p>{t('deskannouncement:theirs', { value: theirs.title })}</p>
                <div class="s-row is-wrap">
                  <Button onPress={() => choose(false)}>{t('deskannouncement:takeTheirs')}</Button>
                  <Button onPress={() => choose(true)}>{t('deskannouncement:takeMine')}</Button>
                </div>
              </>
            ) : null}
            <Wrong id="give" sentence={wrong} />
            <button type="button" class="s-button is-alarm" onClick={send}>
              <span>{t(missing ?? (seen === null ? 'deskalarm:go' : 'deskalarm:goChange'))}</span>
            </button>
            <p>{t('deskalarm:urgent')}</p>
          </section>
        </div>
      </div>
    </div>
  );
}

function missingIn(said: AlarmSaid, hasEnd: boolean) {
  if (said.title.trim() === '') return 'deskalarm:noTitle';
  if (said.acts.some(({ words }) => words.trim() === '')) return 'deskalarm:noWords';
  return hasEnd ? null : 'deskalarm:noUntil';
}
