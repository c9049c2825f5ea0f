/** What a test needs of the server's side: a programme of its own on an empty Sunday, and who takes part in what. */
import type { Series } from '../../src/domain/series.ts';
import type { SignUp } from '../../src/domain/sign-up-row.ts';
import { aSeries } from '../support/builders.ts';
import type { BrowserHouse } from './house.ts';

export const SUNDAY = '2026-10-18';
/** On that day the sample building has no programme. */
export const SUNDAY_MORNING = '2026-10-18T09:00:00+02:00';

type Plan = Partial<Series> & Pick<Series, 'id'>;

/** Puts activities on one date; each has the id `<id>/<date>` and unless told otherwise is titled by its id. */
export async function plan(house: BrowserHouse, date: string, plans: readonly Plan[]): Promise<void> {
  const lines = plans.map((each) => ({
    series: aSeries({ pictogram: 'coffee', rule: { type: 'dates', dates: [date] }, ...each }),
    overrides: [],
  }));
  await house.asStaff({ type: 'importProgramme', lines });
}

/** Who behind a door has this first name, or only lives there. */
export async function residentAt(house: BrowserHouse, door: string, firstName?: string): Promise<string> {
  const { home = [], resident = [] } = await house.rows();
  const homeId = home.find(({ number }) => number === door)?.id;
  const people = resident.filter((each) => each.homeId === homeId);
  const found = firstName === undefined ? people : people.filter((each) => each.firstName === firstName);
  if (found.length !== 1) throw new Error(`${found.length} people behind door ${door}`);
  return found[0]!.id;
}

/** One sign-up by somebody elsewhere. Throws unless it was accepted. */
export async function rivalJoins(house: BrowserHouse, door: string, activityId: string): Promise<string> {
  const residentId = await residentAt(house, door);
  const answer = await house.asResident(residentId, {
    type: 'signUp',
    activityId,
    residentIds: [residentId],
    guests: 0,
  });
  if (answer.status !== 'accepted') throw new Error(JSON.stringify(answer));
  return `${answer.commandId}/1`;
}

/** The parties of an activity that are going or wait, in order of arrival. */
export async function partiesOf(house: BrowserHouse, activityId: string): Promise<readonly SignUp[]> {
  const { signUp = [] } = await house.rows();
  return signUp
    .filter((party) => party.activityId === activityId && party.status !== 'withdrawn')
    .sort((a, b) => a.arrival - b.arrival);
}

/** The activity of today with this title. */
export async function idOf(house: BrowserHouse, title: string, date: string): Promise<string> {
  const { series = [] } = await house.rows();
  const found = series.find((each) => each.title === title);
  if (found === undefined) throw new Error(`no series is called ${title}`);
  return `${found.id}/${date}`;
}
