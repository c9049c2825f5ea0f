/** Walks past every screen of a resident, one picture of each. Refuses to judge what it passes. */
import type { BrowserContext, Page } from '@playwright/test';
import { alarmPhrases } from '../../src/client/app/alarm-phrases.ts';
import { saidBy, sentOf } from '../../src/client/app/alarm-words.ts';
import { alarm, end } from './announcements.ts';
import type { BrowserHouse } from './house.ts';
import { arrive, shown, type Walker } from './layout-hand.ts';
import { RIET, TONNY, titles, WIL_AND_HENK } from './layout-stages.ts';
import { residentAt } from './programme.ts';
import { RIDER, showCard, tripsOf } from './scooters.ts';
import { stopTime } from './taps.ts';
import type { kioskWalks, WalkName } from './visual-pictures.ts';

export interface Stroll<Name extends WalkName> {
  readonly house: BrowserHouse;
  readonly context: BrowserContext;
  /** At rest. */
  readonly walk: Walker;
  /** What is on the glass now. */
  readonly take: (name: (typeof kioskWalks)[Name][number]) => Promise<void>;
}

const ready = ({ tap }: Walker): Promise<void> => tap('.bar .key.yes');
const back = ({ tap }: Walker): Promise<void> => tap('.bar .tab');

/** Whoever comes next: loaded anew, as time that is skipped would look like a lost connection. */
async function leaveAlone({ page }: Walker): Promise<void> {
  await page.reload();
  await arrive(page, 'rest');
}

async function home({ page, place }: Walker): Promise<void> {
  await place(0);
  await arrive(page, 'today');
}

async function friday({ house, take, walk }: Stroll<'friday'>): Promise<void> {
  const { page } = walk;
  await arrive(page, 'rest');
  await take('rest-day');
  await walk.wake();
  await take('today');
  await pastTheWeek({ take, walk });
  await pastTheBar({ house, take, walk });
  await pastSigningUp({ take, walk });
  await walk.place(3);
  await walk.floor(RIET.floor);
  await walk.door(RIET.door);
  await arrive(page, 'my-things');
  await take('my-things');
  await home(walk);
  await take('today-joined');
  await stopTime(page);
  const asks = page.locator('[data-screen="still-there"]');
  while (!(await asks.isVisible())) await page.clock.runFor(1_000);
  // To the second: the bar says how many are left.
  await page.clock.runFor(15_000);
  await take('still-there');
}

type FridayPart = Pick<Stroll<'friday'>, 'take' | 'walk'>;

async function pastTheWeek({ take, walk }: FridayPart): Promise<void> {
  const { page, tap } = walk;
  while (await walk.later());
  await tap('.header .tool');
  await arrive(page, 'week');
  await take('week');
  await tap('.leaf.tomorrow');
  await arrive(page, 'day');
  await take('day');
  await home(walk);
}

async function pastTheBar({ house, take, walk }: FridayPart & { readonly house: BrowserHouse }): Promise<void> {
  const { hand, page, tap } = walk;
  await hand.tap(page.locator('.header .tool').last());
  await arrive(page, 'language');
  await take('language');
  await walk.place(4);
  await arrive(page, 'help');
  await take('help');
  await tap('.box.ours');
  await arrive(page, 'team');
  await take('team');
  await walk.place(4);
  await arrive(page, 'help');
  await tap('.call .key');
  await walk.floor(TONNY.floor);
  await walk.door(TONNY.door);
  await arrive(page, 'visit');
  await take('visit');
  await house.asStaff({ type: 'takeBackVisit', residentId: await residentAt(house, TONNY.door) });
  await ready(walk);
  await arrive(page, 'today');
}

