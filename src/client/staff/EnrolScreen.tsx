/**
 * What a browser shows that is no tablet of this house yet: type the six signs of the code, say where it hangs. Refuses
 * to say more of a code that does not work than that it does not.
 */
import type { ReadonlySignal } from '@preact/signals';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { EnrolOutcome } from '../app/enrol-tablet.ts';
import { CODE_SIGNS, CODE_SIGNS_LENGTH, NAME_LENGTH, tabletNames } from '../app/enrol-tablet.ts';
import type { StaffSpeech } from '../i18n/staff-i18n.ts';
import { Icon } from './Icon.tsx';
import { MealButton } from './meal/buttons.tsx';

export interface EnrolScreenProps {
  readonly speech: StaffSpeech;
  /** It was a tablet of this house, and was put out. */
  readonly wasOut: ReadonlySignal<boolean>;
  /** Asks the server; done is a page that starts anew. */
  readonly onEnrol: (code: string, name: string) => Promise<EnrolOutcome>;
}

export function EnrolScreen({ onEnrol, speech, wasOut }: EnrolScreenProps) {
  const { t } = speech;
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [said, setSaid] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const isFull = code.length === CODE_SIGNS_LENGTH;
  const sign = (next: string) => {
    setSaid(null);
    setCode((before) => (before + next).slice(0, CODE_SIGNS_LENGTH));
  };
  const wipe = () => setCode((before) => before.slice(0, -1));
  useTyping(isFull ? null : { sign, wipe });
  const enrol = async (called: string) => {
    const trimmed = called.trim();
    if (busy || trimmed === '') return setSaid(trimmed === '' ? t('deskenrol:noName') : null);
    setBusy(true);
    const outcome = await onEnrol(code, trimmed);
    setBusy(false);
    if (outcome.type === 'done') return setSaid(t('deskenrol:done'));
    if (outcome.type !== 'away') setCode('');
    setSaid(
      outcome.type === 'rests'
        ? t('deskenrol:rests', { count: outcome.minutes })
        : t(outcome.type === 'away' ? 'deskenrol:away' : 'deskenrol:wrong'),
    );
  };
  return (
    <main class="m-screen m-enrol" lang="nl" dir="ltr" data-screen="enrol">
      <header class="m-title">
        <h1>{t('deskenrol:title')}</h1>
        <p>{t(wasOut.value ? 'deskenrol:wasOut' : 'deskenrol:ask')}</p>
      </header>
      <Signs speech={speech} code={code} />
      <p class="m-enrol-said" role="status">
        {said === null ? null : (
          <>
            <Icon name="info" /> {said}
          </>
        )}
      </p>
      {isFull ? (
        <Names
          speech={speech}
          name={name}
          busy={busy}
          onName={setName}
          onChoose={(called) => void enrol(called)}
          onBack={wipe}
        />
      ) : (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms.
        <div class="m-signs" role="group" aria-label={t('deskenrol:signs')}>
          {CODE_SIGNS.map((each) => (
            <button key={each} type="button" class="m-key" onClick={() => sign(each)}>
              {each}
            </button>
          ))}
          <button type="button" class="m-key is-word" onClick={wipe}>
            <Icon name="wipe" />
            <span>{t('deskenrol:wipe')}</span>
          </button>
        </div>
      )}
    </main>
  );
}

function Signs({ code, speech }: { readonly code: string; readonly speech: StaffSpeech }) {
  return (
    <>
      <p class="s-hidden" role="status">
        {speech.t('deskenrol:filled', { count: code.length })}
      </p>
      <ol class="m-enrol-code" aria-hidden="true">
        {Array.from({ length: CODE_SIGNS_LENGTH }, (_, at) => (
          <li key={at}>{code[at] ?? ''}</li>
        ))}
      </ol>
    </>
  );
}

interface NamesProps {
  readonly speech: StaffSpeech;
  readonly name: string;
  readonly busy: boolean;
  readonly onName: (name: string) => void;
  readonly onChoose: (name: string) => void;
  readonly onBack: () => void;
}

/** Where it hangs: one of the usual places, or any other in words. */
function Names({ busy, name, onBack, onChoose, onName, speech }: NamesProps) {
  const { t } = speech;
  return (
    <form
      class="m-enrol-names"
      onSubmit={(event) => {
        event.preventDefault();
        onChoose(name);
      }}
    >
      <h2>{t('deskenrol:where')}</h2>
      <div class="m-enrol-places">
        {tabletNames.map((each) => (
          <MealButton key={each} onPress={() => onChoose(t(`deskenrol:${each}`))}>
            {t(`deskenrol:${each}`)}
          </MealButton>
        ))}
      </div>
      <label class="m-field">
        <span>{t('deskenrol:other')}</span>
        <input
          type="text"
          value={name}
          maxLength={NAME_LENGTH}
          autocomplete="off"
          onInput={({ currentTarget }) => onName(currentTarget.value)}
        />
      </label>
      <div class="m-enrol-places">
        <MealButton icon="back" onPress={onBack}>
          {t('deskenrol:back')}
        </MealButton>
        <button type="submit" class="m-button is-main">
          <span>{t(busy ? 'deskenrol:busy' : 'deskenrol:join')}</span>
        </button>
      </div>
    </form>
  );
}

/** A tablet may have a keyboard while it is being set up. */
function useTyping(keys: { readonly sign: (sign: string) => void; readonly wipe: () => void } | null): void {
  useLayoutEffect(() => {
    if (keys === null) return;
    const listen = ({ key }: KeyboardEvent) => {
      const sign = key.toUpperCase();
      if (CODE_SIGNS.includes(sign)) keys.sign(sign);
      if (key === 'Backspace') keys.wipe();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [keys === null]);
}
