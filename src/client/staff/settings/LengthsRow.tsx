/** How long trips may be that a resident is offered: a few, and always one. */
import { useState } from 'preact/hooks';
import { lengthsToOffer, MOST_LENGTHS } from '../../app/staff-settings.ts';
import { Wrong } from '../controls.tsx';
import { useDesk } from '../desk-context.ts';
import { howLong } from '../desk-words.ts';
import type { RuleProps } from './RulesPart.tsx';

export function LengthsRow({ change, rules }: RuleProps) {
  const desk = useDesk();
  const { t } = desk;
  const [wrong, setWrong] = useState<string | null>(null);
  const toggle = (minutes: number) => {
    const has = rules.lengths.includes(minutes);
    const lengths = has ? rules.lengths.filter((each) => each !== minutes) : [...rules.lengths, minutes];
    if (lengths.length === 0) return setWrong(t('desksettings:lengthsLast'));
    if (lengths.length > MOST_LENGTHS) return setWrong(t('desksettings:lengthsMost'));
    setWrong(null);
    const sorted = lengths.sort((a, b) => a - b);
    const value = sorted.map((each) => howLong(desk, each)).join(', ');
    change({ lengths: sorted }, t('desksettings:saved', { what: t('desksettings:lengths'), value }));
  };
  return (
    <fieldset class="s-setting is-tall">
      <legend class="s-hidden">{t('desksettings:lengths')}</legend>
      <div>
        <h2>{t('desksettings:lengths')}</h2>
        <p class="is-soft">{t('desksettings:lengthsWhy', { count: MOST_LENGTHS })}</p>
        <Wrong id="lengths" sentence={wrong} />
      </div>
      <div class="s-ticks">
        {lengthsToOffer(rules).map((minutes) => (
          <label key={minutes} class="s-tick">
            <input
              type="checkbox"
              checked={rules.lengths.includes(minutes)}
              onChange={(event) => {
                toggle(minutes);
                // What was refused is not shown as done.
                event.currentTarget.checked = rules.lengths.includes(minutes);
              }}
            />
            <span>{howLong(desk, minutes)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