async function pastSigningUp({ take, walk }: FridayPart): Promise<void> {
  const { page, tap } = walk;
  await walk.open(titles.meal);
  await take('activity');
  await tap('.do');
  await arrive(page, 'who floor');
  await take('who-floor');
  await walk.floor(WIL_AND_HENK.floor);
  await take('who-door');
  await walk.door(WIL_AND_HENK.door);
  await arrive(page, 'who person');
  await take('who-person');
  await walk.person(2);
  await arrive(page, 'done');
  await take('done');
  await tap('.key.stop');
  await arrive(page, 'left');
  await take('left');
  await ready(walk);
  await arrive(page, 'today');
  await walk.join(titles.full);
  await walk.floor(5);
  await walk.door('71');
  await arrive(page, 'done');
  await take('done-waiting');
  await ready(walk);
  await arrive(page, 'today');
  await walk.join(titles.meal);
  await walk.floor(RIET.floor);
  await walk.door(RIET.door);
  await arrive(page, 'refused');
  await take('refused');
  await home(walk);
  await leaveAlone(walk);
  await walk.wake();
}

async function notices({ context, house, take, walk }: Stroll<'notices'>): Promise<void> {
  const { hand, page } = walk;
  await walk.wake();
  await take('today-note');
  await walk.place(2);
  await arrive(page, 'messages');
  await take('messages');
  await hand.tap((await walk.find('Morgen geen water')).locator('.slip'));
  await arrive(page, 'message');
  await take('message');
  const gather = sentOf(saidBy(alarmPhrases.find(({ name }) => name === 'hall') ?? null));
  const id = await alarm(house, gather);
  await arrive(page, 'alarm');
  await take('alarm');
  await end(house, id);
  await page.locator('[data-screen=alarm]').waitFor({ state: 'detached' });
  await forget(context, page);
  await arrive(page, 'no-board');
  await take('no-board');
}

/** Nothing is kept of the house, and the house cannot be reached. */
async function forget(context: BrowserContext, page: Page): Promise<void> {
  await context.route('**/api/**', (route) => route.abort());
  await page.evaluate(async () => {
    for (const { name } of await indexedDB.databases()) if (name !== undefined) indexedDB.deleteDatabase(name);
  });
  await page.reload();
}

const DINNER = 'warm@zilvermeeuw.example';

async function meals({ house, take, walk }: Stroll<'meals'>): Promise<void> {
  const { page, tap } = walk;
  await walk.wake();
  await walk.tomorrow();
  await walk.join(titles.closed);
  await walk.floor(RIET.floor);
  await walk.door(RIET.door);
  await arrive(page, 'dish');
  await take('dish');
  await tap('.tile.dish');
  await arrive(page, 'done');
  await tap('.ticket-acts .do');
  await arrive(page, 'plate');
  await take('plate');
  await leaveAlone(walk);
  const residentId = await residentAt(house, RIET.door);
  await house.asStaff({ type: 'setStanding', seriesId: DINNER, residentId, dish: 'vlees' });
  await walk.wake();
  await walk.place(3);
  await walk.floor(RIET.floor);
  await walk.door(RIET.door);
  await arrive(page, 'my-things');
  const row = shown(page).locator('.slip:not(:has(.time))');
  while ((await row.count()) === 0) await walk.later();
  await walk.hand.tap(row);
  await arrive(page, 'standing on');
  await take('standing');
  await tap('.tile.dish', 1);
  await arrive(page, 'pause');
  await take('pause');
}

async function scooters({ context, house, take, walk }: Stroll<'scooters'>): Promise<void> {
  const { page, tap } = walk;
  await walk.wake();
  await toScooters(walk);
  await take('scooter');
  await pastChoosing({ take, walk });
  await showCard(page, RIDER.card);
  await toScooters(walk);
  await pastTooLate({ context, take, walk });
  await tap('.first-free');
  await arrive(page, 'trip-done');
  await page.locator('.ticket:not(.wait)').waitFor();
  await take('trip-done');
  await ready(walk);
  await arrive(page, 'today');
  await pastRiding({ house, take, walk });
  await pastNoAnswer({ context, take, walk });
}

type ScooterPart = Pick<Stroll<'scooters'>, 'take' | 'walk'>;

