/** What only another Huiskamer understands of the programme, as `server/import` reads it. Refuses to leave a field out. */
import type { Activity } from '../../domain/activity.ts';
import type { Series } from '../../domain/series.ts';
import type { Property } from './calendar.ts';

/** All of it, an empty line where there is nothing: what one date does not say would be as in the series. */
export function copyOfActivity(activity: Activity): readonly Property[] {
  const { capacity, closes, discreet, guests, leader, neighbours, price, signUp } = activity;
  return [
    own('sign-up', signUp),
    own('capacity', capacity ?? ''),
    own('closes', closes === null ? '' : `${closes.daysBefore === 0 ? '' : '-'}P${closes.daysBefore}DT${closes.time}`),
    own('guests', guests),
    own('neighbours', neighbours ? 'yes' : 'no'),
    own('price', price === null ? '' : (price / 100).toFixed(2)),
    own('leader', leader),
    own('discreet', discreet ? 'yes' : 'no'),
  ];
}

/** What is the same on every date, but for its phases. */
export function copyOfSeries({ meal, minutesOfMovement, phases, pictogram }: Series): readonly Property[] {
  return [
    own('meal', meal ?? 'none'),
    own('minutes-of-movement', minutesOfMovement ?? ''),
    own('pictogram', pictogram),
    ...(phases.length === 0 ? [] : [own('phases', JSON.stringify(phases))]),
  ];
}

const own = (name: string, value: string | number): Property => [`x-huiskamer-${name}`, {}, 'text', String(value)];
