/** Giving an alarm in four steps, with the real screen beside it. Refuses one without an end before anybody sends it. */
import { useState } from 'preact/hooks';
import type { Announcement } from '../../../domain/announcement.ts';
import { mostOf } from '../../../domain/announcement-views.ts';
import { type AlarmPhrase, alarmPhrases } from '../../app/alarm-phrases.ts';
import { type AlarmEnd, alarmOf, endOfAlarm } from '../../app/alarm-times.ts';
import { isSeen } from '../../app/staff-team.ts';
import { Button, Segments, Select, State, Wrong } from '../controls.tsx';
import { type BoardProps, useDesk } from '../desk-context.ts';
import { clock, momentIn } from '../desk-words.ts';
import { Field } from '../Field.tsx';
import { PageHead } from '../PageHead.tsx';
import { announcementNo } from './announcement-words.ts';
import { LanguagesField } from './LanguagesField.tsx';
import { Previews } from './Previews.tsx';
import { pictureNames, pictureWords } from './picture-words.ts';
import { useTablets } from './use-tablets.ts';

type Kind = AlarmPhrase['name'] | 'other';
type Act = Announcement['acts'][number];

interface Said {
  readonly title: string;
  readonly acts: readonly Act[];
  readonly translations: readonly { language: string; title: string; text: string }[];
}

const nothing: Said = { title: '', acts: [], translations: [] };
const phraseOf = (kind: Kind): Said => alarmPhrases.find(({ name }) => name === kind) ?? nothing;

export function AlarmForm({ board }: BoardProps) {
  const desk = useDesk();
  const { app, t } = desk;
  const [kind, setKind] = useState<Kind>('water');
  const [said, setSaid] = useState<Said>(phraseOf('water'));
  const [end, setEnd] = useState<AlarmEnd | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const tablets = useTablets();
  const now = app.minute.value;
  const until = end === null ? null : endOfAlarm(board, end, now);
  const put = (fields: Partial<Said>) => setSaid({ ...said, ...fields });
  const missing =
    said.title.trim() === ''
      ? t('deskalarm:noTitle')
      : said.acts.some(({ words }) => words.trim() === '')
        ? t('deskalarm:noWords')
        : until === null
          ? t('deskalarm:noUntil')
          : null;
  const command = alarmOf(said, now, until ?? now + 3_600_000);
  const offline = app.connection.value.type === 'offline';
  const give = () => {
    if (offline) return setWrong(t('deskalarm:needsInternet'));
    if (missing !== null) return setWrong(missing);
    const no = app.act(command, { text: t('deskalarm:given') });
    setWrong(no === null ? null : announcementNo(desk, no, board));
  };
  const hung: Announcement = { ...command, id: 'draft', by: null, at: command.from, endedAt: null };
  return (
    <div class="s-write">
      <PageHead title={t('deskalarm:give')} line={t('deskalarm:line')} tabs={null}>
        <Button onPress={() => app.goTo({ page: 'berichten', part: 'lijst' })}>{t('deskalarm:stop')}</Button>
      </PageHead>
      <div class="s-columns">
        <div class="s-form">
          <h2>{t('deskalarm:step1')}</h2>
          <Segments<Kind>
            label={t('deskalarm:step1')}
            chosen={kind}
            choices={(['water', 'power', 'lift', 'hall', 'other'] as const).map((value) => ({
              value,
              text: t(`deskalarm:${value}`),
            }))}
            onChoose={(chosen) => {
              setKind(chosen);
              setSaid(phraseOf(chosen));
            }}
          />
          <Field
            label={t('deskalarm:title')}
            value={said.title}
            maxLength={mostOf.title}
            // Other words than the fixed ones have no fixed translation.
            onInput={(title) => put({ title, ...(kind === 'other' ? {} : { translations: [] }) })}
          />
          <Acts acts={said.acts} onChange={(acts) => put({ acts })} />
          {kind === 'other' || said.translations.length === 0 ? (
            <LanguagesField
              draft={{ translations: [...said.translations] }}
              titleOnly
              onChange={({ translations }) => put({ translations })}
            />
          ) : (
            <p class="is-soft">{t('deskalarm:fixed')}</p>
          )}
          <h2>{t('deskalarm:step2')}</h2>
          <p class="s-help">{t('deskalarm:must')}</p>
          <Until end={end} onChange={setEnd} />
          <h2>{t('deskalarm:step3')}</h2>
          <p class="s-help">{t('deskalarm:screensAll')}</p>
          <ul class="s-notes s-card">
            {tablets === null || tablets.length === 0 ? <li>{t('deskalarm:noScreens')}</li> : null}
            {(tablets ?? []).map((tablet) => (
              <li key={tablet.id}>
                <b class="is-grow">{tablet.name}</b>
                {isSeen(tablet, now) ? (
                  <State tone="ok">{t('deskalarm:reached')}</State>
                ) : (
                  <State tone="warn">{t('deskalarm:away')}</State>
                )}
              </li>
            ))}
          </ul>
        </div>
        <div>
          <Previews board={board} announcement={hung} views={['alarm']} />
          <section class="s-card s-go" aria-labelledby="step4">
            <h2 id="step4">{t('deskalarm:step4')}</h2>
            {until === null ? null : (
              <p>
                {t('deskalarm:summary', {
                  count: tablets?.length ?? 0,
                  time: clock(momentIn(board, until).time),
                })}
              </p>
            )}
            <Wrong id="give" sentence={wrong} />
            <button type="button" class="s-button is-alarm" onClick={give}>
              <span>{missing ?? t('deskalarm:go')}</span>
            </button>
            <p>{t('deskalarm:urgent')}</p>
          </section>
        </div>
      </div>
    </div>
  );
}

