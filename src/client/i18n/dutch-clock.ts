/** Says a time as people say it in Dutch: "kwart over drie", "half drie", "vijf voor half elf". */
const NUMBERS = [
  'nul',
  'één',
  'twee',
  'drie',
  'vier',
  'vijf',
  'zes',
  'zeven',
  'acht',
  'negen',
  'tien',
  'elf',
  'twaalf',
  'dertien',
  'veertien',
] as const;

/** Hours count to twelve; the part of the day is said beside it. */
export function dutchClock({ hour, minute }: { readonly hour: number; readonly minute: number }): string {
  const thisHour = hourWord(hour);
  const nextHour = hourWord(hour + 1);
  if (minute === 0) return `${thisHour} uur`;
  if (minute <= 15) return `${minutes(minute)} over ${thisHour}`;
  if (minute < 30) return `${minutes(30 - minute)} voor half ${nextHour}`;
  if (minute === 30) return `half ${nextHour}`;
  if (minute < 45) return `${minutes(minute - 30)} over half ${nextHour}`;
  return `${minutes(60 - minute)} voor ${nextHour}`;
}

function hourWord(hour: number): string {
  return NUMBERS[((hour + 11) % 12) + 1] ?? '';
}

function minutes(count: number): string {
  return count === 15 ? 'kwart' : (NUMBERS[count] ?? '');
}
