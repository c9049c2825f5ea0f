/** Bestanden: lists of the house to take away, of the days somebody chose. The server makes them and says who may. */
import { useState } from 'preact/hooks';
import { type Days, files, pathOfFile, usualDays, whyNoDays } from '../../app/staff-settings.ts';
import { Wrong } from '../controls.tsx';
import { useDesk } from '../desk-context.ts';
import { Field } from '../Field.tsx';
import { Icon } from '../Icon.tsx';
import { daysWords, daysWrong } from './settings-words.ts';

export function FilesPart() {
  const desk = useDesk();
  const { app, t } = desk;
  const [days, setDays] = useState<Days>(() => usualDays(app.wallClock.peek().date));
  const why = whyNoDays(days);
  const wrong = why === 'tooLong' ? t('deskout:tooLong') : daysWrong(desk, days);
  return (
    <section class="s-card s-stack" aria-labelledby="files">
      <div>
        <h2 id="files">{t('deskout:files')}</h2>
        <p class="is-soft">{t('deskout:filesWhy')}</p>
      </div>
      <fieldset class="s-stack">
        <legend class="s-label">{t('deskout:days')}</legend>
        <div class="s-fields is-narrow">
          <Field
            label={t('desksettings:from')}
            type="date"
            value={days.from}
            onInput={(from) => setDays({ ...days, from })}
          />
          <Field
            label={t('desksettings:until')}
            type="date"
            value={days.until}
            onInput={(until) => setDays({ ...days, until })}
          />
        </div>
        <Wrong id="days" sentence={wrong} />
      </fieldset>
      <ul class="s-tasks">
        {files.map((file) => {
          const { hasDays, kind } = file;
          const name = t(`deskout:file_${kind}`);
          return (
            <li key={kind}>
              <span class="is-grow">
                <b>{name}</b>
                <br />
                <span class="is-soft">
                  {t(`deskout:fileWhy_${kind}`)}
                  {hasDays && why === null ? ` ${daysWords(desk, days)}.` : ''}
                </span>
              </span>
              {hasDays && why !== null ? (
                <span class="is-soft">{t('deskout:noDaysHere')}</span>
              ) : (
                <a class="s-button" href={pathOfFile(file, days)} download aria-label={`${t('deskout:take')}: ${name}`}>
                  <Icon name="download" />
                  <span>{t('deskout:take')}</span>
                </a>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
