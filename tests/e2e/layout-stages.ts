/** Days of the sample building on which everything there is to see can be seen. Refuses to look at a screen. */

import { LONGEST, post } from './announcements.ts';
import type { BrowserHouse } from './house.ts';
import { plan, residentAt, rivalJoins } from './programme.ts';
import { fillDay, takeAll, usualRules } from './scooters.ts';

/** Lives alone on the ground floor and lets her name be shown. */
export const RIET = { door: '1', floor: 0 } as const;
/** Lives alone on the ground floor and does not. */
export const TONNY = { door: '3', floor: 0 } as const;
/** Two who share a door, with names; and two without. */
export const WIL_AND_HENK = { door: '27', floor: 1 } as const;
export const NEL_AND_AAD = { door: '9', floor: 0 } as const;

export interface Stage {
  readonly startsAt: string;
  prepare(house: BrowserHouse): Promise<void>;
}

const FRIDAY = '2026-10-16';
const SATURDAY = '2026-10-17';
const THURSDAY = '2026-10-15';
const TUESDAY = '2026-10-20';

const at = (series: string, date: string): string => `${series}@zilvermeeuw.example/${date}`;

async function rivals(house: BrowserHouse, doors: readonly string[], activityId: string): Promise<void> {
  for (const door of doors) await rivalJoins(house, door, activityId);
}

/** Long words, a long story and a price, as a programme really has them. */
const LONG_TITLE = 'Vrijwilligersbijeenkomst buurtmaaltijden';
const LONG_STORY = [
  'Wij bespreken wie er kookt, wie er boodschappen doet en wie de tafels dekt.',
  'Ook bewoners die nog nooit hebben geholpen, zijn van harte welkom.',
  'Er is koffie en thee met iets lekkers erbij.',
  'Aan het eind eten wij samen een kop soep in de ontmoetingsruimte.',
  'Neem gerust uw vragen en uw ideeën mee, dan schrijven wij alles op.',
].join(' ');

/** A full day ahead: few chairs, a waiting list, no sign-up, a meal, another date than it was. */
const friday: Stage = {
  startsAt: `${FRIDAY}T08:40:00+02:00`,
  async prepare(house) {
    const lunch = { meal: 'lunch', menu: 'Vis met aardappelsalade', choices: [], allergens: [], price: 350 };
    await house.asStaff({ type: 'setMenu', date: FRIDAY, ...lunch });
    await rivals(house, ['7', '10', '11'], at('digispreek', FRIDAY));
    await rivals(house, ['7', '10', RIET.door], at('lunch', FRIDAY));
    await house.asStaff({ type: 'changeActivity', activityId: at('muziek', FRIDAY), fields: { capacity: 2 } });
    await rivals(house, ['7', '10', '11', RIET.door], at('muziek', FRIDAY));
    await rivals(house, ['7'], at('film', '2026-10-25'));
    await house.asStaff({
      type: 'changeActivity',
      activityId: at('film', '2026-10-25'),
      fields: { date: FRIDAY, startTime: '16:45', endTime: '19:00' },
    });
    await plan(house, SATURDAY, [
      {
        id: 'vrijwilligers',
        title: LONG_TITLE,
        description: LONG_STORY,
        room: 'Ontmoetingsruimte begane grond',
        capacity: 40,
        guests: 1,
        price: 350,
        startTime: '10:00',
        endTime: '12:00',
        category: 'community',
        pictogram: 'community',
      },
      { id: 'markt', title: 'Markt', startTime: '09:00', endTime: '17:00', allDay: true, capacity: null, room: '' },
      { id: 'klaverjassen', title: 'Klaverjassen', startTime: '13:30', endTime: '15:30', capacity: 1 },
    ]);
  },
};

/** Things are going on: now, started, soon, another room and time, sign-up closed, and one who came too late. */
const thursday: Stage = {
  startsAt: `${THURSDAY}T10:10:00+02:00`,
  async prepare(house) {
    await rivals(house, [RIET.door], at('beweeg', THURSDAY));
    await rivals(house, [RIET.door], at('yoga', THURSDAY));
    await house.asStaff({ type: 'changeActivity', activityId: at('yoga', THURSDAY), fields: { room: 'Atelier' } });
    await plan(house, THURSDAY, [
      { id: 'zingen', title: 'Samen zingen', startTime: '14:00', endTime: '15:00', capacity: 20 },
    ]);
    await rivals(house, [RIET.door, '7'], `zingen/${THURSDAY}`);
    await house.asStaff({
      type: 'changeActivity',
      activityId: `zingen/${THURSDAY}`,
      fields: { startTime: '14:30', endTime: '15:30' },
    });
    house.setTime(`${THURSDAY}T10:50:00+02:00`);
  },
};

