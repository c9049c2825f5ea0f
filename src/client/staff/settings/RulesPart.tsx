/** Scootmobielen: the rules of the house for its scooters, each with what it means. What was booked stays as it is. */
import {
  changeOf,
  type NumberRule,
  type Rules,
  rulesBefore,
  setRules,
  timesOfDay,
  valuesOf,
} from '../../app/staff-settings.ts';
import { rulesOfHouse } from '../../app/staff-trips.ts';
import { type BoardProps, useDesk } from '../desk-context.ts';
import { clock } from '../desk-words.ts';
import { BlackoutsCard } from './BlackoutsCard.tsx';
import { LengthsRow } from './LengthsRow.tsx';
import { SettingSelect } from './SettingRow.tsx';
import { ruleValueWords } from './settings-words.ts';

/** Changes the rules, and says so; the way back is the rules as they were. */
export type Change = (change: Partial<Rules>, text: string) => void;

export function RulesPart({ board }: BoardProps) {
  const { app, t } = useDesk();
  const rules = rulesOfHouse(board);
  const change: Change = (fields, text) => {
    const changed = changeOf(rules, fields);
    const no = app.act(setRules(changed), {
      text,
      undo: () => ({ command: setRules(rulesBefore(rules, changed)), text: t('desksettings:savedBack') }),
    });
    if (no !== null) app.refuse(no);
  };
  return (
    <>
      <div class="s-card">
        <TimeRow rules={rules} rule="opens" change={change} />
        <TimeRow rules={rules} rule="closes" change={change} />
        <NumberRow rules={rules} rule="slotMinutes" change={change} />
        <NumberRow rules={rules} rule="longestMinutes" change={change} />
        <LengthsRow rules={rules} change={change} />
        <NumberRow rules={rules} rule="horizonDays" change={change} />
        <NumberRow rules={rules} rule="mostOpen" change={change} />
        <NumberRow rules={rules} rule="mostMinutesAWeek" change={change} />
        <NumberRow rules={rules} rule="pauseMinutes" change={change} />
        <NumberRow rules={rules} rule="earlyMinutes" change={change} />
        <NumberRow rules={rules} rule="lapseMinutes" change={change} />
        <NumberRow rules={rules} rule="checkUpWeeks" change={change} />
        <NumberRow rules={rules} rule="checkUpTrips" change={change} />
      </div>
      <BlackoutsCard rules={rules} change={change} />
    </>
  );
}

export interface RuleProps {
  readonly rules: Rules;
  readonly change: Change;
}

function TimeRow({ change, rule, rules }: RuleProps & { readonly rule: 'opens' | 'closes' }) {
  const { t } = useDesk();
  const what = t(`desksettings:rule_${rule}`);
  return (
    <SettingSelect
      name={what}
      why={t(`desksettings:why_${rule}`)}
      value={rules[rule]}
      choices={timesOfDay(rules[rule]).map((time) => ({ value: time, text: clock(time) }))}
      onChoose={(time) => change({ [rule]: time }, t('desksettings:saved', { what, value: clock(time) }))}
    />
  );
}

function NumberRow({ change, rule, rules }: RuleProps & { readonly rule: NumberRule }) {
  const desk = useDesk();
  const { t } = desk;
  const what = t(`desksettings:rule_${rule}`);
  const words = (value: number) => ruleValueWords(desk, rule, value);
  return (
    <SettingSelect
      name={what}
      why={t(`desksettings:why_${rule}`)}
      value={String(rules[rule])}
      choices={valuesOf(rules, rule).map((value) => ({ value: String(value), text: words(value) }))}
      onChoose={(value) =>
        change({ [rule]: Number(value) }, t('desksettings:saved', { what, value: words(Number(value)) }))
      }
    />
  );
}
