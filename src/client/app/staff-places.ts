/** The pages of the staff side, the parts each has, and the address of each. Refuses to know what stands on them. */
import { may } from '../../domain/permissions.ts';
import type { PlainDate } from '../../domain/time.ts';
import type { Me } from '../sync/staff-session.ts';

/** In the order of the menu; the first part is where a page opens. */
export const partsOf = {
  vandaag: ['vandaag'],
  kloppen: ['rondje'],
  berichten: ['lijst', 'schrijven', 'alarm'],
  programma: ['week'],
  eten: ['lijst', 'week', 'geld', 'menu'],
  bewoners: ['lijst', 'inlezen'],
  scootmobielen: ['week', 'onderhoud', 'rijden', 'cijfers'],
  team: ['mensen'],
  tablets: ['tablets'],
  instellingen: ['huis', 'eten', 'scootmobielen', 'schermen', 'ruimtes', 'vakanties', 'agenda', 'bestanden', 'toetsen'],
} as const;

export type Page = keyof typeof partsOf;
export type PartOf<Of extends Page> = (typeof partsOf)[Of][number];
export type Place = { readonly [Of in Page]: { readonly page: Of; readonly part: PartOf<Of> } }[Page];

/** What one goes to a page for. */
export type Wanted =
  | { readonly type: 'week'; readonly date: PlainDate }
  | { readonly type: 'attendance'; readonly activityId: string };

const places: readonly Place[] = [
  ...partsOf.vandaag.map((part) => ({ page: 'vandaag', part }) as const),
  ...partsOf.kloppen.map((part) => ({ page: 'kloppen', part }) as const),
  ...partsOf.berichten.map((part) => ({ page: 'berichten', part }) as const),
  ...partsOf.programma.map((part) => ({ page: 'programma', part }) as const),
  ...partsOf.eten.map((part) => ({ page: 'eten', part }) as const),
  ...partsOf.bewoners.map((part) => ({ page: 'bewoners', part }) as const),
  ...partsOf.scootmobielen.map((part) => ({ page: 'scootmobielen', part }) as const),
  ...partsOf.team.map((part) => ({ page: 'team', part }) as const),
  ...partsOf.tablets.map((part) => ({ page: 'tablets', part }) as const),
  ...partsOf.instellingen.map((part) => ({ page: 'instellingen', part }) as const),
];

/** Managers begin with what needs them now, volunteers with today's meal. */
export const firstPlaceOf = (role: Me['role']): Place =>
  role === 'volunteer' ? { page: 'eten', part: 'lijst' } : { page: 'vandaag', part: 'vandaag' };

export const opening = (page: Page): Place => places.find((place) => place.page === page) ?? firstPlaceOf('manager');

/** "eten/week"; a page alone is its first part. */
export function addressOf(place: Place): string {
  return place.part === opening(place.page).part ? place.page : `${place.page}/${place.part}`;
}

/** Null where an address is of no place there is. */
export const placeAt = (address: string): Place | null => places.find((place) => addressOf(place) === address) ?? null;

const forManagers: ReadonlySet<Page> = new Set([
  'vandaag',
  'berichten',
  'programma',
  'bewoners',
  'team',
  'tablets',
  'instellingen',
]);

/** What somebody has something to do on, in the order of the menu; `calls` is whether the call-and-knock round is theirs. */
export function pagesOf(role: Me['role'], calls: boolean): readonly Page[] {
  const manages = may('putStaffMember', role, 'session');
  const pages = Object.keys(partsOf) as readonly Page[];
  return pages.filter((page) => (page === 'kloppen' ? calls : manages || !forManagers.has(page)));
}

/** On a phone these have a tab of their own, and the others come behind one more. */
const tabs: ReadonlySet<string> = new Set(['vandaag', 'kloppen', 'berichten', 'eten']);
const MOST_TABS = 5;

/** The pages behind "Meer"; none where all have room. */
export function restOf(pages: readonly Page[]): readonly Page[] {
  return pages.length <= MOST_TABS ? [] : pages.filter((page) => !tabs.has(page));
}