/** A day with bad and good news for Riet: every kind of notice there is. */
const tuesday: Stage = {
  startsAt: `${TUESDAY}T08:00:00+02:00`,
  async prepare(house) {
    const riet = await residentAt(house, RIET.door);
    const [creative, balance, lunch] = [at('creatief', TUESDAY), at('val', TUESDAY), at('lunch', TUESDAY)];
    const [walk, meeting] = [at('wandel', '2026-10-21'), at('bewonersraad', '2026-10-27')];
    await house.asStaff({ type: 'changeActivity', activityId: creative, fields: { capacity: 1 } });
    const first = await rivalJoins(house, '7', creative);
    await rivals(house, [RIET.door], creative);
    await house.asStaff({
      type: 'withdraw',
      activityId: creative,
      signUpId: first,
      residentIds: [await residentAt(house, '7')],
    });
    await rivals(house, [RIET.door], balance);
    await house.asStaff({
      type: 'changeActivity',
      activityId: balance,
      fields: { startTime: '11:15', endTime: '12:15' },
    });
    await rivals(house, [RIET.door, '7'], lunch);
    await house.asStaff({ type: 'cancelActivity', activityId: lunch, reason: 'De keuken wordt schoongemaakt.' });
    await rivals(house, [RIET.door], walk);
    await house.asStaff({ type: 'cancelActivity', activityId: walk, reason: 'Het regent te hard.' });
    await house.asStaff({ type: 'restoreActivity', activityId: walk });
    const party = await rivalJoins(house, RIET.door, meeting);
    // Somebody at another screen took her name off.
    await house.asResident(riet, { type: 'withdraw', activityId: meeting, signUpId: party, residentIds: [riet] });
  },
};

/** After everything: the team has gone home and the screen is dark. */
const evening: Stage = { startsAt: `${FRIDAY}T21:30:00+02:00`, prepare: () => Promise.resolve() };

/** Late on a day on which nothing is left, and nobody is in. */
const sunday: Stage = { startsAt: '2026-10-18T15:40:00+02:00', prepare: () => Promise.resolve() };

/** Days on which some scooters are free, none is, or they do not ride; and it is nearly ten. */
const scooters: Stage = {
  startsAt: '2026-10-14T09:50:00+02:00',
  async prepare(house) {
    await house.asStaff({
      type: 'setScooterRules',
      rules: {
        ...usualRules,
        blackouts: [{ from: SATURDAY, until: SATURDAY, reason: 'Bewonersdag' }],
        // One visitor after the other has the same trip.
        pauseMinutes: 0,
        mostMinutesAWeek: 10_080,
      },
    });
    await takeAll(house, { date: THURSDAY, time: '10:00', minutes: 60 });
    await takeAll(house, { date: THURSDAY, time: '14:00', minutes: 60 });
    await fillDay(house, FRIDAY);
  },
};

const MANY_DISHES = [
  'gebakken kabeljauw met aardappelpuree',
  'kippenragout',
  'groenteschotel uit de oven',
  'halal lamsstoofpot',
  'erwtensoep met roggebrood',
  'omelet met champignons',
  'rijst met linzen',
];

/** Tomorrow a meal with three dishes; a week later one with many, and full; today one that somebody has closed. */
const meals: Stage = {
  startsAt: `2026-10-14T08:20:00+02:00`,
  async prepare(house) {
    const warm = { meal: 'warm', menu: 'Stamppot boerenkool', allergens: [], price: 550 };
    const later = '2026-10-22';
    await house.asStaff({ type: 'setMenu', date: later, ...warm, choices: MANY_DISHES });
    await house.asStaff({ type: 'changeActivity', activityId: at('warm', later), fields: { capacity: 1 } });
    await rivals(house, ['7'], at('warm', later));
    await house.asStaff({ type: 'closeMeal', activityId: at('lunch', '2026-10-14') });
  },
};

/** A day on which things hang in the house: an important one in two languages, the longest there can be, an ordinary one. */
const notices: Stage = {
  startsAt: `2026-10-14T08:20:00+02:00`,
  async prepare(house) {
    await post(house);
    await post(house, { ...LONGEST, picture: null, until: '2026-10-21T22:00:00Z' });
    await post(house, {
      level: 'important',
      title: 'Morgen geen water',
      text: 'Donderdag komt er van 9 tot 11 uur geen water. Vul vanavond een kan of een fles.',
      picture: { pictogram: 'caretaker' },
      translations: [
        { language: 'tr', title: 'Yarın su yok', text: 'Perşembe 9 ile 11 arası su yok. Bir şişe doldurun.', acts: [] },
      ],
    });
  },
};

export const stages = { friday, thursday, tuesday, evening, sunday, scooters, meals, notices } as const;
export type StageName = keyof typeof stages;
export const titles = {
  long: LONG_TITLE,
  coffee: 'Koffie-inloop',
  team: 'Spreekuur Thuisplusteam',
  few: 'Digitaal spreekuur',
  meal: 'Lunch',
  full: 'Muziekmiddag',
  moved: 'Zondagfilm',
  started: 'Beweegklas',
  otherRoom: 'Stoelyoga',
  otherTime: 'Samen zingen',
  closed: 'Samen eten',
  cancelled: 'Lunch',
  oneChair: 'Klaverjassen',
  allDay: 'Markt',
  creative: 'Creatief atelier',
} as const;
