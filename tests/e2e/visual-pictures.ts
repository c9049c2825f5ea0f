/**
 * Every picture that is kept of a screen, by its file under tests/e2e/visual. Refuses to know how one comes to the screen:
 * a walk takes all pictures of its list, and no other.
 */

/** The panels of a kiosk. */
export const panels = [
  { name: '1280x800', width: 1280, height: 800 },
  { name: '800x1280', width: 800, height: 1280 },
  { name: '1920x1080', width: 1920, height: 1080 },
] as const;
export type Panel = (typeof panels)[number];

/** What stands on a desk and what is in a hand. */
export const desks = [
  { name: '1440x900', size: 'a laptop' },
  { name: '390x844', size: 'a phone' },
] as const;

/** Residents' screens in their most usual state, in Dutch, on every panel; by the walk that passes them. */
export const kioskWalks = {
  friday: [
    'rest-day',
    'today',
    'today-joined',
    'week',
    'day',
    'activity',
    'who-floor',
    'who-door',
    'who-person',
    'done',
    'done-waiting',
    'left',
    'refused',
    'my-things',
    'language',
    'help',
    'team',
    'visit',
    'still-there',
  ],
  notices: ['today-note', 'messages', 'message', 'alarm', 'no-board'],
  meals: ['dish', 'plate', 'standing', 'pause'],
  scooters: [
    'scooter',
    'scooter-choice',
    'scooter-full',
    'scooter-time',
    'scooter-length',
    'code',
    'trip-done',
    'trip',
    'trip-broken',
    'trip-return',
    'scooter-past',
    'moment',
  ],
  evening: ['rest-evening'],
  night: ['rest-night'],
} as const;
export type WalkName = keyof typeof kioskWalks;

/** The same in large letters and from right to left, where there is least and where there is most room to the side. */
export const looks = ['groter', 'arabic'] as const;
export const lookPictures = ['today', 'activity', 'scooter'] as const;
export const lookPanels = [panels[0], panels[1]] as const;

export const deskPictures = [
  'sign-in',
  'vandaag',
  'bellen',
  'berichten',
  'bericht',
  'alarm',
  'programma',
  'activiteit',
  'eten',
  'bewoners',
  'bewoner',
  'scootmobielen',
  'onderhoud',
  'cijfers',
  'team',
  'tablets',
  'instellingen',
] as const;

/** The list of a meal on the tablet; on every panel, and what leads there and away on one. */
export const mealPictures = { everyPanel: ['list'], once: ['names', 'code', 'sheet', 'paper', 'at-table'] } as const;

export const printPictures = ['kitchen-sheet', 'week-poster', 'round', 'alarm-sheet'] as const;

/** All files, without `.png`. */
export const allPictures: readonly string[] = [
  ...panels.flatMap(({ name }) =>
    Object.values<readonly string[]>(kioskWalks).flatMap((walk) => walk.map((picture) => `kiosk-${name}/${picture}`)),
  ),
  ...lookPanels.flatMap(({ name }) =>
    looks.flatMap((look) => lookPictures.map((picture) => `kiosk-${name}/${picture}-${look}`)),
  ),
  ...desks.flatMap(({ name }) => deskPictures.map((picture) => `desk-${name}/${picture}`)),
  ...panels.flatMap(({ name }) => mealPictures.everyPanel.map((picture) => `meal-${name}/${picture}`)),
  ...mealPictures.once.map((picture) => `meal-${panels[0].name}/${picture}`),
  ...printPictures.map((picture) => `print/${picture}`),
];
