/** The time zone this tablet is set to: while no house is known, its clock is shown as the tablet shows it. */
export function ownZone(): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  try {
    new Intl.DateTimeFormat('nl', { timeZone });
    return timeZone;
  } catch {
    // Some systems have a name that nobody knows for a zone that was never set.
    return 'UTC';
  }
}
