/**
 * A day or a time that was chosen, said back in the words of the house: the browser shows its own field in the language
 * of the computer, where 10/11 is another day. Refuses to be what is typed in.
 */
import { useDesk } from './desk-context.ts';
import { clock, longDay } from './desk-words.ts';

export interface SaidBackProps {
  readonly id: string;
  readonly type: 'date' | 'time';
  /** As the field keeps it: "2026-10-16", "14:30", or nothing yet. */
  readonly value: string;
}

export function SaidBack({ id, type, value }: SaidBackProps) {
  const desk = useDesk();
  const words = () => {
    if (value === '') return '';
    if (type === 'time') return desk.t('deskwhen:oclock', { time: clock(value) });
    const isThisYear = value.slice(0, 4) === desk.app.wallClock.value.date.slice(0, 4);
    return isThisYear ? longDay(desk, value) : `${longDay(desk, value)} ${value.slice(0, 4)}`;
  };
  return (
    <p class="s-said-back" id={id}>
      {words()}
    </p>
  );
}
