/** What somebody paid, where it is not the price: euros with a comma, by fingers or keys. Refuses a minus. */
import { useState } from 'preact/hooks';
import { type Euros, euros, parseEuros } from '../../app/meal-money.ts';
import { MOST_PAID } from '../../app/meal-parts.ts';
import type { StaffSpeech } from '../../i18n/staff-i18n.ts';
import { MealButton } from './buttons.tsx';
import { Keys } from './Keys.tsx';
import { money } from './meal-words.ts';

export interface AmountPadProps {
  readonly speech: StaffSpeech;
  readonly price: number | null;
  readonly paid: number | null;
  readonly onSave: (cents: number) => void;
}

export function AmountPad({ onSave, paid, price, speech }: AmountPadProps) {
  const { t } = speech;
  const [text, setText] = useState(paid === null ? '' : euros(paid));
  const read = parseEuros(text);
  const wrong = wrongWords(speech, read);
  const save = () => {
    if (read.type === 'cents') onSave(read.cents);
  };
  return (
    <div class="m-amount">
      <div>
        <label class="m-field">
          <span>
            {price === null ? t('deskplate:amount') : t('deskplate:amountPrice', { amount: money(speech, price) })}
          </span>
          <input
            type="text"
            inputMode="none"
            class="m-euros"
            value={text}
            autocomplete="off"
            aria-invalid={wrong !== null}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
            onKeyDown={({ key }) => {
              if (key === 'Enter') save();
            }}
          />
        </label>
        <p class="m-wrong" role="status">
          {wrong}
        </p>
        <MealButton tone="main" icon="check" onPress={save}>
          {read.type === 'cents'
            ? t('deskplate:amountSave', { amount: money(speech, read.cents) })
            : t('deskplate:amountFirst')}
        </MealButton>
      </div>
      <Keys
        label={t('deskplate:amount')}
        wipe={t('deskplate:wipe')}
        onDigit={(digit) => setText(text + digit)}
        onWipe={() => setText(text.slice(0, -1))}
        extra={{ text: t('deskplate:comma'), onPress: () => setText(`${text},`) }}
      />
    </div>
  );
}

function wrongWords(speech: StaffSpeech, read: Euros): string | null {
  const { t } = speech;
  switch (read.type) {
    case 'cents':
    case 'empty':
      return null;
    case 'letter':
      return t('deskplate:amountLetter');
    case 'minus':
      return t('deskplate:amountMinus');
    case 'cents2':
      return t('deskplate:amountCents');
    case 'tooMuch':
      return t('deskplate:amountBig', { amount: money(speech, MOST_PAID) });
  }
}
