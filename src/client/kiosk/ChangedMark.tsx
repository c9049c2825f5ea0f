/** A changed time, day or place told in words, with what it was before. */
import type { Activity } from '../../domain/activity.ts';
import { Mark } from '../ui/Mark.tsx';
import { useApp } from './app-context.ts';
import { dayName, digits, speechOf } from './now.ts';

export function ChangedMark({ activity }: { readonly activity: Activity }) {
  const app = useApp();
  const { t } = app.i18n;
  const { was } = activity;
  if (was === null) return null;
  if (was.date !== activity.date) {
    const before = dayName(speechOf(app), app.wallClock.value.date, was.date);
    return <Changed label={t('activity:newDay')} was={t('activity:was', { was: before })} />;
  }
  if (was.startTime !== activity.startTime) {
    return <Changed label={t('activity:newTime')} was={t('activity:was', { was: digits(was.startTime) })} />;
  }
  return <Changed label={t('activity:newRoom')} was={t('activity:was', { was: was.room })} />;
}

function Changed({ label, was }: { readonly label: string; readonly was: string }) {
  return (
    <>
      <Mark picture="clock" label={label} /> <span>{was}</span>
    </>
  );
}
