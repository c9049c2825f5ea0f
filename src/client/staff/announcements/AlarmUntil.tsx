/** Until when an alarm lasts: it must be said. Refuses to choose. */
import type { AlarmEnd } from '../../app/alarm-times.ts';
import { Segments } from '../controls.tsx';
import { useDesk } from '../desk-context.ts';
import { Field } from '../Field.tsx';

export interface AlarmUntilProps {
  /** Null is not said yet; where there is an end already, that one. */
  readonly end: AlarmEnd | null;
  /** The end there is, in words; null where there is none yet. */
  readonly kept: string | null;
  readonly onChange: (end: AlarmEnd | null) => void;
}

const ends = ['hour', 'four', 'midnight', 'time'] as const;
const KEPT = 'kept';
type Choice = (typeof ends)[number] | typeof KEPT | '';

export function AlarmUntil({ end, kept, onChange }: AlarmUntilProps) {
  const { t } = useDesk();
  const chosen: Choice = end === null ? (kept === null ? '' : KEPT) : end.type;
  const choose = (type: Choice) => {
    if (type === KEPT) onChange(null);
    else if (type !== '') onChange(type === 'time' ? { type, time: '' } : { type });
  };
  return (
    <>
      <Segments<Choice>
        label={t('deskalarm:untilHead')}
        chosen={chosen}
        choices={[
          ...(kept === null ? [] : [{ value: KEPT, text: t('deskalarm:keptUntil', { time: kept }) } as const]),
          ...ends.map((value) => ({
            value,
            text: t(value === 'time' ? 'deskalarm:otherTime' : `deskalarm:${value}`),
          })),
        ]}
        onChoose={choose}
      />
      {end?.type === 'time' ? (
        <Field
          label={t('deskalarm:time')}
          type="time"
          value={end.time}
          onInput={(time) => onChange({ type: 'time', time })}
        />
      ) : null}
    </>
  );
}
