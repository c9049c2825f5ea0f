/** The pages of the staff side, the parts each has, and the address of each. Refuses to know what stands on them. */
import { may } from '../../domain/permissions.ts';
import type { Me } from '../sync/staff-session.ts';

/** In the order of the menu; the first part is where a page opens. */
export const partsOf = {
  eten: ['lijst', 'week', 'geld', 'menu'],
  bewoners: ['lijst', 'inlezen'],
  scootmobielen: ['week', 'onderhoud', 'rijden', 'cijfers'],
  team: ['mensen'],
  tablets: ['tablets'],
} as const;

export type Page = keyof typeof partsOf;
export type PartOf<Of extends Page> = (typeof partsOf)[Of][number];
export type Place = { readonly [Of in Page]: { readonly page: Of; readonly part: PartOf<Of> } }[Page];

const places: readonly Place[] = [
  ...partsOf.eten.map((part) => ({ page: 'eten', part }) as const),
  ...partsOf.bewoners.map((part) => ({ page: 'bewoners', part }) as const),
  ...partsOf.scootmobielen.map((part) => ({ page: 'scootmobielen', part }) as const),
  ...partsOf.team.map((part) => ({ page: 'team', part }) as const),
  ...partsOf.tablets.map((part) => ({ page: 'tablets', part }) as const),
];

/** Today's meal comes first. */
export const firstPlace: Place = { page: 'eten', part: 'lijst' };

export const opening = (page: Page): Place => places.find((place) => place.page === page) ?? firstPlace;

/** "eten/week"; a page alone is its first part. */
export function addressOf(place: Place): string {
  return place.part === opening(place.page).part ? place.page : `${place.page}/${place.part}`;
}

/** Null where an address is of no place there is. */
export const placeAt = (address: string): Place | null => places.find((place) => addressOf(place) === address) ?? null;

/** What this role has something to do on. */
export function pagesOf(role: Me['role']): readonly Page[] {
  const manages = may('putStaffMember', role, 'session');
  return manages ? ['eten', 'bewoners', 'scootmobielen', 'team', 'tablets'] : ['eten', 'scootmobielen'];
}
