/** A live word about the words: what not everybody reads easily, and what can stand there instead. */
import type { Draft } from '../../app/announcement-drafts.ts';
import { type Finding, findingsIn, MOST_WORDS, mended, type When } from '../../app/plain-words.ts';
import { daysLater } from '../../app/staff-week.ts';
import { civilDate, formatWeekday } from '../../i18n/dates.ts';
import type { StaffKey } from '../../i18n/staff-i18n.ts';
import { Button, State } from '../controls.tsx';
import { type BoardProps, useDesk } from '../desk-context.ts';

export interface MeterProps extends BoardProps {
  readonly draft: Pick<Draft, 'title' | 'text' | 'fromDate' | 'untilDate'>;
  readonly text: { current: HTMLTextAreaElement | null };
  readonly onChange: (fields: Partial<Draft>) => void;
}

const types: Readonly<Record<Finding['type'], readonly [StaffKey, StaffKey]>> = {
  expires: ['deskannouncement:expires', 'deskannouncement:expiresWhy'],
  abbreviation: ['deskannouncement:abbreviation', 'deskannouncement:abbreviationWhy'],
  hardWord: ['deskannouncement:hardWord', 'deskannouncement:hardWordWhy'],
  longSentence: ['deskannouncement:longSentence', 'deskannouncement:longSentenceWhy'],
};

export function Meter({ draft, onChange, text }: MeterProps) {
  const desk = useDesk();
  const { app, t } = desk;
  const today = app.wallClock.value.date;
  const from = draft.fromDate === '' ? today : draft.fromDate;
  const when: When = {
    from,
    until: draft.untilDate === '' ? from : draft.untilDate,
    dayName: (date, days) => formatWeekday(desk, civilDate(daysLater(date, days))),
  };
  const findings = (['title', 'text'] as const).flatMap((field) =>
    findingsIn(draft[field], when).map((finding) => ({ field, finding })),
  );
  if (draft.title.trim() === '' && draft.text.trim() === '') return null;
  // One at a time under a thumb.
  const shown = app.narrow.value ? findings.slice(0, 1) : findings;
  const show = ({ at, words }: Finding) => {
    text.current?.focus();
    text.current?.setSelectionRange(at, at + words.length);
  };
  return (
    <section class="s-card s-meter" aria-labelledby="meter">
      <div class="s-row is-apart">
        <h2 id="meter">{t('deskannouncement:meter')}</h2>
        <span role="status">
          {findings.length === 0 ? (
            <State tone="ok">{t('deskannouncement:meterGood')}</State>
          ) : (
            <State tone="warn">{t('deskannouncement:meterCount', { count: findings.length })}</State>
          )}
        </span>
      </div>
      <ul class="s-notes">
        {shown.map(({ field, finding }) => {
          const [name, why] = types[finding.type];
          const { count, instead, sentence, words } = finding;
          const said = words.length > 40 ? `${words.slice(0, 40)}…` : words;
          return (
            <li key={`${field} ${finding.type} ${finding.at}`}>
              <State tone="warn">{t(name)}</State>
              <span class="is-grow">{t(why, { words: said, count, sentence, most: MOST_WORDS })}</span>
              {instead !== null ? (
                <Button onPress={() => onChange({ [field]: mended(draft[field], finding) })}>
                  {t('deskannouncement:make', { instead })}
                </Button>
              ) : field === 'text' ? (
                <Button onPress={() => show(finding)}>{t('deskannouncement:pointOut')}</Button>
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
