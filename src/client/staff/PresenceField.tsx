/** On which days somebody is in the house, and from when until when. Refuses to judge the hours: a row that ends first is said. */
import type { StaffMember } from '../../domain/staff-member.ts';
import type { StaffKey } from '../i18n/staff-i18n.ts';
import { Button, IconButton, Wrong } from './controls.tsx';
import { useDesk } from './desk-context.ts';
import { Field } from './Field.tsx';

type Presence = StaffMember['presence'];
type Hours = Presence[number];

export interface PresenceFieldProps {
  readonly presence: Presence;
  readonly onChange: (presence: Presence) => void;
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const MOST = 7;

export function PresenceField({ presence, onChange }: PresenceFieldProps) {
  const { t } = useDesk();
  const put = (index: number, hours: Hours) => onChange(presence.map((each, at) => (at === index ? hours : each)));
  return (
    <fieldset class="s-field">
      <legend>{t('deskteam:presence')}</legend>
      <ul class="s-presence">
        {presence.map((hours, index) => (
          <li key={index}>
            <Line
              hours={hours}
              number={index + 1}
              onChange={(next) => put(index, next)}
              onRemove={() => onChange(presence.filter((_, at) => at !== index))}
            />
          </li>
        ))}
      </ul>
      {presence.length < MOST ? (
        <Button icon="plus" onPress={() => onChange([...presence, { weekdays: [], from: '09:00', until: '17:00' }])}>
          {t('deskteam:addHours')}
        </Button>
      ) : null}
    </fieldset>
  );
}

interface LineProps {
  readonly hours: Hours;
  readonly number: number;
  readonly onChange: (hours: Hours) => void;
  readonly onRemove: () => void;
}

function Line({ hours, number, onChange, onRemove }: LineProps) {
  const { t } = useDesk();
  const has = (day: number) => hours.weekdays.includes(day);
  const toggle = (day: number) =>
    onChange({
      ...hours,
      weekdays: has(day) ? hours.weekdays.filter((each) => each !== day) : [...hours.weekdays, day].sort(),
    });
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: one group of buttons within the fieldset of all hours. */}
      <div class="s-weekdays" role="group" aria-label={t('deskteam:daysOf', { number })}>
        {WEEKDAYS.map((day) => (
          <button key={day} type="button" aria-pressed={has(day)} onClick={() => toggle(day)}>
            {t(`deskwhen:short${day}` as StaffKey)}
          </button>
        ))}
      </div>
      <Field
        label={t('deskteam:from')}
        type="time"
        value={hours.from}
        onInput={(from) => onChange({ ...hours, from })}
      />
      <Field
        label={t('deskteam:until')}
        type="time"
        value={hours.until}
        onInput={(until) => onChange({ ...hours, until })}
      />
      <IconButton icon="cross" label={t('deskteam:removeHours', { number })} onPress={onRemove} />
      <Wrong id={`hours-${number}`} sentence={hours.until <= hours.from ? t('deskteam:hoursWrong') : null} />
    </>
  );
}