function Acts({
  acts,
  onChange,
}: {
  readonly acts: readonly Act[];
  readonly onChange: (acts: readonly Act[]) => void;
}) {
  const { t } = useDesk();
  const put = (nth: number, fields: Partial<Act>) =>
    onChange(acts.map((act, i) => (i === nth ? { ...act, ...fields } : act)));
  return (
    <fieldset class="s-field">
      <legend>{t('deskalarm:acts')}</legend>
      <p class="s-help">{t('deskalarm:actsMost')}</p>
      {acts.map((act, nth) => (
        <div key={nth} class="s-fields">
          <Field
            label={t('deskalarm:act', { number: nth + 1 })}
            value={act.words}
            maxLength={mostOf.title}
            onInput={(words) => put(nth, { words })}
          />
          <Select<string>
            id={`act-${nth}`}
            label={t('deskalarm:actPicture', { number: nth + 1 })}
            value={act.pictogram}
            choices={pictureNames.map((name) => ({ value: name, text: pictureWords[name] ?? name }))}
            onChoose={(pictogram) => put(nth, { pictogram })}
          />
          <Button tone="link" onPress={() => onChange(acts.filter((_, i) => i !== nth))}>
            {t('deskalarm:dropAct', { number: nth + 1 })}
          </Button>
        </div>
      ))}
      {acts.length >= mostOf.acts ? null : (
        <Button icon="plus" onPress={() => onChange([...acts, { pictogram: 'home', words: '' }])}>
          {t('deskalarm:addAct')}
        </Button>
      )}
    </fieldset>
  );
}

const ends = ['hour', 'four', 'midnight', 'time'] as const;

function Until({ end, onChange }: { readonly end: AlarmEnd | null; readonly onChange: (end: AlarmEnd) => void }) {
  const { t } = useDesk();
  const chosen = end === null ? '' : end.type;
  return (
    <>
      <Segments<(typeof ends)[number] | ''>
        label={t('deskalarm:step2')}
        chosen={chosen}
        choices={ends.map((value) => ({
          value,
          text: t(value === 'time' ? 'deskalarm:otherTime' : `deskalarm:${value}`),
        }))}
        onChoose={(type) => (type === '' ? undefined : onChange(type === 'time' ? { type, time: '' } : { type }))}
      />
      {end?.type === 'time' ? (
        <Field
          label={t('deskalarm:time')}
          type="time"
          value={end.time}
          onInput={(time) => onChange({ type: 'time', time })}
        />
      ) : null}
    </>
  );
}
