/** The last tile of a page of days: on to the next page, and from the last one back to the first. */
import { civilDate, formatDay, formatDayMonth } from '../i18n/dates.ts';
import { LaterTile, type LaterTileProps } from '../ui/DayLeaf.tsx';
import { useApp } from './app-context.ts';
import { speechOf } from './now.ts';

export interface LaterDaysProps {
  /** The page it stands on, counted from 0. */
  readonly page: number;
  /** The first day of the next page, as `2026-10-14`; null on the last page. */
  readonly from: string | null;
  /** Where no day stands before it, another word than Later. */
  readonly label?: string;
  /** What the first page begins with, so that nobody stands at an end. */
  readonly start: Pick<LaterTileProps, 'label' | 'from'>;
}

export function LaterDays({ page, from, label, start }: LaterDaysProps) {
  const app = useApp();
  const { t } = app.i18n;
  if (from === null) return <LaterTile {...start} onTap={() => app.turnTo(0)} />;
  const speech = speechOf(app);
  const { long } = speech.language;
  const day = (long || app.size.value === 'groter' ? formatDayMonth : formatDay)(speech, civilDate(from));
  const words = long ? day : t('week:from', { day });
  return <LaterTile label={label ?? t('common:later')} from={words} onTap={() => app.turnTo(page + 1)} />;
}
