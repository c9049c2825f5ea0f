/** The same words in another language of the house, written by hand beside the Dutch. */
import { useId } from 'preact/hooks';
import { mostOf } from '../../../domain/announcement-views.ts';
import type { Draft } from '../../app/announcement-drafts.ts';
import { languages } from '../../i18n/languages.ts';
import { Button } from '../controls.tsx';
import { useDesk } from '../desk-context.ts';

export interface LanguagesFieldProps {
  readonly draft: Pick<Draft, 'translations'>;
  readonly onChange: (fields: Pick<Draft, 'translations'>) => void;
}

type Translation = Draft['translations'][number];

const others = languages.filter(({ tag }) => tag !== 'nl');

export function LanguagesField({ draft: { translations }, onChange }: LanguagesFieldProps) {
  const { t } = useDesk();
  const put = (language: string, fields: Partial<Translation>) =>
    onChange({
      translations: translations.map((each) => (each.language === language ? { ...each, ...fields } : each)),
    });
  return (
    <fieldset class="s-field">
      <legend>{t('deskannouncement:languages')}</legend>
      <p class="s-help">{t('deskannouncement:languagesHelp')}</p>
      {translations.map((each) => (
        <InOneLanguage
          key={each.language}
          translation={each}
          onChange={(fields) => put(each.language, fields)}
          onDrop={() => onChange({ translations: translations.filter(({ language }) => language !== each.language) })}
        />
      ))}
      <div class="s-row is-wrap">
        {others
          .filter(({ tag }) => translations.every(({ language }) => language !== tag))
          .map(({ endonym, tag }) => (
            <Button
              key={tag}
              icon="plus"
              onPress={() =>
                onChange({ translations: [...translations, { language: tag, title: '', text: '', acts: [] }] })
              }
            >
              {t('deskannouncement:addLanguage', { language: endonym })}
            </Button>
          ))}
      </div>
    </fieldset>
  );
}

interface OneProps {
  readonly translation: Translation;
  readonly onChange: (fields: Partial<Translation>) => void;
  readonly onDrop: () => void;
}

function InOneLanguage({ onChange, onDrop, translation }: OneProps) {
  const { t } = useDesk();
  const id = useId();
  const found = languages.find(({ tag }) => tag === translation.language);
  const language = found?.endonym ?? translation.language;
  const spoken = { lang: translation.language, dir: found?.dir ?? 'ltr' } as const;
  return (
    <div class="s-language">
      <label for={id}>{t('deskannouncement:titleIn', { language })}</label>
      <input
        id={id}
        type="text"
        {...spoken}
        maxLength={mostOf.title}
        value={translation.title}
        onInput={({ currentTarget }) => onChange({ title: currentTarget.value })}
      />
      <label for={`${id}-text`}>{t('deskannouncement:textIn', { language })}</label>
      <textarea
        id={`${id}-text`}
        rows={3}
        {...spoken}
        maxLength={mostOf.text}
        value={translation.text}
        onInput={({ currentTarget }) => onChange({ text: currentTarget.value })}
      />
      <Button tone="link" onPress={onDrop}>
        {t('deskannouncement:dropLanguage', { language })}
      </Button>
    </div>
  );
}