async function toScooters({ page, place }: Walker): Promise<void> {
  await place(1);
  await arrive(page, 'scooter');
}

async function pastChoosing({ take, walk }: ScooterPart): Promise<void> {
  const { page, tap } = walk;
  const on = (selector: string) => shown(page).locator(selector);
  await tap('.header .tool.two');
  await arrive(page, 'scooter-choice');
  await take('scooter-choice');
  await back(walk);
  await arrive(page, 'scooter');
  while ((await on('button.day-choice.full').count()) === 0) await tap('.tile.later');
  await tap('button.day-choice.full');
  await arrive(page, 'scooter-full');
  await take('scooter-full');
  await home(walk);
  await toScooters(walk);
  while ((await on('button.day-choice.free').count()) < 1) await tap('.tile.later');
  await tap('button.day-choice.free');
  await arrive(page, 'scooter-time');
  await take('scooter-time');
  await tap('button.time-choice');
  await arrive(page, 'scooter-length');
  await take('scooter-length');
  await tap('.length-choice');
  await walk.floor(RIDER.floor);
  await walk.door(RIDER.door);
  await arrive(page, 'code');
  await tap('button.code-picture', 0);
  await tap('button.code-picture', 4);
  await take('code');
  await leaveAlone(walk);
  await walk.wake();
}

type AskedPart = ScooterPart & Pick<Stroll<'scooters'>, 'context'>;

/** The clock of the server is past what the screen still offered. */
async function pastTooLate({ context, take, walk }: AskedPart): Promise<void> {
  await context.route('**/api/commands', (route) => {
    const sent = route.request().postDataJSON() as readonly { readonly id: string }[];
    const refusal = { type: 'tripPast' };
    return route.fulfill({ json: sent.map(({ id }) => ({ commandId: id, status: 'refused', version: 0, refusal })) });
  });
  await walk.tap('.first-free');
  await arrive(walk.page, 'scooter-past');
  await take('scooter-past');
  await context.unroute('**/api/commands');
  await home(walk);
  await toScooters(walk);
}

/** The server is asked, and takes its time. */
async function pastNoAnswer({ context, take, walk }: AskedPart): Promise<void> {
  const { hand, page, tap } = walk;
  await back(walk);
  await arrive(page, 'scooter');
  await context.route('**/api/commands', () => undefined);
  await tap('.first-free');
  await hand.wait(1_500);
  await arrive(page, 'moment');
  await take('moment');
}

async function pastRiding({ house, take, walk }: ScooterPart & { readonly house: BrowserHouse }): Promise<void> {
  const { page, tap } = walk;
  const trip = (await tripsOf(house, RIDER.door)).find(({ status }) => status === 'booked');
  if (trip === undefined) throw new Error('the first free trip was not booked');
  await showCard(page, RIDER.card);
  await toScooters(walk);
  await tap('.row .slip');
  await arrive(page, 'trip');
  await take('trip');
  await tap('.do.plain');
  await arrive(page, 'trip-broken');
  await take('trip-broken');
  await back(walk);
  await arrive(page, 'trip');
  await home(walk);
  // Where nothing of the trip is drawn: a screen that changes under a finger lets no tap through.
  await house.asStaff({ type: 'takeScooter', bookingId: trip.id, scooterId: trip.scooterId });
  await toScooters(walk);
  await shown(page).locator('.row', { hasText: 'Onderweg' }).waitFor();
  await tap('.row .do');
  await arrive(page, 'trip-return');
  await take('trip-return');
}

const atRest =
  <Name extends 'evening' | 'night'>(name: (typeof kioskWalks)[Name][number]) =>
  async ({ take, walk }: Stroll<Name>): Promise<void> => {
    await arrive(walk.page, 'rest');
    await take(name);
  };

export const walks: { readonly [Name in WalkName]: (stroll: Stroll<Name>) => Promise<void> } = {
  friday,
  notices,
  meals,
  scooters,
  evening: atRest<'evening'>('rest-evening'),
  night: atRest<'night'>('rest-night'),
};
