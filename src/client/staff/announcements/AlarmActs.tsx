/** What people must do at an alarm: cards with a drawing, from fixed sentences the house has in every language, or typed. */
import { mostOf } from '../../../domain/announcement-views.ts';
import { fixedActs } from '../../app/alarm-phrases.ts';
import { type AlarmSaid, withAct, withMore, without } from '../../app/alarm-words.ts';
import { Button, Select } from '../controls.tsx';
import { useDesk } from '../desk-context.ts';
import { Field } from '../Field.tsx';
import { pictureNames, pictureWords } from './picture-words.ts';

export interface AlarmActsProps {
  readonly said: AlarmSaid;
  readonly onChange: (said: AlarmSaid) => void;
}

const BY_HAND = '';

export function AlarmActs({ said, onChange }: AlarmActsProps) {
  const { t } = useDesk();
  return (
    <fieldset class="s-field">
      <legend>{t('deskalarm:acts')}</legend>
      <p class="s-help">{t('deskalarm:actsMost')}</p>
      {said.acts.map((act, nth) => (
        <div key={nth} class="s-fields">
          <Select<string>
            id={`fixed-${nth}`}
            label={t('deskalarm:actFixed', { number: nth + 1 })}
            value={fixedActs.some(({ words }) => words === act.words) ? act.words : BY_HAND}
            choices={[
              { value: BY_HAND, text: t('deskalarm:actByHand') },
              ...fixedActs.map(({ words }) => ({ value: words, text: words })),
            ]}
            onChoose={(chosen) => {
              const fixed = fixedActs.find(({ words }) => words === chosen);
              onChange(withAct(said, nth, fixed ?? { ...act, words: '' }));
            }}
          />
          <Field
            label={t('deskalarm:act', { number: nth + 1 })}
            value={act.words}
            maxLength={mostOf.title}
            onInput={(words) => onChange(withAct(said, nth, { ...act, words }))}
          />
          <Select<string>
            id={`act-${nth}`}
            label={t('deskalarm:actPicture', { number: nth + 1 })}
            value={act.pictogram}
            choices={pictureNames.map((name) => ({ value: name, text: pictureWords[name] ?? name }))}
            onChoose={(pictogram) => onChange(withAct(said, nth, { ...act, pictogram }))}
          />
          <Button tone="link" onPress={() => onChange(without(said, nth))}>
            {t('deskalarm:dropAct', { number: nth + 1 })}
          </Button>
        </div>
      ))}
      {said.acts.length >= mostOf.acts ? null : (
        <Button icon="plus" onPress={() => onChange(withMore(said, { pictogram: 'home', words: '' }))}>
          {t('deskalarm:addAct')}
        </Button>
      )}
    </fieldset>
  );
}
