/** What a test needs of the server's side of the scooters: who may ride, whose trip is whose, rivals elsewhere. */
import type { Page } from '@playwright/test';
import { type Booking, type Scooter, usualScooterRules } from '../../src/domain/scooter-rows.ts';
import type { BrowserHouse } from './house.ts';
import { residentAt } from './programme.ts';
import { holdCard } from './taps.ts';

/** Lives alone behind door 1, passed the test for light scooters, and has a card. */
export const RIDER = { door: '1', floor: 0, card: '2BB29976' } as const;
/** Lives alone behind door 2, has a card and no driving test. */
export const NO_TEST = { door: '2', floor: 0, card: '142C8364' } as const;
/** Live alone, passed the test for both types. */
const RIVALS = ['17', '20', '22', '30', '41', '58', '87', '98', '104', '69'] as const;

/** At the reader, which types like a keyboard, by the page's clock; done when the server has said whose it is. */
export async function showCard(page: Page, card: string): Promise<void> {
  const answered = page.waitForResponse((response) => response.url().endsWith('/api/identify'));
  await holdCard(page, card);
  await answered;
}

const { id: _id, ...rest } = usualScooterRules;
/** What a house starts with, as the command takes it. */
export const usualRules = rest;

export interface Asked {
  readonly date: string;
  readonly time: string;
  readonly minutes: number;
}

export async function scooterCalled(house: BrowserHouse, name: string): Promise<Scooter> {
  const found = (await house.rows()).scooter?.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no scooter is called ${name}`);
  return found;
}

/** The staff book for somebody; without a scooter the one that is suggested. */
export async function bookFor(house: BrowserHouse, door: string, asked: Asked, scooter?: string): Promise<Booking> {
  const residentId = await residentAt(house, door);
  const before = new Set((await house.rowsForStaff()).booking?.map(({ id }) => id));
  const scooterId = scooter === undefined ? null : (await scooterCalled(house, scooter)).id;
  await house.asStaff({ type: 'book', residentId, scooterId, ...asked });
  const made = (await house.rowsForStaff()).booking?.find(({ id }) => !before.has(id));
  if (made === undefined) throw new Error('the booking is not on the board');
  return made;
}

/** All four scooters of the house are somebody else's then; each rival has at most two trips. */
export async function takeAll(house: BrowserHouse, asked: Asked, rivals: readonly string[] = RIVALS): Promise<void> {
  const names = ['Merel', 'Meeuw', 'Reiger', 'Kievit'];
  for (const [nth, name] of names.entries()) {
    const rival = rivals[nth];
    if (rival === undefined) throw new Error('too few rivals');
    await bookFor(house, rival, asked, name);
  }
}

/** A whole day on which nothing is free. */
export async function fillDay(house: BrowserHouse, date: string): Promise<void> {
  await takeAll(house, { date, time: '09:00', minutes: 240 });
  await takeAll(house, { date, time: '13:30', minutes: 210 }, RIVALS.slice(4));
}

/** The trips of who lives behind this door, whatever became of them. */
export async function tripsOf(house: BrowserHouse, door: string): Promise<readonly Booking[]> {
  const residentId = await residentAt(house, door);
  return ((await house.rowsForStaff()).booking ?? []).filter((each) => each.residentId === residentId);
}

/** Takes back every trip but these, and mends what was broken; nobody is left with something to tell. */
export async function tidyScooters(house: BrowserHouse, before: ReadonlySet<string>): Promise<void> {
  const { booking = [], defect = [] } = await house.rowsForStaff();
  const broken = new Set(defect.filter(({ mendedAt }) => mendedAt === null).map(({ scooterId }) => scooterId));
  for (const scooterId of broken) await house.asStaff({ type: 'mendScooter', scooterId });
  for (const { id: bookingId, scooterId, status } of booking) {
    if (before.has(bookingId)) continue;
    const trip = { bookingId, scooterId };
    if (status === 'booked') await house.asStaff({ type: 'cancelBooking', ...trip });
    if (status === 'taken') await house.asStaff({ type: 'returnScooter', ...trip, batteryLow: false, broken: null });
    await house.asStaff({ type: 'seenBooking', ...trip });
  }
}

/** As staff set it at the desk: numbers of the nine pictures, counted from 0. */
export async function setPictureCode(
  house: BrowserHouse,
  door: string,
  pictures: readonly [number, number, number],
): Promise<void> {
  const reply = await fetch(`${house.url}/api/picture-codes`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      origin: house.url,
      authorization: `Bearer ${house.running.operatorToken}`,
    },
    body: JSON.stringify({ residentId: await residentAt(house, door), pictures }),
  });
  if (!reply.ok) throw new Error(await reply.text());
}
