/** An alarm in every other language of the house: what is still Dutch is said, and can be typed. */
import { useId } from 'preact/hooks';
import { mostOf } from '../../../domain/announcement-views.ts';
import { type AlarmSaid, missingOf, withTranslation } from '../../app/alarm-words.ts';
import { languages } from '../../i18n/languages.ts';
import { State } from '../controls.tsx';
import { useDesk } from '../desk-context.ts';

export interface AlarmLanguagesProps {
  readonly said: AlarmSaid;
  readonly onChange: (said: AlarmSaid) => void;
}

export function AlarmLanguages({ said, onChange }: AlarmLanguagesProps) {
  const { t } = useDesk();
  return (
    <fieldset class="s-field">
      <legend>{t('deskannouncement:languages')}</legend>
      <p class="s-help">{t('deskalarm:languagesHelp')}</p>
      {said.translations.map((each) => {
        const missing = missingOf(said, each);
        const language = languages.find(({ tag }) => tag === each.language)?.endonym ?? each.language;
        return (
          <details key={each.language} class="s-language">
            <summary>
              <b lang={each.language}>{language}</b>
              {missing === 0 ? (
                <State tone="ok">{t('deskalarm:translated')}</State>
              ) : (
                <State tone="warn">{t('deskalarm:stillDutch', { count: missing })}</State>
              )}
            </summary>
            <InOneLanguage
              said={said}
              translation={each}
              name={language}
              onChange={(fields) => onChange(withTranslation(said, each.language, fields))}
            />
          </details>
        );
      })}
    </fieldset>
  );
}

type Translation = AlarmSaid['translations'][number];

interface OneProps {
  readonly said: AlarmSaid;
  readonly translation: Translation;
  /** Of the language, in itself. */
  readonly name: string;
  readonly onChange: (fields: Partial<Translation>) => void;
}

function InOneLanguage({ name: language, onChange, said, translation }: OneProps) {
  const { t } = useDesk();
  const { acts, text, title } = translation;
  const spoken = {
    lang: translation.language,
    dir: languages.find(({ tag }) => tag === translation.language)?.dir ?? 'ltr',
  } as const;
  return (
    <>
      <Line
        label={t('deskannouncement:titleIn', { language })}
        spoken={spoken}
        most={mostOf.title}
        value={title}
        onInput={(words) => onChange({ title: words })}
      />
      {said.text.trim() === '' ? null : (
        <Line
          label={t('deskalarm:textIn', { language })}
          spoken={spoken}
          most={mostOf.alarmText}
          value={text}
          onInput={(words) => onChange({ text: words })}
        />
      )}
      {said.acts.map((_, nth) => (
        <Line
          key={nth}
          label={t('deskalarm:actIn', { language, number: nth + 1 })}
          spoken={spoken}
          most={mostOf.title}
          value={acts[nth] ?? ''}
          onInput={(words) => onChange({ acts: said.acts.map((_each, at) => (at === nth ? words : (acts[at] ?? ''))) })}
        />
      ))}
    </>
  );
}

interface LineProps {
  readonly label: string;
  readonly spoken: { readonly lang: string; readonly dir: 'ltr' | 'rtl' };
  /** Characters. */
  readonly most: number;
  readonly value: string;
  readonly onInput: (words: string) => void;
}

function Line({ label, most, onInput, spoken, value }: LineProps) {
  const id = useId();
  return (
    <>
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        {...spoken}
        maxLength={most}
        value={value}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
      />
    </>
  );
}
